import { asc, count, desc, eq } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { StoryState } from "#db/tables/story.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import type { StoryContent } from "./content.ts";
import { openContent } from "./sealed-story.server.ts";
import { listApprovers } from "./story-decisions.server.ts";
import { needsSenior, needsTwo } from "./two-moderators.ts";

/** A story that waits, as the list of moderators names it. */
export interface WaitingStory {
  publicId: string;
  title: string;
  /** The council's short name. */
  council: string;
  isUrgent: boolean;
  /** One moderator approves it and another publishes. */
  needsTwo: boolean;
  /** Only an admin publishes it. */
  needsSenior: boolean;
  /** Approved once: it waits for whoever publishes. */
  isApproved: boolean;
  submittedAt: number;
}

/** One page of the stories in review: what may tell of danger first, then the oldest; and how many there are. */
export async function listWaitingStories(
  read: Reader,
  keyring: Keyring,
  page: number,
): Promise<{ stories: WaitingStory[]; count: number }> {
  const { stories, areas } = read.tables;
  const isWaiting = eq(stories.state, "in_review");
  const [counted] = await read.select({ count: count() }).from(stories).where(isWaiting);
  const rows = await read
    .select({ story: stories, council: areas.shortName })
    .from(stories)
    .leftJoin(areas, eq(areas.gssCode, stories.councilGss))
    .where(isWaiting)
    .orderBy(desc(stories.isUrgent), asc(stories.submittedAt), asc(stories.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  const listed = await Promise.all(
    rows.map(async ({ story, council }) => {
      const { id: storyId, publicId, isUrgent, needsSecond, revision, submittedAt, createdAt } = story;
      const { title, court } = openContent(keyring, story);
      const approvers = await listApprovers(read, { storyId, revision });
      return {
        ...{ publicId, title, council: council ?? "", isUrgent, submittedAt: submittedAt ?? createdAt },
        ...{ needsTwo: needsTwo({ needsSecond, isUrgent }) || needsSenior({ court }) },
        ...{ needsSenior: needsSenior({ court }), isApproved: approvers.length > 0 },
      };
    }),
  );
  return { stories: listed, count: counted?.count ?? 0 };
}

/** A story as moderators read it: never who told it, nor below the council where. */
export interface ReviewedStory {
  id: string;
  publicId: string;
  state: StoryState;
  revision: number;
  content: StoryContent;
  council: string;
  addressHash: string;
  isUrgent: boolean;
  needsSecond: boolean;
  /** Who has approved this very text. */
  approvers: readonly string[];
  reason: string;
  submittedAt: number | null;
  publishedAt: number | null;
}

/** The story of a public id as moderators read it; undefined for none, and for one that was never sent. */
export async function findReviewedStory(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<ReviewedStory | undefined> {
  const { stories, areas } = read.tables;
  const [found] = await read
    .select({ story: stories, council: areas.shortName })
    .from(stories)
    .leftJoin(areas, eq(areas.gssCode, stories.councilGss))
    .where(eq(stories.publicId, publicId));
  if (!found || found.story.state === "draft") return undefined;
  const { id, state, revision, addressHash, isUrgent, needsSecond, reason, submittedAt, publishedAt } =
    found.story;
  return {
    ...{
      id,
      publicId,
      state,
      revision,
      addressHash,
      isUrgent,
      needsSecond,
      reason,
      submittedAt,
      publishedAt,
    },
    content: openContent(keyring, found.story),
    council: found.council ?? "",
    approvers: await listApprovers(read, { storyId: id, revision }),
  };
}
