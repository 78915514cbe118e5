import type { Keyring, Place } from "../privacy/keyring.server.ts";
import { StoryContent } from "./content.ts";

/** Where a column of a story is sealed. */
export function storyPlace(storyId: string, column: "content" | "email"): Place {
  return { table: "stories", column, rowId: storyId };
}

/** All that was typed and chosen, as its row holds it. */
export function sealContent(keyring: Keyring, storyId: string, content: StoryContent): string {
  return keyring.seal(storyPlace(storyId, "content"), JSON.stringify(content));
}

/** The same, opened; of a row that was blanked, a story without a word. */
export function openContent(keyring: Keyring, row: { id: string; content: string }): StoryContent {
  if (row.content === "") return StoryContent.parse({});
  return StoryContent.parse(JSON.parse(keyring.open(storyPlace(row.id, "content"), row.content)));
}

/** The author's address, or blank. */
export function openEmail(keyring: Keyring, row: { id: string; email: string }): string {
  return keyring.open(storyPlace(row.id, "email"), row.email);
}
