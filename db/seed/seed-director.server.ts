import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { NAMED_OFFICE } from "#app/domain/forwarding/body-offices.server.ts";
import { newPublicId } from "#app/domain/privacy/public-id.ts";
import { foldName } from "#app/domain/signature/identity.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { addDays, londonDay } from "#app/domain/time/london.ts";
import type { Tx } from "../database.ts";
import { COPY, DIRECTOR } from "./letters/worcestershire.ts";

/** Of the letter that names it alone: it speaks for no petition to the council. */
const SOURCE_KEY = `${NAMED_OFFICE}demonstration`;
const COUNCIL = "E10000034";
const ANSWERED_DAYS_AGO = 6;

/**
 * Addresses the demonstration's letter to an invented office holder, who has answered it as a whole: its demands stay
 * open, and nothing is said of the council. For the last unit of the seeding.
 */
export async function seedDirector(
  tx: Tx,
  { campaignId, organiserId, moderatorId }: { campaignId: string; organiserId: string; moderatorId: string },
  now: number,
): Promise<void> {
  const { recipients, responses } = tx.tables;
  const { representativeId, termId } = await inventDirector(tx, now);
  const settled = { createdAt: now - 44 * DAY, settledAt: now - 43 * DAY, settledBy: moderatorId };
  for (const [index, named] of [DIRECTOR, COPY].entries()) {
    const { name, role, organisation } = named;
    await tx.insert(tx.tables.namedRecipients).values({
      ...{ id: v7({ msecs: now }), publicId: newPublicId(), campaignId, position: index + 1 },
      ...{ name, role, organisation, isCopy: named === COPY, email: "", sourceUrl: "", state: "accepted" },
      ...{ representativeId: named === DIRECTOR ? representativeId : "", reason: "", accountId: organiserId },
      ...settled,
    });
  }
  await tx.insert(recipients).values({
    ...{ campaignId, representativeId, position: 1, isCopy: false },
    ...{ checkedBy: moderatorId, checkedAt: settled.settledAt },
  });
  const id = v7({ msecs: now });
  const publishedAt = now - ANSWERED_DAYS_AGO * DAY;
  await tx.insert(responses).values({
    ...{ id, groupId: id, publicId: newPublicId(), campaignId, representativeId, termId, position: 0 },
    ...{ mode: "rehearsal", deliveryId: "", postedBy: organiserId },
    receivedOn: addDays(londonDay(now), -ANSWERED_DAYS_AGO - 2),
    ...{ stance: "statement", words: DIRECTOR.answer, writerName: DIRECTOR.name, writerRole: DIRECTOR.role },
    ...{
      isOfficial: false,
      state: "published",
      replaces: "",
      settledBy: moderatorId,
      settledAt: publishedAt,
    },
    ...{ createdAt: publishedAt - DAY, confirmedAt: publishedAt - DAY, publishedAt },
  });
}

/** An office that there is not, at the council; made once, kept when the demonstration is made anew. */
async function inventDirector(tx: Tx, now: number): Promise<{ representativeId: string; termId: string }> {
  const { representatives, terms } = tx.tables;
  const name = `${DIRECTOR.name}, ${DIRECTOR.role}`;
  await tx
    .insert(representatives)
    .values({
      ...{ id: v7({ msecs: now }), publicId: newPublicId(), kind: "office", sourceKey: SOURCE_KEY, name },
      ...{ nameKey: foldName(DIRECTOR.name), fullTitle: name, isInvented: true, language: "en" },
    })
    .onConflictDoNothing();
  const [office] = await tx
    .select({ id: representatives.id })
    .from(representatives)
    .where(eq(representatives.sourceKey, SOURCE_KEY));
  if (!office) throw new Error("the director of the demonstration is not there");
  await tx
    .insert(terms)
    .values({
      ...{ id: v7({ msecs: now }), representativeId: office.id, gssCode: COUNCIL, party: "" },
      ...{ startsOn: "2024-09-01", endsOn: "", address: "", addressHash: "", addressState: "unknown" },
      ...{ source: "invented for the demonstration", checkedOn: londonDay(now) },
    })
    .onConflictDoNothing();
  const [term] = await tx.select({ id: terms.id }).from(terms).where(eq(terms.representativeId, office.id));
  if (!term) throw new Error("the director of the demonstration has no office");
  return { representativeId: office.id, termId: term.id };
}
