import { and, asc, eq, inArray, isNotNull, lte, ne, type SQL } from "drizzle-orm";
import { CLIENT_HASH_DAYS } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { takesSignatures } from "../campaign/campaign.ts";
import { dropStandings } from "../open-letter/standing-rows.server.ts";
import { forgetAllowances } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { forgetMail } from "./erase-signature.server.ts";
import { sendReminder } from "./send-signature-mail.server.ts";
import { findSigningPause } from "./signing-pause.server.ts";

/** Rows in one unit of housekeeping: short enough not to be felt by those who sign. */
const CHUNK = 500;
/** Reminders in hand at once, each a unit of its own: they share a commit with those who sign. */
const REMINDED_AT_ONCE = 50;

/**
 * Queues the reminders that have come due, for campaigns that can still be signed; none while all signing is
 * paused. Returns how many were looked at.
 */
export async function remindPending(site: Site, now: number): Promise<number> {
  const { signatures } = site.db.tables;
  if (await findSigningPause(site.db.read)) return 0;
  const due = await site.db.read
    .select({ id: signatures.id })
    .from(signatures)
    .where(isToBeReminded(site.db.tables, now))
    .orderBy(asc(signatures.remindAt), asc(signatures.id))
    .limit(REMINDED_AT_ONCE);
  await Promise.all(due.map(({ id }) => site.db.transaction("remind", (tx) => remindOne(tx, site, id, now))));
  return due.length;
}

async function remindOne(tx: Tx, site: Site, id: string, now: number): Promise<void> {
  const { signatures, campaigns } = tx.tables;
  const [due] = await tx
    .select({ signature: signatures, campaign: { state: campaigns.state, closesOn: campaigns.closesOn } })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .where(and(eq(signatures.id, id), isToBeReminded(tx.tables, now)));
  if (!due) return;
  if (takesSignatures(due.campaign, now)) await sendReminder(tx, site, due.signature, now);
  else await tx.update(signatures).set({ remindAt: null }).where(eq(signatures.id, id));
}

function isToBeReminded({ signatures }: Tables, now: number): SQL | undefined {
  return and(eq(signatures.state, "pending"), lte(signatures.remindAt, now));
}

/**
 * Deletes pending and suspect rows whose time is over, with their links and mail; none while all signing is paused.
 * Returns how many went.
 */
export async function purgeExpired(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("purge expired", async (tx) => {
    if (await findSigningPause(tx)) return 0;
    const { signatures } = tx.tables;
    const isOver = and(
      inArray(signatures.state, ["pending", "suspect"]),
      isNotNull(signatures.expiresAt),
      lte(signatures.expiresAt, now),
    );
    const ids = tx.select({ id: signatures.id }).from(signatures).where(isOver).limit(CHUNK);
    // Asked again of the row itself: it may have been confirmed since it was picked.
    const gone = await tx
      .delete(signatures)
      .where(and(inArray(signatures.id, ids), isOver))
      .returning({ id: signatures.id });
    const goneIds = gone.map((row) => row.id);
    await dropStandings(tx, goneIds);
    await forgetMail(tx, goneIds);
    return gone.length;
  });
}

/** Blanks the hashes of client addresses that are past their time. Returns how many were blanked. */
export async function blankClientHashes(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("blank client hashes", async (tx) => {
    const { signatures } = tx.tables;
    const old = tx
      .select({ id: signatures.id })
      .from(signatures)
      .where(and(ne(signatures.clientHash, ""), lte(signatures.createdAt, now - CLIENT_HASH_DAYS * DAY)))
      .limit(CHUNK);
    const blanked = await tx
      .update(signatures)
      .set({ clientHash: "", clientNetHash: "" })
      .where(inArray(signatures.id, old))
      .returning({ id: signatures.id });
    return blanked.length;
  });
}

/** Forgets limits of windows that have passed, and "not me" that has run out. Returns how many went. */
export async function forgetPast(site: Pick<Site, "db">, now: number): Promise<number> {
  return site.db.transaction("forget the past", async (tx) => {
    const { mailRefusals } = tx.tables;
    const isPast = lte(mailRefusals.expiresAt, now);
    const past = tx.select({ hash: mailRefusals.addressHash }).from(mailRefusals).where(isPast).limit(CHUNK);
    const refusals = await tx
      .delete(mailRefusals)
      .where(and(inArray(mailRefusals.addressHash, past), isPast))
      .returning({ hash: mailRefusals.addressHash });
    return refusals.length + (await forgetAllowances(tx, now, CHUNK));
  });
}
