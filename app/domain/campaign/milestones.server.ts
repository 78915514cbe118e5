import type { Reader } from "#db/database.ts";
import { keepByPublication } from "../area/kept-by-publication.server.ts";
import { type PublishedArea, publishedTallies } from "../area/published.server.ts";
import { findAreas } from "../area/queries.server.ts";
import { TOLD_LEVELS, toldLevel } from "../forwarding/forwarding.ts";
import { stepAfter } from "../forwarding/steps.ts";

/** Milestones that a page shows. */
const SHOWN = 5;

/** A place that is near to a number at which its representatives are told again. */
export interface Milestone {
  code: string;
  level: (typeof TOLD_LEVELS)[number];
  name: string;
  /** The council of a ward; blank for others. */
  inside: string;
  count: number;
  step: number;
}

const keep = keepByPublication<Milestone[]>();

/** The places whose published number comes next to a step, the nearest first; none before the first publication. */
export async function listMilestones(read: Reader, campaignId: string): Promise<Milestone[]> {
  return (await keep(read, { campaignId }, () => readMilestones(read, campaignId))) ?? [];
}

async function readMilestones(read: Reader, campaignId: string): Promise<Milestone[]> {
  const publication = await publishedTallies(read, campaignId, TOLD_LEVELS);
  const nearest = (publication?.areas ?? [])
    .flatMap(withStep)
    .sort((a, b) => missing(a) - missing(b) || b.count - a.count || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN);
  const parents = await findAreas(
    read,
    nearest.map(({ parentGss }) => parentGss),
  );
  return nearest.map(({ code, level, name, count, step, parentGss }) => ({
    ...{ code, level, name, count, step },
    inside: level === "ward" ? (parents.get(parentGss)?.shortName ?? "") : "",
  }));
}

type Stepping = PublishedArea & Pick<Milestone, "level" | "step">;

/** Those who could not be placed have no representative. */
function withStep(area: PublishedArea): Stepping[] {
  const level = toldLevel(area.level);
  if (level === undefined || area.slug === "") return [];
  return [{ ...area, level, step: stepAfter(level, area.count) }];
}

function missing({ step, count }: Stepping): number {
  return step - count;
}
