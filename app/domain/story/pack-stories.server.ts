import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { STORIES_PER_PACK } from "#app/policy-story-sums.ts";
import type { Reader, Tx } from "#db/database.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import type { StoryContent } from "./content.ts";
import { holdStory } from "./hold-story.server.ts";
import { hasInventedStories } from "./invented-stories.server.ts";
import { type PackMaker, type PackReader, sharingWords } from "./pack.ts";
import { openContent } from "./sealed-story.server.ts";
import { listShownStatements, type ShownStatement } from "./shown-statements.server.ts";
import { READABLE_STATES } from "./story.ts";

/** A story as a pack holds it: what its own page shows. */
export interface PackedStory {
  publicId: string;
  title: string;
  text: string;
  contentNote: string;
  teller: StoryContent["teller"];
  publishedAt: number;
  statements: readonly ShownStatement[];
}

/** What goes into a pack, and how many more would. */
export interface PackedStories {
  /** Newest first. */
  stories: PackedStory[];
  /** Consented to as well, and left out because one pack holds so many. */
  restCount: number;
  /** Some of what there is to read of the council is invented. */
  isDemonstration: boolean;
}

interface PackRequest {
  council: { gssCode: string; name: string };
  reader: PackReader;
  maker: PackMaker;
  accountId: string;
}

/**
 * The stories of a council whose authors let them go into an evidence pack, published and not taken back, each noted
 * as having gone there in this very transaction: a story that is taken back meanwhile is either not in it, or its
 * author is told. Who made a pack of how many stories stands in the audit log.
 */
export async function packStories(
  site: Pick<Site, "db" | "keyring">,
  { council, reader, maker, accountId }: PackRequest,
  now: number,
): Promise<PackedStories> {
  return site.db.transaction("pack stories", async (tx) => {
    const ids = await listConsenting(tx, council.gssCode);
    const held = await holdReadable(tx, ids.slice(0, STORIES_PER_PACK));
    const still = new Set(await listConsenting(tx, council.gssCode));
    const words = sharingWords(council.name, reader, maker);
    const stories: PackedStory[] = [];
    for (const row of held) {
      if (!still.has(row.id)) continue;
      await tx.insert(tx.tables.storySharings).values({
        ...{ id: v7({ msecs: now }), storyId: row.id, use: "inspectorate", words, at: now },
      });
      const { publicId, title, text, contentNote, publishedAt } = row;
      stories.push({
        ...{ publicId, title, text, contentNote, publishedAt: publishedAt ?? 0 },
        teller: openContent(site.keyring, row).teller,
        statements: await listShownStatements(tx, { storyPublicId: publicId }),
      });
    }
    const detail = `${reader}, ${stories.length} stories`;
    await appendAudit(tx, { accountId, action: "pack_stories", subject: council.gssCode, detail }, now);
    return {
      stories,
      restCount: Math.max(0, ids.length - STORIES_PER_PACK),
      isDemonstration: await hasInventedStories(tx, council.gssCode),
    };
  });
}

/** How many stories of a council would go into a pack now. */
export async function countPackable(read: Reader, councilGss: string): Promise<number> {
  const { stories, storyConsents } = read.tables;
  const [counted] = await read
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(stories)
    .innerJoin(storyConsents, eq(storyConsents.storyId, stories.id))
    .where(isPackable(read, councilGss));
  return counted?.count ?? 0;
}

async function listConsenting(read: Reader, councilGss: string): Promise<string[]> {
  const { stories, storyConsents } = read.tables;
  const rows = await read
    .select({ id: stories.id })
    .from(stories)
    .innerJoin(storyConsents, eq(storyConsents.storyId, stories.id))
    .where(isPackable(read, councilGss))
    .orderBy(desc(stories.publishedAt), desc(stories.id));
  return rows.map(({ id }) => id);
}

function isPackable({ tables: { stories, storyConsents } }: Reader, councilGss: string) {
  return and(
    eq(stories.councilGss, councilGss),
    inArray(stories.state, [...READABLE_STATES]),
    eq(storyConsents.use, "inspectorate"),
    isNull(storyConsents.withdrawnAt),
  );
}

/** Holds them one after another, always in the same order so that two packs do not wait for each other. */
async function holdReadable(tx: Tx, ids: readonly string[]) {
  const held = new Map<string, NonNullable<Awaited<ReturnType<typeof holdStory>>>>();
  for (const id of ids.toSorted()) {
    const row = await holdStory(tx, id);
    if (row && READABLE_STATES.some((state) => state === row.state)) held.set(id, row);
  }
  return ids.flatMap((id) => held.get(id) ?? []);
}
