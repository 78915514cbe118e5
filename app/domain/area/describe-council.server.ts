import type { Reader } from "#db/database.ts";
import type { Forwarding } from "../forwarding/forwarding.ts";
import { listSitting, type SittingRepresentative } from "../representative/queries.server.ts";
import { listToldInAreas, type ToldOfCampaign } from "../representative/told-in-areas.server.ts";
import { type AnswersBeside, answersFrom } from "../response/queries.server.ts";
import { type CampaignHere, listCampaignsHere, type OpenHere, sumOpen } from "./campaigns-here.server.ts";
import { type ConstituencyOf, listConstituenciesOf } from "./overlaps.server.ts";
import { findCheckedPetitionRule, type PetitionRule } from "./petition-rule.server.ts";
import { type Area, findArea, listDistricts, listDivisions, listWards } from "./queries.server.ts";
import { findSendFigures, type SendFigures } from "./send-figures.server.ts";
import { councilTier } from "./tier.ts";

/** What a council's page shows. */
export interface CouncilDescription {
  /** The county of a district. */
  county?: Area;
  /** The districts of a county. */
  districts: Area[];
  /** Its wards, or a county's divisions. */
  parts: Area[];
  constituencies: ConstituencyOf[];
  /** Offices of the council itself, and whoever speaks for its parts; by part and name. */
  councillors: SittingRepresentative[];
  members: SittingRepresentative[];
  campaigns: CampaignHere[];
  /** What the published numbers of the open ones add up to. */
  open: OpenHere;
  /** Members of Parliament apart from councillors: their numbers are of other areas. */
  toldMembers: ToldOfCampaign[];
  toldCouncillors: ToldOfCampaign[];
  /** What they, and the council itself, have answered. */
  answered: AnswersBeside;
  figures?: SendFigures;
  rule?: PetitionRule;
}

/** Reads all that is known of a council. */
export async function describeCouncil(
  read: Reader,
  { council, forwarding }: { council: Area; forwarding: Forwarding },
  now: number,
): Promise<CouncilDescription> {
  const isCounty = council.kind === "county";
  const parts = await (isCounty ? listDivisions : listWards)(read, council.gssCode);
  const constituencies = await listConstituenciesOf(read, council);
  const partCodes = parts.map((part) => part.gssCode);
  const seatCodes = constituencies.map(({ constituency }) => constituency.gssCode);
  const toldIn = (gssCodes: readonly string[]) => listToldInAreas(read, { gssCodes, forwarding }, now);
  const [
    county,
    districts,
    councillors,
    members,
    campaigns,
    toldMembers,
    toldCouncillors,
    answered,
    figures,
    rule,
  ] = await Promise.all([
    council.parentGss === "" ? undefined : findArea(read, council.parentGss),
    isCounty ? listDistricts(read, council.gssCode) : [],
    listSitting(read, [council.gssCode, ...partCodes], now),
    listSitting(read, seatCodes, now),
    listCampaignsHere(read, { level: councilTier(council), gssCode: council.gssCode }),
    toldIn(seatCodes),
    toldIn(partCodes),
    answersFrom(read, [council.gssCode, ...partCodes, ...seatCodes], now),
    council.runsEducation ? findSendFigures(read, council.gssCode) : undefined,
    findCheckedPetitionRule(read, council.gssCode),
  ]);
  return {
    county,
    districts,
    parts,
    constituencies,
    councillors,
    members,
    campaigns,
    open: sumOpen(campaigns),
    toldMembers,
    toldCouncillors,
    answered,
    figures,
    rule,
  };
}
