import { eq, inArray, type SQL } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { Stance } from "#db/tables/response.ts";
import { quietAreas } from "../forwarding/polls.server.ts";
import type { Poll } from "../forwarding/polls.ts";
import { londonDay } from "../time/london.ts";
import { STANCES } from "./response.ts";
import { type FoundAnswer, findShown, readShown, type ShownAnswer } from "./shown-answers.server.ts";

/** What is not shown for a while: answers from places that are about to vote. */
export interface QuietAnswers {
  /** How many answers are left out. */
  count: number;
  /** Because of which polls, the last one first. */
  polls: { name: string; pollOn: string }[];
}

/** Answers to one campaign. */
export interface CampaignAnswers {
  /** One page of those to the campaign as a whole, the newest first. */
  answers: ShownAnswer[];
  count: number;
  /** How many of these gave each answer; only those that somebody gave, in the order of the form. */
  stances: { stance: Stance; count: number }[];
  /** Answers to single asks, by the body addressed and by recipients. */
  toAsks: ShownAnswer[];
  quiet: QuietAnswers;
}

/** What was answered to a campaign and may be shown today: a page of it, counts of all of it. */
export async function listAnswers(
  read: Reader,
  { campaignId, page = 1, limit = PAGE_LENGTH }: { campaignId: string; page?: number; limit?: number },
  now: number,
): Promise<CampaignAnswers> {
  const { responses } = read.tables;
  const { shown, quiet } = await withoutQuiet(
    read,
    await findShown(read, eq(responses.campaignId, campaignId)),
    now,
  );
  const whole = shown.filter(({ position }) => position === 0);
  const asks = shown.filter(({ position }) => position > 0);
  const stances = STANCES.map(({ value }) => ({
    stance: value,
    count: whole.filter(({ stance }) => stance === value).length,
  }));
  return {
    answers: await readShown(read, idsOf(whole.slice((page - 1) * limit, page * limit))),
    count: whole.length,
    stances: stances.filter(({ count }) => count > 0),
    toAsks: await readShown(read, idsOf(asks.slice(0, LISTED))),
    quiet,
  };
}

/** Answers beside a person or a place. */
export interface AnswersBeside {
  /** The newest first. */
  answers: ShownAnswer[];
  quiet: QuietAnswers;
}

/** What these representatives have answered to any campaign, as far as it may be shown today. */
export async function answersBy(
  read: Reader,
  representativeIds: readonly string[],
  now: number,
): Promise<AnswersBeside> {
  if (representativeIds.length === 0) return NONE;
  const { responses } = read.tables;
  return beside(read, inArray(responses.representativeId, [...representativeIds]), LISTED, now);
}

/** The same for one, by public id. */
export function answersOf(read: Reader, publicId: string, now: number): Promise<AnswersBeside> {
  return beside(read, eq(read.tables.representatives.publicId, publicId), LISTED, now);
}

/** What those who answered for these areas have said, the newest few. */
export async function answersFrom(
  read: Reader,
  gssCodes: readonly string[],
  now: number,
): Promise<AnswersBeside> {
  const codes = gssCodes.filter((code) => code !== "");
  if (codes.length === 0) return NONE;
  return beside(read, inArray(read.tables.areas.gssCode, codes), AREA_LISTED, now);
}

/** Every answer to a campaign that may be shown today, for its open data: the whole ones and those to asks. */
export async function allAnswers(read: Reader, campaignId: string, now: number): Promise<ShownAnswer[]> {
  const { responses } = read.tables;
  const found = await findShown(read, eq(responses.campaignId, campaignId));
  const { shown } = await withoutQuiet(read, found, now);
  return readShown(read, idsOf(shown.slice(0, OPEN_LISTED)));
}

const LISTED = 200;
const AREA_LISTED = 10;
const OPEN_LISTED = 500;

const NONE: AnswersBeside = { answers: [], quiet: { count: 0, polls: [] } };

async function beside(read: Reader, which: SQL, limit: number, now: number): Promise<AnswersBeside> {
  const { shown, quiet } = await withoutQuiet(read, await findShown(read, which), now);
  return { answers: await readShown(read, idsOf(shown.slice(0, limit))), quiet };
}

function idsOf(found: readonly FoundAnswer[]): string[] {
  return found.map(({ id }) => id);
}

async function withoutQuiet(
  read: Reader,
  found: readonly FoundAnswer[],
  now: number,
): Promise<{ shown: FoundAnswer[]; quiet: QuietAnswers }> {
  const areas = await quietAreas(read, londonDay(now));
  const polls = new Map<string, Poll>();
  const shown = found.filter(({ area }) => {
    const poll = areas.pollIn(area);
    if (poll) polls.set(poll.publicId, poll);
    return poll === undefined;
  });
  return {
    shown,
    quiet: {
      count: found.length - shown.length,
      polls: [...polls.values()].map(({ name, pollOn }) => ({ name, pollOn })),
    },
  };
}
