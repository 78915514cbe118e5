import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { StoryContent } from "./content.ts";

/**
 * Lets everybody read a story as it stands, and puts its facts where they are added up: apart from it, in the same
 * transaction; of those who work with children it does not. A story that comes back joins the sums anew. Returns
 * false where it is not in review any more, or not with this revision.
 */
export async function publishStory(
  tx: Tx,
  row: Tables["stories"]["$inferSelect"],
  content: StoryContent,
  now: number,
): Promise<boolean> {
  const { stories, storyFacts } = tx.tables;
  const { title, text, pullQuote, contentNote, easy } = content;
  const topics = JSON.stringify(content.topics);
  const published = await tx
    .update(stories)
    .set({
      ...{ state: "published", reason: "", publishedAt: now, updatedAt: now },
      ...{ title, text, pullQuote, contentNote, easy, topics },
    })
    .where(and(eq(stories.id, row.id), eq(stories.state, "in_review"), eq(stories.revision, row.revision)))
    .returning({ id: stories.id });
  if (published.length === 0) return false;
  // The numbers are of families: what those tell who work with children would count a family twice.
  if (content.teller === "professional") return true;
  const { councilGss, districtGss, constituencyGss } = row;
  const { need, ageBand, happened, monthsOut, money, miles, monthsWaited, tribunal } = content;
  const facts = {
    ...{ councilGss, districtGss, constituencyGss, need, ageBand, monthsOut, money, miles, monthsWaited },
    ...{ tribunal, happened: JSON.stringify(happened), joinedAt: now, leftAt: null },
  };
  await tx
    .insert(storyFacts)
    .values({ storyId: row.id, ...facts })
    .onConflictDoUpdate({ target: storyFacts.storyId, set: facts });
  return true;
}
