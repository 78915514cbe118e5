import { v7 } from "uuid";
import { newPublicId } from "#app/domain/privacy/public-id.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import type { Tx } from "../database.ts";

/** News that is in public: of invented people, and of nothing that a real council did. */
const TOLD = {
  title: "Forty of us met on Saturday",
  body: `Forty families came to the library in Worcester on Saturday. Some had never spoken to another family in the same place before. **Thank you for coming.**

What we agreed:

- We collect what happened, in our own words. A few lines are enough.
- We ask our councillors, ward by ward, what they will do.
- We meet again next month. There will be tea, and a room for children.

> I thought it was only us. It was the first time that I did not have to explain.

That is what one mother said on the way out. If you could not come: sign, and pass it on to one other family.`,
} as const;

/** News that a moderator has still to read. */
const WAITING = {
  title: "Our next meeting is on the twelfth",
  body: "We meet again on the twelfth, at half past ten, in the same room. Bring a letter that you do not understand: *somebody there will have had the same one*.",
} as const;

/**
 * News of a petition of the demonstration: an update in public, which nobody was mailed, and one that waits for a
 * moderator, to be mailed. For the last unit of the seeding.
 */
export async function seedUpdates(
  tx: Tx,
  { campaignId, organiserId, moderatorId }: { campaignId: string; organiserId: string; moderatorId: string },
  now: number,
): Promise<void> {
  const row = (at: number) => ({
    ...{ id: v7({ msecs: at }), publicId: newPublicId(), campaignId, reason: "", note: "" },
    ...{ accountId: organiserId, createdAt: at, mailAt: null, plannedUpTo: "", recipientCount: 0 },
  });
  const told = { state: "published", settledBy: moderatorId, mailing: "none" } as const;
  const waiting = { state: "waiting", settledBy: "", mailing: "asked" } as const;
  await tx.insert(tx.tables.updates).values([
    { ...row(now - 4 * DAY), ...TOLD, ...told, publishedAt: now - 3 * DAY },
    { ...row(now - 3 * HOUR), ...WAITING, ...waiting, publishedAt: null },
  ]);
}
