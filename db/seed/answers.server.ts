import { and, asc, eq, gte, ne } from "drizzle-orm";
import { v7 } from "uuid";
import { slotInstant } from "#app/domain/forwarding/slots.ts";
import { newPublicId } from "#app/domain/privacy/public-id.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { lastWeeklySlot } from "#app/domain/time/london.ts";
import { SMALLEST_SHOWN_COUNT } from "#app/policy.ts";
import { DELIVERY_SLOT } from "#app/policy-forwarding.ts";
import type { Tx } from "../database.ts";
import type { Stance } from "../tables/response.ts";

/** What invented councillors say to the large petition: one of each kind that is worth seeing, one of them changed. */
const ANSWERS: readonly { stance: Stance; words: string; role: string; before?: string }[] = [
  {
    stance: "raise",
    words: "I have put a question down for the next meeting of the scrutiny board and will report back here.",
    role: "Councillor",
    before: "I have read this and want to hear the council’s side before I say more.",
  },
  { stance: "support", words: "", role: "Councillor" },
  {
    stance: "contact",
    words: "I hold a surgery in the library on the first Saturday of each month. Families are welcome.",
    role: "office of the councillor",
  },
];

/** Before the earliest answer. */
const TOLD_DAYS_AGO = 17;

/**
 * Lets three invented councillors answer a petition, each after a rehearsed message about it: in their wards enough
 * people have signed. Of nobody real is anything said. For the last unit of the seeding.
 */
export async function seedAnswers(tx: Tx, campaignId: string, now: number): Promise<void> {
  const { representatives, terms, publishedTallies, responses } = tx.tables;
  const seats = await tx
    .select({
      representativeId: representatives.id,
      termId: terms.id,
      addressHash: terms.addressHash,
      gssCode: terms.gssCode,
      name: representatives.name,
    })
    .from(publishedTallies)
    .innerJoin(terms, eq(terms.gssCode, publishedTallies.code))
    .innerJoin(
      representatives,
      and(eq(representatives.id, terms.representativeId), eq(representatives.isInvented, true)),
    )
    .where(
      and(
        eq(publishedTallies.campaignId, campaignId),
        eq(publishedTallies.level, "ward"),
        ne(terms.addressHash, ""),
        gte(publishedTallies.count, SMALLEST_SHOWN_COUNT),
      ),
    )
    .orderBy(asc(publishedTallies.code), asc(terms.id))
    .limit(ANSWERS.length);
  for (const [index, seat] of seats.entries()) {
    const answer = ANSWERS[index];
    if (!answer) continue;
    const { representativeId, termId, name } = seat;
    const deliveryId = await seedDelivery(tx, { ...seat, campaignId }, now - TOLD_DAYS_AGO * DAY);
    const { stance, words, role, before } = answer;
    const publishedAt = now - (3 + index) * DAY;
    const row = {
      ...{ deliveryId, mode: "rehearsal" as const, campaignId, representativeId, termId, position: 0 },
      ...{ writerName: name, writerRole: role, isOfficial: false, settledBy: "" },
    };
    const dated = (at: number) => ({ createdAt: at - DAY, confirmedAt: at - DAY, publishedAt: at });
    const formerId = v7({ msecs: now });
    if (before !== undefined)
      await tx.insert(responses).values({
        ...{ ...row, ...dated(publishedAt - 9 * DAY), id: formerId, groupId: formerId },
        ...{ publicId: newPublicId(), stance: "statement", words: before, state: "replaced", replaces: "" },
        settledAt: publishedAt,
      });
    const id = v7({ msecs: now });
    await tx.insert(responses).values({
      ...{ ...row, ...dated(publishedAt), id, groupId: id, publicId: newPublicId(), stance, words },
      ...{ state: "published", replaces: before === undefined ? "" : formerId, settledAt: publishedAt },
    });
  }
}

/** A message of the last round before a moment, sent in rehearsal when the first five had signed. */
async function seedDelivery(
  tx: Tx,
  seat: {
    campaignId: string;
    representativeId: string;
    termId: string;
    addressHash: string;
    gssCode: string;
  },
  before: number,
): Promise<string> {
  const { campaignId, representativeId, termId, addressHash, gssCode } = seat;
  const slotOn = lastWeeklySlot(before, DELIVERY_SLOT.weekday, DELIVERY_SLOT.time);
  const at = slotInstant(slotOn);
  const deliveryId = v7({ msecs: at });
  await tx.insert(tx.tables.deliveries).values({
    ...{ id: deliveryId, addressHash, slotOn, termId, mode: "rehearsal", state: "sent", reason: "" },
    ...{ attemptCount: 1, dueAt: at, providerId: "", plannedAt: at, sendingAt: at, settledAt: at },
  });
  const tally = SMALLEST_SHOWN_COUNT;
  await tx.insert(tx.tables.deliveryItems).values({
    ...{ campaignId, representativeId, slotOn, deliveryId, gssCode, tally },
    ...{ previousTally: null, previousOn: "", step: tally, isClosing: false },
  });
  return deliveryId;
}
