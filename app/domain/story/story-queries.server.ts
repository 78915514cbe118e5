import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { StoryState, StoryUse } from "#db/tables/story.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { listConsents, type StoryConsent, standingUses } from "./consents.server.ts";
import type { StoryContent } from "./content.ts";
import { openContent, openEmail } from "./sealed-story.server.ts";
import { findStoryLink, type StoryWay } from "./story-links.server.ts";

type Row = Tables["stories"]["$inferSelect"];

/** A story as its author sees it. */
export interface OwnStory {
  id: string;
  publicId: string;
  state: StoryState;
  councilGss: string;
  districtGss: string;
  constituencyGss: string;
  campaignId: string;
  revision: number;
  content: StoryContent;
  /** Blank until typed, and once it may go. */
  email: string;
  consents: readonly StoryConsent[];
  /** The uses that stand. */
  uses: readonly StoryUse[];
  reason: string;
  createdAt: number;
  expiresAt: number | null;
  submittedAt: number | null;
  publishedAt: number | null;
  withdrawnAt: number | null;
}

/** The story of a link and by which way somebody came; undefined for a link that is nobody's (any more). */
export async function findStoryByLink(
  read: Reader,
  keyring: Keyring,
  token: string,
): Promise<(OwnStory & { way: StoryWay }) | undefined> {
  const link = await findStoryLink(read, token);
  const story = link && (await findStoryById(read, keyring, link.storyId));
  return story && { ...story, way: link.way };
}

/** The story of a row's id in any state, or undefined. */
export async function findStoryById(
  read: Reader,
  keyring: Keyring,
  id: string,
): Promise<OwnStory | undefined> {
  const { stories } = read.tables;
  const [row] = await read.select().from(stories).where(eq(stories.id, id));
  return row && asOwn(keyring, row, await listConsents(read, id));
}

/** At most so many stories of one address are listed in one mail. */
const LISTED = 20;

/** What one address has told and not withdrawn, newest first, at most 20. */
export async function listOwnStories(
  read: Reader,
  keyring: Keyring,
  addressHash: string,
): Promise<OwnStory[]> {
  const { stories } = read.tables;
  const rows = await read
    .select()
    .from(stories)
    .where(and(eq(stories.addressHash, addressHash), ne(stories.email, ""), ne(stories.state, "withdrawn")))
    .orderBy(desc(stories.createdAt), desc(stories.id))
    .limit(LISTED);
  return rows.map((row) => asOwn(keyring, row, []));
}

/** Where a story has gone, oldest first. */
export async function listSharings(
  read: Reader,
  storyId: string,
): Promise<Tables["storySharings"]["$inferSelect"][]> {
  const { storySharings } = read.tables;
  return read
    .select()
    .from(storySharings)
    .where(eq(storySharings.storyId, storyId))
    .orderBy(asc(storySharings.at), asc(storySharings.id));
}

function asOwn(keyring: Keyring, row: Row, consents: readonly StoryConsent[]): OwnStory {
  const { id, publicId, state, councilGss, districtGss, constituencyGss, campaignId, revision } = row;
  const { reason, createdAt, expiresAt, submittedAt, publishedAt, withdrawnAt } = row;
  return {
    ...{ id, publicId, state, councilGss, districtGss, constituencyGss, campaignId, revision },
    ...{ reason, createdAt, expiresAt, submittedAt, publishedAt, withdrawnAt },
    ...{ consents, uses: standingUses(consents) },
    content: openContent(keyring, row),
    email: openEmail(keyring, row),
  };
}
