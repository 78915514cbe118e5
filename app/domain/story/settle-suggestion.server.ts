import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Site } from "../site.ts";
import { storyDanger } from "./danger.ts";
import { holdStory } from "./hold-story.server.ts";
import { rewordPublished } from "./reword-published.server.ts";
import { writeStory } from "./save-story-step.server.ts";
import { openContent } from "./sealed-story.server.ts";
import { needsSecondLook, prepareLook } from "./second-look.ts";
import { findStoryLink } from "./story-links.server.ts";
import { isStanding, suggestionPlace, Wording } from "./suggestions.server.ts";

/** The author's answer, with the link by which they came: only one that was mailed to them will do. */
export interface SettledSuggestion {
  token: string;
  publicId: string;
  answer: "accepted" | "declined";
}

/**
 * The author says yes or no to another wording. Accepted, it stands in place of theirs as a new revision: what was
 * approved before has to be approved anew; of a published story everybody reads it at once, save for the hardest.
 * `old` where the story was changed or decided since it was offered, or the
 * suggestion was answered before; `gone` for a link or a suggestion that is nobody's.
 */
export async function settleSuggestion(
  site: Pick<Site, "db" | "keyring">,
  { token, publicId, answer }: SettledSuggestion,
  now: number,
): Promise<"accepted" | "declined" | "old" | "gone"> {
  prepareLook();
  return site.db.transaction("settle suggestion", async (tx) => {
    const link = await findStoryLink(tx, token);
    if (link === undefined || link.way === "draft") return "gone";
    const row = await holdStory(tx, link.storyId);
    if (!row) return "gone";
    const { storySuggestions } = tx.tables;
    const isThis = and(eq(storySuggestions.publicId, publicId), eq(storySuggestions.storyId, row.id));
    const [found] = await tx.select().from(storySuggestions).where(isThis);
    if (!found || found.content === "") return "gone";
    if (!isStanding(found, row)) return "old";
    const settled = await tx
      .update(storySuggestions)
      .set({ state: answer, settledAt: now })
      .where(and(isThis, eq(storySuggestions.state, "waiting")))
      .returning({ id: storySuggestions.id });
    if (settled.length === 0) return "old";
    if (answer === "accepted") await reword(tx, site, row, found, now);
    return answer;
  });
}

async function reword(
  tx: Tx,
  site: Pick<Site, "keyring">,
  row: Tables["stories"]["$inferSelect"],
  { id, content: sealed }: Pick<Tables["storySuggestions"]["$inferSelect"], "id" | "content">,
  now: number,
): Promise<void> {
  const { stories } = tx.tables;
  const { why: _, ...wording } = Wording.parse(JSON.parse(site.keyring.open(suggestionPlace(id), sealed)));
  const content = { ...openContent(site.keyring, row), ...wording };
  await writeStory(tx, site, row, content, {}, now);
  // Words of danger in what is there now are looked for anew; what moderators have marked stays.
  const { dangers, isUrgent } = storyDanger(content);
  const judged = {
    needsSecond: row.needsSecond || needsSecondLook(content, dangers),
    isUrgent: row.isUrgent || isUrgent,
  };
  await tx.update(stories).set(judged).where(eq(stories.id, row.id));
  if (row.state === "published") await rewordPublished(tx, site.keyring, row.id, now);
}
