import type { Reader } from "#db/database.ts";
import type { Forwarding } from "../forwarding/forwarding.ts";
import { listSitting, type SittingRepresentative } from "../representative/queries.server.ts";
import { listToldInAreas, type ToldOfCampaign } from "../representative/told-in-areas.server.ts";
import { type AnswersBeside, answersFrom } from "../response/queries.server.ts";
import { type CampaignHere, listCampaignsHere, type OpenHere, sumOpen } from "./campaigns-here.server.ts";
import { listOverlapping } from "./overlaps.server.ts";
import { type Area, findAreas } from "./queries.server.ts";
import { levelOf } from "./tier.ts";

/** What the page of a ward, a division or a constituency shows. */
export interface PartDescription {
  representatives: SittingRepresentative[];
  campaigns: CampaignHere[];
  /** What the published numbers of the open ones add up to. */
  open: OpenHere;
  told: ToldOfCampaign[];
  /** What those who spoke for it have answered. */
  answered: AnswersBeside;
  /** Areas that share ground with it, by level. */
  constituencies: Area[];
  divisions: Area[];
  wards: Area[];
  /** Of a constituency: the councils directly above its people; the wards' and divisions' own councils too. */
  councils: Area[];
  /** The councils that wards and divisions belong to, by code. */
  parents: Map<string, Area>;
}

/** Reads all that is known of a ward, a division or a constituency. */
export async function describePart(
  read: Reader,
  { area, forwarding }: { area: Area; forwarding: Forwarding },
  now: number,
): Promise<PartDescription> {
  const { gssCode } = area;
  const others = (level: Area["level"]) =>
    level === area.level ? [] : listOverlapping(read, [gssCode], level);
  const [representatives, campaigns, told, answered, constituencies, divisions, wards, councils] =
    await Promise.all([
      listSitting(read, [gssCode], now),
      listCampaignsHere(read, { level: levelOf(area), gssCode }),
      listToldInAreas(read, { gssCodes: [gssCode], forwarding }, now),
      answersFrom(read, [gssCode], now),
      others("constituency"),
      others("division"),
      others("ward"),
      others("council"),
    ]);
  const parents = await findAreas(
    read,
    [...divisions, ...wards, ...councils, area].map((one) => one.parentGss),
  );
  return {
    representatives,
    campaigns,
    open: sumOpen(campaigns),
    told,
    answered,
    constituencies,
    divisions,
    wards,
    councils,
    parents,
  };
}
