import { asc, count, eq } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { StatementKind, StoryState } from "#db/tables/story.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { hasInventedStories } from "./invented-stories.server.ts";
import { type OpenStatement, openStatement } from "./statement-sealed.server.ts";
import { READABLE_STATES } from "./story.ts";
import type { StatementTarget } from "./write-statement.server.ts";

/** What a reply is about, as pages and mails name it. */
export interface StatementAbout {
  /** The council's names and the last part of its address; blank where it is not known any more. */
  council: { name: string; shortName: string; slug: string };
  /** Undefined where it is about all that families tell of the council. */
  story?: { publicId: string; title: string; state: StoryState };
  /** The story, or some of what there is to read of the council, is invented. */
  isInvented: boolean;
}

/** A reply with all that was typed, and what it is about. */
export type ReadStatement = OpenStatement & { about: StatementAbout };

/** The reply of the link that its writer was mailed; undefined for a link that is nobody's (any more). */
export async function findStatementByLink(
  read: Reader,
  keyring: Keyring,
  token: string,
): Promise<ReadStatement | undefined> {
  const id = await findLinkedRow(read, token, ["story_statement"]);
  return id === undefined ? undefined : findStatement(read, keyring, { id });
}

/** A reply in any state, by its row or its public id. */
export async function findStatement(
  read: Reader,
  keyring: Keyring,
  which: { id: string } | { publicId: string },
): Promise<ReadStatement | undefined> {
  const { storyStatements, stories, areas } = read.tables;
  const [row] = await read
    .select({ statement: storyStatements, story: stories, council: areas })
    .from(storyStatements)
    .leftJoin(stories, eq(stories.id, storyStatements.storyId))
    .leftJoin(areas, eq(areas.gssCode, storyStatements.councilGss))
    .where("id" in which ? eq(storyStatements.id, which.id) : eq(storyStatements.publicId, which.publicId));
  if (!row) return undefined;
  const { statement, story, council } = row;
  return {
    ...openStatement(keyring, statement),
    about: {
      council: {
        name: council?.name ?? "",
        shortName: council?.shortName ?? "",
        slug: council?.slug ?? "",
      },
      story:
        story === null ? undefined : { publicId: story.publicId, title: story.title, state: story.state },
      isInvented: story?.isDemonstration ?? (await hasInventedStories(read, statement.councilGss)),
    },
  };
}

/** A story that can be replied to. */
export interface RepliedStory extends StatementTarget {
  publicId: string;
  title: string;
  isInvented: boolean;
}

/** The story of a public address, to reply to; `gone` where there was one that everybody could read. */
export async function findRepliedStory(
  read: Reader,
  publicId: string,
): Promise<RepliedStory | "gone" | undefined> {
  const { stories } = read.tables;
  const [row] = await read.select().from(stories).where(eq(stories.publicId, publicId));
  if (!row || row.publishedAt === null) return undefined;
  if (!READABLE_STATES.some((state) => state === row.state)) return "gone";
  const { id: storyId, councilGss, title, isDemonstration: isInvented } = row;
  return { storyId, councilGss, publicId, title, isInvented };
}

/** A line of the moderators' queue. */
export interface WaitingStatement {
  publicId: string;
  kind: StatementKind;
  organisation: string;
  isOfficial: boolean;
  council: string;
  /** The story's title; blank where it is about the whole of a council. */
  title: string;
  dueAt: number;
}

/** One page of the replies that wait, whichever is due first at the top; and how many there are. */
export async function listWaitingStatements(
  read: Reader,
  keyring: Keyring,
  page: number,
): Promise<{ statements: WaitingStatement[]; count: number }> {
  const { storyStatements, stories, areas } = read.tables;
  const isWaiting = eq(storyStatements.state, "waiting");
  const [counted] = await read.select({ count: count() }).from(storyStatements).where(isWaiting);
  const rows = await read
    .select({ statement: storyStatements, title: stories.title, council: areas.shortName })
    .from(storyStatements)
    .leftJoin(stories, eq(stories.id, storyStatements.storyId))
    .leftJoin(areas, eq(areas.gssCode, storyStatements.councilGss))
    .where(isWaiting)
    .orderBy(asc(storyStatements.dueAt), asc(storyStatements.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return {
    count: counted?.count ?? 0,
    statements: rows.map(({ statement, title, council }) => {
      const { publicId, kind, organisation, isOfficial, dueAt } = openStatement(keyring, statement);
      return {
        ...{ publicId, kind, organisation, isOfficial },
        ...{ council: council ?? "", title: title ?? "", dueAt: dueAt ?? 0 },
      };
    }),
  };
}
