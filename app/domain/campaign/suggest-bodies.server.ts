import { findArea } from "../area/queries.server.ts";
import type { Site } from "../site.ts";
import { TOPICS } from "./draft.ts";

/** A council that may be the one to act, and why. */
export interface SuggestedBody {
  gssCode: string;
  name: string;
  /** What it runs, in a sentence. */
  why: string;
  /** The one that runs what the petition is about. */
  isBest: boolean;
}

/**
 * The councils of a place, the one that runs the topic first: education and special educational needs lie with the
 * county where there are two tiers. Blank or unknown postcodes suggest nobody.
 */
export async function suggestBodies(
  { db: { read }, places }: Pick<Site, "places"> & { db: Pick<Site["db"], "read"> },
  { postcode, topic }: { postcode: string; topic: string },
): Promise<SuggestedBody[]> {
  if (postcode === "") return [];
  const { cell } = places.locate(postcode);
  const lower = await findArea(read, cell.council);
  if (!lower) return [];
  const county = cell.county === "" ? undefined : await findArea(read, cell.county);
  const known = TOPICS.find(({ value }) => value === topic);
  const subject = known && known.tier !== "" ? known.label.toLowerCase() : "";
  if (!county) {
    const runs =
      subject === "" ? "It runs all council services where you live." : `It runs ${subject} where you live.`;
    return [{ gssCode: lower.gssCode, name: lower.name, why: runs, isBest: subject !== "" }];
  }
  const isUpper = known?.tier === "upper";
  const both = [
    {
      ...{ gssCode: county.gssCode, name: county.name, isBest: isUpper },
      why: isUpper
        ? `It runs ${subject} where you live.`
        : "It runs schools, special educational needs, care and roads where you live.",
    },
    {
      ...{ gssCode: lower.gssCode, name: lower.name, isBest: known?.tier === "lower" },
      why:
        known?.tier === "lower"
          ? `It runs ${subject} where you live.`
          : "It runs bins, housing, planning and parks where you live.",
    },
  ];
  return both.sort((a, b) => Number(b.isBest) - Number(a.isBest));
}
