import { and, eq, ne, sql } from "drizzle-orm";
import { SIGNS_PER_CLIENT_PER_MINUTE } from "#app/policy.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { Site } from "../site.ts";
import { deleteSignature } from "./erase-signature.server.ts";
import { clientWindows, takeClientAllowance } from "./limits.server.ts";
import { sendSignatureMail } from "./send-signature-mail.server.ts";
import { findSigningPause } from "./signing-pause.server.ts";

/** Rows looked at in one round. */
const CHUNK = 200;

/**
 * Lets go rows that only the limit of a client's address held back, oldest first, as many as each client's limit
 * now allows; each becomes pending and gets its mail. None while all signing is paused. Returns how many it saw to: 0 when there are no more.
 */
export async function releaseHeld(site: Site, now: number): Promise<number> {
  if (await findSigningPause(site.db.read)) return 0;
  let done = 0;
  for (const id of await listReleasable(site.db.read, now))
    if (await site.db.transaction("release held", (tx) => releaseOne(tx, site, id, now))) done += 1;
  return done;
}

/** The oldest of each client first, so that one who sent thousands does not stand in everybody's way. */
async function listReleasable(read: Reader, now: number): Promise<string[]> {
  const isUsedUp = clientWindows(now).map(
    ({ prefix, windowStartsAt, limit }) => sql`
      exists (
        select 1 from allowances
        where key = ${prefix} || held.client_hash and window_starts_at = ${windowStartsAt} and used >= ${limit}
      )`,
  );
  const rows = await read.rows<{ id: string }>(sql`
    select id from (
      select id, client_hash, row_number() over (partition by client_hash order by id) as turn
      from signatures
      where state = 'suspect' and held_reason = 'client_limit'
    ) held
    where turn <= ${SIGNS_PER_CLIENT_PER_MINUTE} and not (${sql.join(isUsedUp, sql` or `)})
    order by turn, id
    limit ${CHUNK}`);
  return rows.map((row) => row.id);
}

async function releaseOne(tx: Tx, site: Site, id: string, now: number): Promise<boolean> {
  const { signatures } = tx.tables;
  const [held] = await tx
    .select()
    .from(signatures)
    .where(
      and(eq(signatures.id, id), eq(signatures.state, "suspect"), eq(signatures.heldReason, "client_limit")),
    );
  if (!held || !(await takeClientAllowance(tx, held.clientHash, now))) return false;
  return letGo(tx, site, held, now);
}

/**
 * Makes a held signature pending and queues its mail, which may hold it again if its address has had its mails for
 * the day; one that stands there pending already, typed alike, takes its place. False where it is held no more.
 */
export async function letGo(
  tx: Tx,
  site: Site,
  { id, campaignId, typedHash }: { id: string; campaignId: string; typedHash: string },
  now: number,
): Promise<boolean> {
  const { signatures } = tx.tables;
  const twins = await tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.typedHash, typedHash),
        eq(signatures.state, "pending"),
        ne(signatures.id, id),
      ),
    );
  if (twins.length > 0) {
    await deleteSignature(tx, site, id, now);
    return true;
  }
  const released = await tx
    .update(signatures)
    .set({ state: "pending", heldReason: "" })
    .where(and(eq(signatures.id, id), eq(signatures.state, "suspect")))
    .returning({ id: signatures.id });
  if (released.length === 0) return false;
  await sendSignatureMail(tx, site, { campaignId, typedHash }, now);
  return true;
}
