import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { countVersions } from "#app/domain/open-letter/count-versions.server.ts";
import { tokenHash } from "#app/domain/privacy/keyring.server.ts";
import { wordingVersions } from "#app/domain/privacy/notices.ts";
import { foldName, sortKey, surnameKey } from "#app/domain/signature/identity.ts";
import { hashPerson, hashTyped, sealPerson } from "#app/domain/signature/person.server.ts";
import type { SignForm } from "#app/domain/signature/sign-form.ts";
import type { Site } from "#app/domain/site.ts";
import { londonDay, startOfHour } from "#app/domain/time/london.ts";
import { SIGNATURES_PER_ADDRESS } from "#app/policy.ts";
import type { Tx } from "../database.ts";
import { chunksOf } from "../reference/chunks.ts";
import type { Tables } from "../schema.ts";
import { findCellIds } from "./find-cell-ids.server.ts";
import type { Moment } from "./growth.ts";

/** One person's signing and confirming. */
export interface Signing extends Moment {
  form: SignForm;
  /** The version of the text that they have signed, where it is not the present one. */
  textVersion?: number;
}

type Campaign = Pick<Tables["campaigns"]["$inferSelect"], "id" | "language" | "showsNames"> & {
  /** The version that they sign; the first one unless told otherwise. */
  textVersion?: number;
};
type Rows = {
  signature: Tables["signatures"]["$inferInsert"];
  slot: Tables["signatureSlots"]["$inferInsert"];
  links: Tables["links"]["$inferInsert"][];
  publicName: Tables["publicNames"]["$inferInsert"] | undefined;
};

/** Signatures of one unit: some tens of milliseconds, and fewer parameters than either engine takes. */
const SIGNATURES_PER_UNIT = 100;
const LINK_PURPOSES = ["confirm", "not_me", "signature"] as const;

/**
 * Writes confirmed signatures of a campaign that has none, many at a time: the rows are those that recording and
 * confirming one after another leaves, but no mail is queued or counted, no client is remembered, and the
 * publication of area numbers is the caller's to do. Signings come in the order in which they were confirmed.
 *
 * @throws when somebody's address has no free slot: nobody here is to be turned away.
 */
export async function bulkSign(site: Site, campaign: Campaign, signings: readonly Signing[]): Promise<void> {
  const slots = slotBook();
  const cellIds = await findCellIds(
    site,
    signings.map(({ form }) => form),
  );
  const isSitting = await representativesByName(site);
  for (const chunk of chunksOf(signings, SIGNATURES_PER_UNIT)) {
    const rows = chunk.map((signing): Rows => {
      const cellId = cellIds.get(signing.form);
      if (cellId === undefined) throw new Error("a signing was not placed");
      return rowsOf(site, campaign, signing, cellId, slots, isSitting);
    });
    await site.db.transaction("sign in bulk", (tx) => writeRows(tx, site, campaign.id, rows));
  }
}

function rowsOf(
  site: Site,
  campaign: Campaign,
  { form, signedAt, confirmedAt, textVersion }: Signing,
  cellId: number,
  slotOf: ReturnType<typeof slotBook>,
  isSitting: (nameKey: string, day: string) => boolean,
): Rows {
  const { keyring } = site;
  const id = v7({ msecs: signedAt });
  const hashes = hashPerson(keyring, form);
  const isShown = form.showName && campaign.showsNames;
  return {
    signature: {
      id,
      campaignId: campaign.id,
      state: "confirmed",
      heldReason: "",
      cellId,
      edition: site.places.edition,
      ...sealPerson(keyring, id, form),
      country: form.country,
      typedHash: hashTyped(keyring, form),
      ...hashes,
      showName: form.showName,
      updates: form.updates,
      handIn: form.handIn,
      connection: form.connection,
      ...wordingVersions(form),
      consentedAt: signedAt,
      language: campaign.language,
      mailCount: 0,
      clientHash: "",
      clientNetHash: "",
      createdAt: signedAt,
      confirmedAt,
      textVersion: textVersion ?? campaign.textVersion ?? 1,
    },
    slot: { campaignId: campaign.id, signatureId: id, slot: slotOf(hashes), ...hashes },
    links: LINK_PURPOSES.map((purpose) => ({
      tokenHash: tokenHash(keyring.token(purpose, id, 1)),
      purpose,
      rowId: id,
      generation: 1,
      keyId: keyring.keyId,
    })),
    publicName: isShown
      ? {
          signatureId: id,
          campaignId: campaign.id,
          name: form.name,
          sortKey: sortKey(form.name),
          surnameKey: surnameKey(form.name),
          isPublished: false,
          isHeld: isSitting(foldName(form.name), londonDay(confirmedAt)),
        }
      : undefined,
  };
}

async function writeRows(tx: Tx, site: Site, campaignId: string, rows: readonly Rows[]): Promise<void> {
  const { signatures, signatureSlots, links, publicNames, tallies, countEvents } = tx.tables;
  const written = rows.map(({ signature }) => signature);
  await tx.insert(signatures).values(written);
  await tx.insert(signatureSlots).values(rows.map(({ slot }) => slot));
  await tx.insert(links).values(rows.flatMap((row) => row.links));
  const names = rows.flatMap(({ publicName }) => publicName ?? []);
  if (names.length > 0) await tx.insert(publicNames).values(names);
  await tx
    .insert(tallies)
    .values(countByCell(written).map(([cellId, count]) => ({ campaignId, cellId, shard: site.shard, count })))
    .onConflictDoUpdate({
      target: [tallies.campaignId, tallies.cellId, tallies.shard],
      set: { count: sql`${tallies.count} + excluded.count` },
    });
  const versions = written.map(({ textVersion = 1 }) => ({ version: textVersion, delta: 1 }));
  await countVersions(tx, site, { campaignId, changes: versions });
  await tx.insert(countEvents).values(
    written.map(({ cellId, confirmedAt }) => ({
      campaignId,
      cellId,
      delta: 1,
      reason: "confirmed" as const,
      hour: startOfHour(confirmedAt ?? 0),
    })),
  );
}

/** Cells in ascending order, as every writer of tallies touches them. */
function countByCell(signatures: readonly Rows["signature"][]): [number, number][] {
  const counts = new Map<number, number>();
  for (const { cellId } of signatures) counts.set(cellId, (counts.get(cellId) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

/** Gives each person the next free slot of their address, by the rule that confirming has. */
function slotBook(): (person: { addressHash: string; nameHash: string; postcodeHash: string }) => number {
  const holders = new Map<string, { nameHash: string; postcodeHash: string }[]>();
  return (person) => {
    const held = holders.get(person.addressHash) ?? [];
    const isRefused = held.some(
      (holder) => holder.nameHash === person.nameHash || holder.postcodeHash !== person.postcodeHash,
    );
    if (isRefused || held.length >= SIGNATURES_PER_ADDRESS) throw new Error("an address has no free slot");
    holders.set(person.addressHash, [...held, person]);
    return held.length + 1;
  };
}

/** Tells whether somebody of a folded name represents an area on a day: such a name waits for a moderator. */
async function representativesByName(site: Site): Promise<(nameKey: string, day: string) => boolean> {
  const { representatives, terms } = site.db.tables;
  const rows = await site.db.read
    .select({ nameKey: representatives.nameKey, endsOn: terms.endsOn })
    .from(representatives)
    .innerJoin(terms, eq(terms.representativeId, representatives.id));
  const endings = new Map<string, string[]>();
  for (const { nameKey, endsOn } of rows) endings.set(nameKey, [...(endings.get(nameKey) ?? []), endsOn]);
  return (nameKey, day) => (endings.get(nameKey) ?? []).some((endsOn) => endsOn === "" || endsOn >= day);
}
