import { and, asc, desc, eq, gt, ne, type SQL, sql } from "drizzle-orm";
import { CONTACT_EXPORTS_SHOWN, CONTACTS_AT_MOST } from "#app/policy-groups.ts";
import type { Reader } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { sealedIn } from "../signature/signature.ts";

/** Rows read and opened at once: other requests have their turn between. */
const CHUNK = 500;

/** Somebody who lets a group write to them by itself. */
export interface Contact {
  name: string;
  email: string;
  /** Since when, and in which words. */
  since: number;
  version: number;
}

interface Whose {
  campaignId: string;
  groupId: string;
}

/** How many of those who signed a campaign, and are counted, let this very group write to them. */
export async function countContacts(read: Reader, whose: Whose): Promise<number> {
  const { signatures } = read.tables;
  const [row] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(signatures)
    .where(isContact(read, whose));
  return row?.count ?? 0;
}

/** They themselves, some at a time; whoever has taken it back until their turn comes is not among them. */
export async function* readContacts(read: Reader, keyring: Keyring, whose: Whose): AsyncGenerator<Contact[]> {
  const { signatures, campaigns } = read.tables;
  let after = "";
  for (let given = 0; given < CONTACTS_AT_MOST; given += CHUNK) {
    const rows = await read
      .select({ signature: signatures })
      .from(signatures)
      // Once the campaign has moved on to another group, nothing more goes to this one.
      .innerJoin(
        campaigns,
        and(eq(campaigns.id, signatures.campaignId), eq(campaigns.groupId, whose.groupId)),
      )
      .where(and(isContact(read, whose), gt(signatures.id, after)))
      .orderBy(asc(signatures.id))
      .limit(CHUNK);
    if (rows.length === 0) return;
    yield rows.map(({ signature: { id, name, email, contactAt, contactVersion } }) => ({
      name: keyring.open(sealedIn(id, "name"), name),
      email: keyring.open(sealedIn(id, "email"), email),
      since: contactAt ?? 0,
      version: contactVersion,
    }));
    after = rows.at(-1)?.signature.id ?? after;
  }
}

/** One time that a list was given out. */
export interface PastExport {
  accountId: string;
  at: number;
  /** How many people stood in it, and for which group, in words of ours. */
  detail: string;
}

/** Who had a list of a campaign and when, the newest first. */
export async function listExports(read: Reader, campaignId: string): Promise<PastExport[]> {
  const { auditLog } = read.tables;
  return read
    .select({ accountId: auditLog.accountId, at: auditLog.at, detail: auditLog.detail })
    .from(auditLog)
    .where(and(eq(auditLog.subject, campaignId), eq(auditLog.action, "export_contacts")))
    .orderBy(desc(auditLog.sequence))
    .limit(CONTACT_EXPORTS_SHOWN);
}

function isContact(read: Reader, { campaignId, groupId }: Whose): SQL | undefined {
  const { signatures } = read.tables;
  return and(
    eq(signatures.campaignId, campaignId),
    eq(signatures.state, "confirmed"),
    eq(signatures.contactGroupId, groupId),
    ne(signatures.email, ""),
  );
}
