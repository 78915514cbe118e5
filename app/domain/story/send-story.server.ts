import { eq } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { dropLinks, linkTokens, makeLinks } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { listConsents, standingUses } from "./consents.server.ts";
import { storyDanger } from "./danger.ts";
import { mailStory } from "./give-address.server.ts";
import { holdStory } from "./hold-story.server.ts";
import { openContent, openEmail } from "./sealed-story.server.ts";
import { needsSecondLook, prepareLook } from "./second-look.ts";
import { storyGaps } from "./steps.ts";
import { isEditable } from "./story.ts";
import { findStoryLink } from "./story-links.server.ts";

/**
 * What came of it: `mailed` to the address, which proves it by pressing the button there; `sent` to the moderators,
 * with the link for life; `sent_already` with the same; `incomplete` names nothing: the pages say what is missing.
 */
export type Sending =
  | { outcome: "sent" | "sent_already"; token: string }
  | { outcome: "mailed" | "incomplete" | "gone" };

/**
 * Hands a story to the moderators. From the page where it was written that mails a link; from a mailed link it is
 * sent at once, because the address has been proved by it.
 */
export async function sendStory(site: Site, token: string, now: number): Promise<Sending> {
  prepareLook();
  return site.db.transaction("send story", async (tx) => {
    const link = await findStoryLink(tx, token);
    const row = link && (await holdStory(tx, link.storyId));
    if (!row || row.state === "withdrawn") return { outcome: "gone" };
    if (!isEditable(row.state)) return { outcome: "sent_already", token: await lifeToken(tx, site, row.id) };
    const content = openContent(site.keyring, row);
    const email = openEmail(site.keyring, row);
    const uses = standingUses(await listConsents(tx, row.id));
    if (storyGaps({ content, councilGss: row.councilGss, email, uses }).length > 0)
      return { outcome: "incomplete" };
    if (link.way === "draft") {
      await mailStory(tx, site, { template: "story-confirm", storyId: row.id, email }, now);
      return { outcome: "mailed" };
    }
    await handIn(tx, row, content, now);
    await makeLinks(tx, site.keyring, row.id, ["story"]);
    // Whoever finds the page on which it was written, on a computer of others, finds nothing there.
    await dropLinks(tx, [row.id], "story_draft");
    return { outcome: "sent", token: await lifeToken(tx, site, row.id) };
  });
}

async function handIn(
  tx: Tx,
  { id, needsSecond }: Tables["stories"]["$inferSelect"],
  content: ReturnType<typeof openContent>,
  now: number,
): Promise<void> {
  const { stories } = tx.tables;
  const crisis = storyDanger(content);
  await tx
    .update(stories)
    .set({
      state: "in_review",
      needsSecond: needsSecond || needsSecondLook(content, crisis.dangers),
      isUrgent: crisis.isUrgent,
      ...{ submittedAt: now, updatedAt: now, expiresAt: null, reason: "" },
    })
    .where(eq(stories.id, id));
}

async function lifeToken(tx: Tx, { keyring }: Pick<Site, "keyring">, storyId: string): Promise<string> {
  const { story } = await linkTokens(tx, keyring, storyId);
  if (story === undefined) throw new Error("a story that was sent has no link");
  return story;
}
