import { eq } from "drizzle-orm";
import { organisationKey } from "#app/domain/open-letter/organisation-key.ts";
import { standingPlace } from "#app/domain/open-letter/standing.ts";
import { hiddenKey, type StandingRow } from "#app/domain/open-letter/standing-rows.server.ts";
import type { Keyring } from "#app/domain/privacy/keyring.server.ts";
import { newPublicId } from "#app/domain/privacy/public-id.ts";
import { foldName } from "#app/domain/signature/identity.ts";
import { sealStanding } from "#app/domain/signature/person.server.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY } from "#app/domain/time/durations.ts";
import type { Tx } from "../database.ts";
import { LETTER_SIGNATORIES, type LetterSignatory } from "./letters/worcestershire.ts";
import { signatureOf } from "./seed-letter.server.ts";

const CHECKED = "Demonstration: nothing was looked up.";

type Settled = Pick<
  StandingRow,
  "state" | "how" | "checkedWords" | "checkedBy" | "checkedAt" | "role" | "organisation" | "organisationKey"
>;

/**
 * Lets those who sign the demonstration's letter with a role or for an organisation stand there as such, where it was
 * checked, and puts the first of them in order. For the last unit of the seeding.
 */
export async function seedStandings(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  { campaignId, moderatorId }: { campaignId: string; moderatorId: string },
  now: number,
): Promise<void> {
  const { signatures, standings, publicNames } = tx.tables;
  let position = 0;
  for (const signatory of LETTER_SIGNATORIES) {
    const id = await signatureOf(tx, {
      campaignId,
      nameHash: keyring.hash("name", foldName(signatory.name)),
    });
    await tx
      .update(signatures)
      .set(sealStanding(keyring, id, signatory))
      .where(eq(signatures.id, id));
    const at = now - 20 * DAY;
    await tx.insert(standings).values({
      ...{ signatureId: id, publicId: newPublicId(), campaignId },
      ...{ isForOrganisation: signatory.onBehalf, createdAt: at },
      authority: keyring.seal(standingPlace(id, "authority"), signatory.authority),
      ...standingOf(keyring, id, signatory, { moderatorId, at }),
    });
    if (signatory.state !== "vouched") continue;
    if (signatory.isFirst) position += 1;
    const { role, organisation } = signatory;
    await tx
      .update(publicNames)
      .set({
        ...{ role, organisation, organisationKey: organisationKey(organisation) },
        ...(signatory.isFirst ? { position } : {}),
      })
      .where(eq(publicNames.signatureId, id));
  }
}

function standingOf(
  keyring: Keyring,
  id: string,
  { state, onBehalf, organisation }: LetterSignatory,
  { moderatorId, at }: { moderatorId: string; at: number },
): Settled {
  const hidden = hiddenKey(keyring, organisation);
  const unsettled = { how: "", checkedWords: "", checkedBy: "", checkedAt: null } as const;
  if (state === "waiting")
    return { state, ...unsettled, role: "", organisation: "", organisationKey: hidden };
  return {
    ...{ state, how: "moderator", checkedBy: moderatorId, checkedAt: at, role: "" },
    checkedWords: keyring.seal(standingPlace(id, "checked_words"), CHECKED),
    organisation: onBehalf ? organisation : "",
    organisationKey: onBehalf ? organisationKey(organisation) : hidden,
  };
}
