import { z } from "zod";
import { HAPPENINGS, MILES, MONEY, MONTHS_OUT, MONTHS_WAITED } from "./facts.ts";

const BANDS = { monthsOut: MONTHS_OUT, money: MONEY, miles: MILES, monthsWaited: MONTHS_WAITED } as const;

/** What is added up, by the fact it is made of. */
export const TOTAL_KINDS = ["monthsOut", "money", "miles", "monthsWaited"] as const;
export type TotalKind = (typeof TOTAL_KINDS)[number];

const HAPPENING_CODES = HAPPENINGS.map(({ value }) => value);
export type Happening = (typeof HAPPENING_CODES)[number];

const Bar = z.object({
  /** Families to whom it happened. */
  count: z.number(),
  /** All families whose stories were counted for this bar; fewer than `familyCount` where the bar had to stand still. */
  of: z.number(),
});
const Total = z.object({
  /** Two figures; months, pounds or miles. */
  about: z.number(),
  /** Families who told this fact. */
  givers: z.number(),
  /** It stands as it was while the rest moved. */
  isHeld: z.boolean(),
});

/** What the stories of an area add up to, as it is shown. */
export const StorySum = z.object({
  familyCount: z.number(),
  bars: z.partialRecord(z.enum(HAPPENING_CODES), Bar),
  totals: z.partialRecord(z.enum(TOTAL_KINDS), Total),
});
export type StorySum = z.infer<typeof StorySum>;

const PastBar = Bar.extend({
  at: z.number(),
  /** Families of which a bar before it had told: it had said "all" while they were in it. */
  known: z.number(),
});
const PastTotal = z.object({ givers: z.number(), at: z.number() });
export type PastBar = z.infer<typeof PastBar>;
export type PastTotal = z.infer<typeof PastTotal>;

/** The same as it is kept: what is shown, if anything, and every number that ever was, oldest first: others kept it too. */
export const KeptSum = z.object({
  shown: StorySum.nullable(),
  pastBars: z.partialRecord(z.enum(HAPPENING_CODES), z.array(PastBar)).default({}),
  pastTotals: z.partialRecord(z.enum(TOTAL_KINDS), z.array(PastTotal)).default({}),
});
export type KeptSum = z.infer<typeof KeptSum>;

/** The facts of one family, as far as they are added up. */
export interface AddedFacts extends Record<TotalKind, string> {
  storyId: string;
  /** When its facts came to be added up as they are. */
  joinedAt: number;
  happened: readonly string[];
}

/** The middle of the band that was chosen; undefined where none was. */
export function midpointOf(kind: TotalKind, value: string): number | undefined {
  return BANDS[kind].find((band) => band.value === value)?.midpoint;
}

/** Families to whom it happened. */
export function countHappened(facts: readonly AddedFacts[], happening: Happening): number {
  return facts.filter(({ happened }) => happened.includes(happening)).length;
}

/** The families that told a fact. */
export function giversOf(facts: readonly AddedFacts[], kind: TotalKind): AddedFacts[] {
  return facts.filter((one) => midpointOf(kind, one[kind]) !== undefined);
}

/** All bands' middles together, to two figures. */
export function aboutTotal(facts: readonly AddedFacts[], kind: TotalKind): number {
  const total = facts.reduce((sum, one) => sum + (midpointOf(kind, one[kind]) ?? 0), 0);
  return Number(total.toPrecision(2));
}
