import { and, eq, inArray, isNull } from "drizzle-orm";
import { LEFT_STATES } from "#app/domain/forwarding/forwarding.ts";
import type { Database } from "../../database.ts";

/** Those who are told, by what they speak for. */
export const LEVELS = ["mp", "ward", "division", "office"] as const;
/** One of them. */
export type Level = (typeof LEVELS)[number];

/** What one level would have received. */
export interface LevelOutcome {
  level: Level;
  /** Addresses that could be told, and those that were. */
  all: number;
  told: number;
  /** Messages of each address that was told, in ascending order. */
  messages: number[];
  largestWeek: number;
  bounced: number;
  paused: number;
  answered: number;
}

/** Reads what came of a rehearsal, and by which seat each rehearsed address goes. */
export async function readOutcome(
  db: Database,
  campaignId: string,
): Promise<{ levels: LevelOutcome[]; levelOf: ReadonlyMap<string, Level> }> {
  const { terms, areas, representatives, deliveries, pauses, responses } = db.tables;
  const seats = await db.read
    .select({
      addressHash: terms.addressHash,
      publicId: representatives.publicId,
      kind: representatives.kind,
      level: areas.level,
    })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(eq(terms.endsOn, ""));
  const byAddress = new Map<string, Level>();
  const levelOf = new Map<string, Level>();
  for (const { addressHash, publicId, kind, level } of seats) {
    if (addressHash === "") continue;
    const one = kind === "mp" || kind === "office" ? kind : level === "ward" ? "ward" : "division";
    byAddress.set(addressHash, one);
    levelOf.set(publicId, one);
  }
  const left = await db.read
    .select({ addressHash: deliveries.addressHash, slotOn: deliveries.slotOn, state: deliveries.state })
    .from(deliveries)
    .where(inArray(deliveries.state, [...LEFT_STATES]));
  const resting = await db.read
    .selectDistinct({ addressHash: pauses.addressHash })
    .from(pauses)
    .where(isNull(pauses.endedAt));
  const answered = await db.read
    .selectDistinct({ addressHash: terms.addressHash })
    .from(responses)
    .innerJoin(terms, eq(terms.id, responses.termId))
    .where(and(eq(responses.campaignId, campaignId), eq(responses.state, "published")));
  const levels = LEVELS.map((level): LevelOutcome => {
    const isOne = ({ addressHash }: { addressHash: string }) => byAddress.get(addressHash) === level;
    const mine = left.filter(isOne);
    const perAddress = counted(mine.map(({ addressHash }) => addressHash));
    return {
      level,
      all: [...byAddress.values()].filter((one) => one === level).length,
      told: perAddress.length,
      messages: perAddress,
      largestWeek: counted(mine.map(({ slotOn }) => slotOn)).at(-1) ?? 0,
      bounced: mine.filter(({ state }) => state === "bounced").length,
      paused: resting.filter(isOne).length,
      answered: answered.filter(isOne).length,
    };
  });
  return { levels, levelOf };
}

/** How often each of these is there, in ascending order. */
function counted(keys: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => a - b);
}
