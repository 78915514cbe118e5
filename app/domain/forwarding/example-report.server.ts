import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { listConstituenciesOf } from "../area/overlaps.server.ts";
import { type Area, findArea, listConstituencies } from "../area/queries.server.ts";
import type { Campaign } from "../campaign/queries.server.ts";
import { nameInShort } from "../campaign/short-name.ts";
import type { Parts, ReportedItem } from "./report.ts";

/** As much of a campaign as a message about it says. */
export type ExampleCampaign = Pick<
  Campaign,
  | "id"
  | "kind"
  | "number"
  | "slug"
  | "title"
  | "shortName"
  | "bodyName"
  | "bodyGss"
  | "organiserName"
  | "askClause"
  | "asks"
  | "closesOn"
  | "isDemonstration"
>;

/** Invented numbers, each of which could be shown: people in three wards, and elsewhere. */
const IN_WARDS = [23, 17, 11];
const ELSEWHERE = 46;

/**
 * What a member of parliament would be told of a campaign, with invented numbers for real places: the constituency
 * of `home` where its writer's is known, else the one that holds most of the council addressed, or the first of all
 * where none is. Undefined where no areas are loaded.
 */
export async function exampleReport(
  read: Reader,
  campaign: ExampleCampaign,
  home = "",
): Promise<{ areaName: string; item: ReportedItem } | undefined> {
  const constituency = await findConstituency(read, campaign.bodyGss, home);
  if (!constituency) return undefined;
  const { gssCode, name } = constituency;
  const parts = await exampleParts(read, gssCode);
  const { id, kind, number, slug, title, bodyName, organiserName, askClause, asks, closesOn } = campaign;
  return {
    areaName: name,
    item: {
      ...{ campaignId: id, representativeId: "", kind, number, slug, title, bodyName, organiserName },
      ...{ shortName: nameInShort(campaign), closesOn, isDemonstration: campaign.isDemonstration },
      bodyGss: campaign.bodyGss,
      askClause: askClause || (asks[0]?.text ?? ""),
      ...{ basis: "constituents", gssCode, level: "constituency", areaName: name, asks: [] },
      ...{ previousOn: "", isClosing: false },
      tally: parts.rows.reduce((sum, { count }) => sum + count, parts.rest),
      tables: [{ head: "Ward", restName: `Elsewhere in ${name}`, ...parts }],
    },
  };
}

async function findConstituency(read: Reader, bodyGss: string, home: string): Promise<Area | undefined> {
  const ofWriter = home === "" ? undefined : await findArea(read, home);
  if (ofWriter?.level === "constituency" && ofWriter.endsOn === "") return ofWriter;
  const body = bodyGss === "" ? undefined : await findArea(read, bodyGss);
  const here = body && (await listConstituenciesOf(read, body))[0]?.constituency;
  return here ?? (await listConstituencies(read))[0];
}

async function exampleParts(read: Reader, constituency: string): Promise<Parts> {
  const { areas, cells } = read.tables;
  const wards = await read
    .selectDistinct({ name: areas.name, gssCode: areas.gssCode })
    .from(cells)
    .innerJoin(areas, eq(areas.gssCode, cells.ward))
    .where(and(eq(cells.constituency, constituency), eq(areas.endsOn, "")))
    .orderBy(asc(areas.gssCode))
    .limit(IN_WARDS.length);
  const rows = wards.map(({ name, gssCode }, index) => ({
    code: gssCode,
    name,
    count: IN_WARDS[index] ?? 0,
  }));
  return { rows, rest: ELSEWHERE };
}
