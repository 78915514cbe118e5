import { and, asc, desc, eq, ne } from "drizzle-orm";
import { HAND_IN_EXPORTS_PER_DAY } from "#app/policy-recipients.ts";
import type { Reader } from "#db/database.ts";
import type { Connection } from "#db/tables/signature.ts";
import { findAccountAddress } from "../account/account-address.server.ts";
import { isIn, LISTED_STATES } from "../campaign/campaign.ts";
import { holdCampaign } from "../campaign/hold-campaign.server.ts";
import { findOrganiserRole } from "../campaign/organisers.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { maskedAddress } from "../privacy/masked-address.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { isCouncilPetition } from "./council-petition.ts";
import { countTicked, isTicked } from "./count-ticked.server.ts";
import { openPerson } from "./person.server.ts";

/** Somebody who let their name and postcode be given to the council. */
export interface HandedIn {
  name: string;
  postcode: string;
  connection: Connection;
}

/** Rows that are opened at once. */
const PART = 500;
const LISTED = 50;
const ACTION = "export_hand_in";

/**
 * Grants the list for handing in a petition to a council, and writes down who had it and how long it was: to an owner
 * alone, once the public could sign it. The list itself is read afterwards, by `readHandIn`.
 */
export async function exportHandIn(
  site: Pick<Site, "db">,
  { campaignId, accountId }: { campaignId: string; accountId: string },
  now: number,
): Promise<"granted" | "not_owner" | "not_now" | "nobody" | "too_many"> {
  return site.db.transaction("export hand-in", async (tx) => {
    const campaign = await holdCampaign(tx, campaignId);
    if (!campaign || !isCouncilPetition(campaign) || !isIn(LISTED_STATES, campaign.state)) return "not_now";
    if ((await findOrganiserRole(tx, { campaignId, accountId })) !== "owner") return "not_owner";
    const people = await countHandIn(tx, campaignId);
    if (people === 0) return "nobody";
    const allowance = { key: `hand in ${campaignId}`, windowMs: DAY, limit: HAND_IN_EXPORTS_PER_DAY };
    if (!(await takeAllowance(tx, allowance, now))) return "too_many";
    await appendAudit(tx, { accountId, action: ACTION, subject: campaignId, detail: String(people) }, now);
    return "granted";
  });
}

/** How many confirmed signatories let their name and postcode be handed in, and still have both here. */
export async function countHandIn(read: Reader, campaignId: string): Promise<number> {
  return countTicked(read, campaignId, "handIn");
}

/** Those people in parts of some hundred, so that nothing else waits long and little is in memory at once. */
export async function* readHandIn(
  read: Reader,
  keyring: Keyring,
  campaignId: string,
): AsyncGenerator<HandedIn[]> {
  const { signatures } = read.tables;
  for (let after = ""; ; ) {
    const rows = await read
      .select({
        ...{ id: signatures.id, name: signatures.name, postcode: signatures.postcode },
        connection: signatures.connection,
      })
      .from(signatures)
      .where(isGiven(read, campaignId, after))
      .orderBy(asc(signatures.id))
      .limit(PART);
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    yield rows.map(({ connection, ...row }) => {
      const { name, postcode } = openPerson(keyring, { ...row, email: "" });
      return { name, postcode, connection };
    });
  }
}

/** One time that the list was given out. */
export interface HandInExport {
  at: number;
  /** As its owner knows it and others do not learn it; blank where the account is gone. */
  by: string;
  count: number;
}

/** Who has had the list and when, the latest first. */
export async function listHandInExports(
  read: Reader,
  keyring: Keyring,
  campaignId: string,
): Promise<HandInExport[]> {
  const { auditLog } = read.tables;
  const lines = await read
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subject, campaignId), eq(auditLog.action, ACTION)))
    .orderBy(desc(auditLog.sequence))
    .limit(LISTED);
  const exports: HandInExport[] = [];
  for (const { at, accountId, detail } of lines) {
    const address = await findAccountAddress(read, keyring, accountId);
    exports.push({ at, by: address === undefined ? "" : maskedAddress(address), count: Number(detail) });
  }
  return exports;
}

function isGiven({ tables }: Reader, campaignId: string, after: string) {
  return and(isTicked(tables, { campaignId, what: "handIn", after }), ne(tables.signatures.name, ""));
}
