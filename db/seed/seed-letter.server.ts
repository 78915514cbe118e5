import { and, eq } from "drizzle-orm";
import type { TextContent } from "#app/domain/campaign/text-content.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { addDays, londonDay, londonInstant } from "#app/domain/time/london.ts";
import type { Tx } from "../database.ts";
import type { Tables } from "../schema.ts";
import { bulkSign, type Signing } from "./bulk-sign.server.ts";
import { insertCampaign } from "./insert-campaign.server.ts";
import { LETTER_SIGNATORIES, LETTER_SPREAD, LETTER_VERSIONS } from "./letters/worcestershire.ts";
import { plainLetters } from "./names.ts";
import { inventSignings } from "./people.ts";
import { type Random, randomFrom } from "./random.ts";

const OPENED_DAYS_AGO = 41;
const CHANGED_DAYS_AGO = 12;
const CLOSES_IN_DAYS = 78;
/** Of those who signed the first version, so many have agreed to the second. */
const AGREED = 0.4;
/** Where those with roles say they live: an ordinary postcode of Worcester. */
const POSTCODE = "WR5 2NP";

/**
 * Writes the open letter of the demonstration as a draft with its signatures: published once, changed once; some of
 * those who signed before have agreed to the change. Opened with the petitions.
 */
export async function seedLetter(
  site: Site,
  takenNames: ReadonlySet<string>,
  now: number,
): Promise<Tables["campaigns"]["$inferSelect"]> {
  const today = londonDay(now);
  const openedAt = londonInstant(addDays(today, -OPENED_DAYS_AGO), "08:00");
  const changedAt = londonInstant(addDays(today, -CHANGED_DAYS_AGO), "17:30");
  const [first, present] = [dated(LETTER_VERSIONS[0], openedAt), dated(LETTER_VERSIONS[1], changedAt)];
  const campaign = await site.db.transaction("seed a letter", async (tx) => {
    const { asks, askClause, shortName } = present;
    const inserted = await insertCampaign(tx, {
      ...{ kind: "letter", slug: "worcestershire-late-plans", state: "draft" },
      ...{ bodyKind: "council", bodyName: "Worcestershire County Council", bodyGss: "E10000034" },
      ...{ organiserName: "Severn Valley SEND Families", askClause, shortName, goal: 1000 },
      ...{ showsNames: true, isDemonstration: true, createdAt: openedAt - 5 * DAY, openedAt },
      ...{ closesOn: addDays(today, CLOSES_IN_DAYS), closedAt: null, textVersion: 2 },
      ...{ texts: { en: { ...present.en, ...present.letter } }, asks },
    });
    await keepFormer(tx, inserted.id, first, changedAt);
    return inserted;
  });
  const random = randomFrom(1847);
  const crowd = { spread: LETTER_SPREAD, openedAt, until: now, bodyGss: "", takenNames };
  const signings = [...foremost(openedAt), ...inventSignings(random, crowd, site.places)];
  await bulkSign(
    site,
    campaign,
    signings.map((signing) => ({ ...signing, textVersion: versionOf(random, signing, changedAt) })),
  );
  return campaign;
}

function dated(content: TextContent, at: number): TextContent {
  return { ...content, letter: content.letter && { ...content.letter, datedOn: londonDay(at) } };
}

async function keepFormer(
  tx: Tx,
  campaignId: string,
  content: TextContent,
  replacedAt: number,
): Promise<void> {
  await tx.insert(tx.tables.formerTexts).values({
    ...{ campaignId, version: 1, content: JSON.stringify(content), wasPublic: true, replacedAt },
  });
}

/** Those who sign as what they are were asked beforehand, and signed in the first hours. */
function foremost(openedAt: number): Signing[] {
  return LETTER_SIGNATORIES.map(({ name, role, organisation, onBehalf, authority }, index) => ({
    form: SignForm.parse({
      ...{ name, email: `${plainLetters(name)}@post.example`, postcode: POSTCODE, showName: "on" },
      ...{ role, organisation, authority, onBehalf: onBehalf ? "on" : undefined },
    }),
    signedAt: openedAt + index * HOUR,
    confirmedAt: openedAt + index * HOUR + HOUR / 4,
  }));
}

function versionOf(random: Random, { confirmedAt }: Signing, changedAt: number): number {
  if (confirmedAt >= changedAt) return 2;
  return random() < AGREED ? 2 : 1;
}

/** The id of the signature that somebody of a name gave to a campaign. */
export async function signatureOf(
  tx: Tx,
  { campaignId, nameHash }: { campaignId: string; nameHash: string },
): Promise<string> {
  const { signatures } = tx.tables;
  const [row] = await tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), eq(signatures.nameHash, nameHash)));
  if (!row) throw new Error("a signatory of the demonstration's letter is not there");
  return row.id;
}
