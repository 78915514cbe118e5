import { eq } from "drizzle-orm";
import { MAILS_PER_ADDRESS_PER_DAY } from "#app/policy.ts";
import { STORY_DRAFT_DAYS, STORY_MAILS } from "#app/policy-stories.ts";
import type { Tx } from "#db/database.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { hashAddress } from "../signature/person.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { holdStory } from "./hold-story.server.ts";
import { openEmail, storyPlace } from "./sealed-story.server.ts";
import { makeMailLink } from "./story-links.server.ts";

/**
 * Keeps the author's address, sealed. When it is typed for the first time, or is another one, the link to go on is
 * mailed there, within what an address is sent in a day, and the link to the former address ends. Only a draft's
 * can be changed: later the address has been proved. `gone` where it was sent or has run out meanwhile.
 */
export async function giveAddress(
  site: Site,
  { storyId, email }: { storyId: string; email: string },
  now: number,
): Promise<"saved" | "gone"> {
  return site.db.transaction("give address of story", async (tx) => {
    const { stories } = tx.tables;
    const row = await holdStory(tx, storyId);
    if (row?.state !== "draft") return "gone";
    const before = openEmail(site.keyring, row);
    await tx
      .update(stories)
      .set({
        email: site.keyring.seal(storyPlace(storyId, "email"), email),
        addressHash: hashAddress(site.keyring, email),
        ...{ updatedAt: now, expiresAt: now + STORY_DRAFT_DAYS * DAY },
      })
      .where(eq(stories.id, storyId));
    if (email === before) return "saved";
    await makeMailLink(tx, site.keyring, { storyId, email, before });
    await mailStory(tx, site, { template: "story-link", storyId, email }, now);
    return "saved";
  });
}

/** Queues a mail with the link of a draft, within what a draft may cause and an address is sent. */
export async function mailStory(
  tx: Tx,
  site: Pick<Site, "keyring" | "wake">,
  { template, storyId, email }: { template: "story-link" | "story-confirm"; storyId: string; email: string },
  now: number,
): Promise<void> {
  const ofStory = {
    ...{ key: `story mail ${storyId}`, windowMs: STORY_DRAFT_DAYS * DAY, limit: STORY_MAILS },
  };
  const ofAddress = {
    key: `mail day ${hashAddress(site.keyring, email)}`,
    ...{ windowMs: DAY, limit: MAILS_PER_ADDRESS_PER_DAY },
  };
  if (!(await takeAllowance(tx, ofStory, now)) || !(await takeAllowance(tx, ofAddress, now))) return;
  await queueMail(tx, site, { template, rowId: storyId }, now);
}
