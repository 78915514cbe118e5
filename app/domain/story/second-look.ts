import type { StoryContent } from "./content.ts";
import type { Danger } from "./crisis.ts";

/** What makes two people look, one of them a senior moderator: a court or care case, a live tribunal, abuse. */
export function needsSecondLook(
  { court, tribunal }: Pick<StoryContent, "court" | "tribunal">,
  dangers: readonly Danger[],
): boolean {
  return court !== "no" || tribunal === "waiting" || dangers.some((danger) => danger !== "self_harm");
}
