import { and, eq, inArray } from "drizzle-orm";
import type { Reader, Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { isIn } from "../campaign/campaign.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { linkTokensOf, makeLinksOf } from "../privacy/links.server.ts";
import { openPerson } from "../signature/person.server.ts";
import { type SkipReason, UPDATE_STATES } from "./update.ts";

/** Somebody whom an update goes to now. */
export interface ReaderOfUpdate {
  receiptId: string;
  signatureId: string;
  updateId: string;
  name: string;
  email: string;
  /** The token of their own link that stops these mails. */
  stopToken: string;
}

type Receipt = Pick<Tables["updateReceipts"]["$inferSelect"], "id" | "updateId" | "signatureId">;

/**
 * Looks again, in the moment that mails are written, who of those they were planned for wants them still, and is to
 * have them: confirmed, news ticked, the address not lost, the update in public and its mailing not stopped. The
 * others come with the reason. The links that stop these mails are made where there is none yet.
 */
export async function readersOfUpdates(
  tx: Tx,
  keyring: Keyring,
  receipts: readonly Receipt[],
): Promise<{ wanted: ReaderOfUpdate[]; unwanted: Map<SkipReason, string[]> }> {
  const wanted: Omit<ReaderOfUpdate, "stopToken">[] = [];
  const unwanted = new Map<SkipReason, string[]>();
  if (receipts.length === 0) return { wanted: [], unwanted };
  const { signatures } = tx.tables;
  const signatureIds = receipts.map(({ signatureId }) => signatureId);
  const running = await listRunning(tx, receipts);
  const signed = await tx.select().from(signatures).where(inArray(signatures.id, signatureIds));
  const byId = new Map(signed.map((signature) => [signature.id, signature]));
  for (const { id, updateId, signatureId } of receipts) {
    const signature = byId.get(signatureId);
    const campaignId = running.get(updateId);
    if (!signature || signature.email === "") leave("signature_gone", id);
    else if (campaignId !== signature.campaignId) leave("stopped", id);
    else if (signature.state !== "confirmed" || !signature.updates) leave("no_longer_wanted", id);
    else {
      const { name, email } = openPerson(keyring, signature);
      wanted.push({ receiptId: id, signatureId, updateId, name, email });
    }
  }
  const tokens = await stopTokens(
    tx,
    keyring,
    wanted.map(({ signatureId }) => signatureId),
  );
  return {
    wanted: wanted.map((reader) => ({ ...reader, stopToken: tokens(reader.signatureId) })),
    unwanted,
  };

  function leave(reason: SkipReason, id: string): void {
    unwanted.set(reason, [...(unwanted.get(reason) ?? []), id]);
  }
}

/** The tokens by which each of these signatures stops its news; the same in every mail. */
async function stopTokens(
  tx: Tx,
  keyring: Keyring,
  ids: readonly string[],
): Promise<(signatureId: string) => string> {
  await makeLinksOf(tx, keyring, ids, ["unsubscribe"]);
  const tokens = await linkTokensOf(tx, keyring, ids);
  return (id) => {
    const token = tokens.get(id)?.unsubscribe;
    if (token === undefined) throw new Error("the link that stops news is not there");
    return token;
  };
}

/** The campaigns of those updates that are in public, of a campaign that is, and whose mailing goes on. */
async function listRunning(read: Reader, receipts: readonly Receipt[]): Promise<Map<string, string>> {
  const { updates, campaigns } = read.tables;
  const rows = await read
    .select({ id: updates.id, campaignId: updates.campaignId, campaignState: campaigns.state })
    .from(updates)
    .innerJoin(campaigns, eq(campaigns.id, updates.campaignId))
    .where(
      and(
        inArray(updates.id, [...new Set(receipts.map(({ updateId }) => updateId))]),
        eq(updates.state, "published"),
        inArray(updates.mailing, ["planning", "sending"]),
      ),
    );
  const readable = rows.filter(({ campaignState }) => isIn(UPDATE_STATES, campaignState));
  return new Map(readable.map(({ id, campaignId }) => [id, campaignId]));
}
