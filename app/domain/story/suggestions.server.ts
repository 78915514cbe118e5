import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { StoryState, SuggestionState } from "#db/tables/story.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import type { StoryContent } from "./content.ts";

/** The texts that everybody reads, as a moderator would word them, and why; sealed as one. */
export const Wording = z.object({
  title: z.string(),
  text: z.string(),
  contentNote: z.string(),
  easy: z.string(),
  why: z.string(),
});
export type Wording = z.infer<typeof Wording>;

/** The states in which an author can be offered another wording, and take it; published since somebody showed it wrong. */
export const SUGGESTION_STATES = [
  "in_review",
  "changes_requested",
  "published",
] as const satisfies StoryState[];

/** Whether a suggestion is still about a story as it stands: one that was passed over when it was published is not. */
export function isStanding(
  suggestion: { revision: number; createdAt: number },
  story: { state: StoryState; revision: number; publishedAt: number | null },
): boolean {
  const isOpen = SUGGESTION_STATES.some((state) => state === story.state);
  const isSince = story.state !== "published" || suggestion.createdAt > (story.publishedAt ?? 0);
  return isOpen && isSince && suggestion.revision === story.revision;
}

/** Where a suggestion is sealed. */
export function suggestionPlace(suggestionId: string): Place {
  return { table: "story_suggestions", column: "content", rowId: suggestionId };
}

/** A suggestion with what it would make of the story. */
export interface ShownSuggestion {
  publicId: string;
  /** The revision of the story that it rewords. */
  revision: number;
  state: SuggestionState;
  wording: Wording;
  createdAt: number;
}

/** Those made for a story, newest first, at most 20; one whose words were blanked is left out. */
export async function listSuggestions(
  read: Reader,
  keyring: Keyring,
  storyId: string,
): Promise<ShownSuggestion[]> {
  const { storySuggestions } = read.tables;
  const rows = await read
    .select()
    .from(storySuggestions)
    .where(eq(storySuggestions.storyId, storyId))
    .orderBy(desc(storySuggestions.createdAt), desc(storySuggestions.id))
    .limit(20);
  return rows.filter(({ content }) => content !== "").map((row) => asShown(keyring, row));
}

/** The one that waits for its author and is still about the story as it is; undefined where none does. */
export async function findWaitingSuggestion(
  read: Reader,
  keyring: Keyring,
  story: { id: string; state: StoryState; revision: number; publishedAt: number | null },
): Promise<ShownSuggestion | undefined> {
  const { storySuggestions } = read.tables;
  const [row] = await read
    .select()
    .from(storySuggestions)
    .where(
      and(
        eq(storySuggestions.storyId, story.id),
        eq(storySuggestions.revision, story.revision),
        eq(storySuggestions.state, "waiting"),
      ),
    )
    .orderBy(desc(storySuggestions.createdAt), desc(storySuggestions.id))
    .limit(1);
  return row && row.content !== "" && isStanding(row, story) ? asShown(keyring, row) : undefined;
}

/** Whether a wording is word for word what the story says. */
export function isSameWording(
  content: StoryContent,
  { title, text, contentNote, easy }: Omit<Wording, "why">,
): boolean {
  return (
    content.title === title &&
    content.text === text &&
    content.contentNote === contentNote &&
    content.easy === easy
  );
}

function asShown(keyring: Keyring, row: Tables["storySuggestions"]["$inferSelect"]): ShownSuggestion {
  const { id, publicId, revision, state, content, createdAt } = row;
  const wording = Wording.parse(JSON.parse(keyring.open(suggestionPlace(id), content)));
  return { publicId, revision, state, wording, createdAt };
}
