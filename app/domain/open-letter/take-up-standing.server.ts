import { and, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { sealedIn } from "../signature/signature.ts";
import type { Site } from "../site.ts";
import { findVouching } from "./find-vouching.server.ts";
import { type Claim, standingPlace } from "./standing.ts";
import { hiddenKey, NOT_SHOWN, type StandingRow } from "./standing-rows.server.ts";
import { vouchStanding } from "./vouch-standing.server.ts";

type SignatureRow = Pick<
  Tables["signatures"]["$inferSelect"],
  "id" | "campaignId" | "name" | "email" | "role" | "organisation" | "addressHash"
>;

/**
 * Settles where a signature's standing is, in the transaction that confirms it or puts it back into the count: vouched
 * for at once by its address where that can be, else waiting for a moderator; what was vouched for before comes back.
 */
export async function takeUpStanding(
  tx: Tx,
  site: Pick<Site, "keyring">,
  signature: SignatureRow,
  now: number,
): Promise<void> {
  const row = await findStanding(tx, signature);
  if (!row || (row.state !== "unconfirmed" && row.state !== "set_aside")) return;
  const claim = openClaim(site.keyring, signature, row);
  const before = row.state === "set_aside" ? row : undefined;
  const how = before?.how ?? (await findVouching(tx, claimantOf(site.keyring, signature, claim), now));
  const vouched =
    how &&
    (await vouchStanding(
      tx,
      { row, from: [row.state], organisation: claim.organisation },
      {
        how,
        isForOrganisation: row.isForOrganisation,
        checkedWords: before?.checkedWords ?? "",
        checkedBy: before?.checkedBy ?? "",
        checkedAt: before?.checkedAt ?? now,
      },
    ));
  if (vouched !== "vouched") await letWait(tx, row, now);
}

/**
 * Asks again whether somebody's address vouches for them, because their name or what vouched has changed: until then
 * nobody does, and nothing of the standing is shown. What was declined stays declined.
 */
export async function reconsiderStanding(
  tx: Tx,
  site: Pick<Site, "keyring">,
  signature: SignatureRow,
  now: number,
): Promise<void> {
  const { standings } = tx.tables;
  const row = await findStanding(tx, signature);
  if (!row || (row.state !== "vouched" && row.state !== "waiting")) return;
  const { organisation } = openClaim(site.keyring, signature, row);
  const unsettled = {
    state: "unconfirmed",
    how: "",
    checkedWords: "",
    checkedBy: "",
    checkedAt: null,
  } as const;
  await tx
    .update(standings)
    .set({ ...unsettled, ...NOT_SHOWN, organisationKey: hiddenKey(site.keyring, organisation) })
    .where(eq(standings.signatureId, signature.id));
  await takeUpStanding(tx, site, signature, now);
}

/** What somebody claims to be, opened. */
export function openClaim(
  keyring: Keyring,
  signature: Pick<SignatureRow, "id" | "role" | "organisation">,
  row: Pick<StandingRow, "isForOrganisation" | "authority"> | undefined,
): Claim {
  return {
    role: keyring.open(sealedIn(signature.id, "role"), signature.role),
    organisation: keyring.open(sealedIn(signature.id, "organisation"), signature.organisation),
    onBehalf: row?.isForOrganisation ?? false,
    authority: keyring.open(standingPlace(signature.id, "authority"), row?.authority ?? ""),
  };
}

/** The standing of a signature; not asked for where nothing was claimed, as in every petition. */
export async function findStanding(
  read: Reader,
  { id, role, organisation }: Pick<SignatureRow, "id" | "role" | "organisation">,
): Promise<StandingRow | undefined> {
  if (role === "" && organisation === "") return undefined;
  const { standings } = read.tables;
  const [row] = await read.select().from(standings).where(eq(standings.signatureId, id));
  return row;
}

function claimantOf(keyring: Keyring, { id, name, email, addressHash }: SignatureRow, claim: Claim) {
  return {
    name: keyring.open(sealedIn(id, "name"), name),
    email: keyring.open(sealedIn(id, "email"), email),
    addressHash,
    claim,
  };
}

async function letWait(tx: Tx, { signatureId, state }: StandingRow, now: number): Promise<void> {
  const { standings } = tx.tables;
  await tx
    .update(standings)
    .set({ state: "waiting", how: "", createdAt: now })
    .where(and(eq(standings.signatureId, signatureId), eq(standings.state, state)));
}
