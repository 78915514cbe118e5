import { and, asc, eq, isNull, notInArray } from "drizzle-orm";
import { v7 } from "uuid";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { StoryUse } from "#db/tables/story.ts";
import { findAskingGroup, type Publisher } from "../group/publisher.server.ts";
import { noticeWords } from "../privacy/notices.ts";
import { noticeOfUse, STORY_USES } from "./uses.ts";

export type StoryConsent = Tables["storyConsents"]["$inferSelect"];

/** Every yes to a use of a story, in the order in which they were given; those taken back too. */
export async function listConsents(read: Reader, storyId: string): Promise<StoryConsent[]> {
  const { storyConsents } = read.tables;
  return read
    .select()
    .from(storyConsents)
    .where(eq(storyConsents.storyId, storyId))
    .orderBy(asc(storyConsents.givenAt), asc(storyConsents.use), asc(storyConsents.id));
}

/** The uses that stand, in the order in which they are asked. */
export function standingUses(consents: readonly StoryConsent[]): StoryUse[] {
  return STORY_USES.filter((use) =>
    consents.some((consent) => consent.use === use && consent.withdrawnAt === null),
  );
}

/** The group that may be let: that of the campaign from which the story was begun, if it is open and verified. */
export async function findStoryGroup(read: Reader, campaignId: string): Promise<Publisher | undefined> {
  if (campaignId === "") return undefined;
  const { campaigns } = read.tables;
  const [row] = await read
    .select({ groupId: campaigns.groupId })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return row && findAskingGroup(read, row.groupId);
}

/** Gives one yes, with the words that stood beside it; one that stands already stays as it was given. */
export async function giveConsent(
  tx: Tx,
  { storyId, use, group }: { storyId: string; use: StoryUse; group?: Pick<Publisher, "id" | "name"> },
  now: number,
): Promise<void> {
  const { storyConsents } = tx.tables;
  const notice = noticeOfUse(use);
  const isForGroup = use === "group";
  if (isForGroup && group === undefined) return;
  await tx
    .insert(storyConsents)
    .values({
      ...{ id: v7({ msecs: now }), storyId, use, groupId: isForGroup ? (group?.id ?? "") : "" },
      ...{ wordingVersion: notice.version, wording: noticeWords(notice, group?.name ?? "") },
      givenAt: now,
    })
    .onConflictDoNothing();
}

/** Takes back every yes that stands, save those of `kept`; for a group, save the one of `group`. */
export async function takeBackConsents(
  tx: Tx,
  { storyId, kept }: { storyId: string; kept: readonly StoryUse[] },
  now: number,
): Promise<void> {
  const { storyConsents } = tx.tables;
  await tx
    .update(storyConsents)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(storyConsents.storyId, storyId),
        isNull(storyConsents.withdrawnAt),
        kept.length === 0 ? undefined : notInArray(storyConsents.use, [...kept]),
      ),
    );
}
