import { and, desc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import {
  COMPLAINTS_PER_CAMPAIGN_PER_DAY,
  COMPLAINTS_PER_CLIENT_PER_HOUR,
  COMPLAINTS_PER_NETWORK_PER_HOUR,
  REMOVALS_BEFORE_REPEAT,
} from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { makeLinks } from "../privacy/links.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { takeAllowance } from "../privacy/take-allowance.server.ts";
import { canonicalAddress } from "../signature/identity.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { askAuthor } from "./ask-author.server.ts";
import { operatorDeadline, type TakedownForm } from "./complaint.ts";
import { complaintPlace, TYPED_COLUMNS } from "./complaints.server.ts";
import type { PublicPage } from "./find-public-page.server.ts";
import { foldStatement } from "./fold-statement.ts";
import { logComplaint, moveComplaint } from "./move-complaint.server.ts";
import { takeHourly } from "./report-limits.server.ts";

/** Earlier complaints about one campaign that are compared with a new one. */
const COMPARED = 100;

/**
 * Takes a complaint of defamation in, acknowledges it, and writes to the author in the same transaction. Over a
 * limit it waits for a moderator first; so it does where the page is our own. What was taken down before on the
 * same person's complaint need not be asked about again.
 */
export async function receiveComplaint(
  site: Site,
  {
    page,
    form,
    clientAddress,
  }: { page: PublicPage; form: Omit<TakedownForm, "page" | "lacksDetails">; clientAddress: string },
  now: number,
): Promise<void> {
  await site.db.transaction("receive complaint", async (tx) => {
    const isFree = await isWithinLimits(
      tx,
      site.keyring,
      { campaignId: page.campaignId, clientAddress },
      now,
    );
    const id = v7({ msecs: now });
    const sealed = Object.fromEntries(
      TYPED_COLUMNS.map((column) => [column, site.keyring.seal(complaintPlace(id, column), form[column])]),
    );
    const { name = "", email = "", statement = "", meaning = "", harm = "", untrue = "" } = sealed;
    await tx.insert(tx.tables.complaints).values({
      ...{ id, publicId: newPublicId(), campaignId: page.campaignId, page: page.page },
      ...{ name, email, statement, meaning, harm, untrue },
      sharesName: form.sharesName,
      sharesEmail: form.sharesEmail,
      state: "waiting",
      receivedAt: now,
      authorAskedAt: null,
      dueAt: operatorDeadline(now),
      ...{ authorName: "", authorPostal: "", authorWords: "", authorSharesDetails: false },
      settledAt: null,
    });
    await makeLinks(tx, site.keyring, id, ["complaint", "author_reply"]);
    await logComplaint(tx, { complaintId: id, action: "received", detail: isFree ? "" : "held" }, now);
    await queueMail(tx, site, { template: "complaint-received", rowId: id }, now);
    if (!isFree || page.campaignId === "") return;
    const complaint = { id, campaignId: page.campaignId, receivedAt: now };
    const program = { mover: "program" } as const;
    if (await isRepeated(tx, site.keyring, page.campaignId, form)) {
      const step = { complaintId: id, from: "waiting", to: "author_silent", ...program } as const;
      await moveComplaint(tx, { ...step, detail: "repeated" }, now);
    } else await askAuthor(tx, site, complaint, program, now);
  });
}

/** Whether the same person had the same words of this campaign taken down so often that the law asks nobody again. */
async function isRepeated(
  tx: Tx,
  keyring: Keyring,
  campaignId: string,
  form: Pick<TakedownForm, "email" | "statement">,
): Promise<boolean> {
  const { complaints } = tx.tables;
  const removed = await tx
    .select({ id: complaints.id, email: complaints.email, statement: complaints.statement })
    .from(complaints)
    .where(and(eq(complaints.campaignId, campaignId), eq(complaints.state, "removed")))
    .orderBy(desc(complaints.id))
    .limit(COMPARED);
  const alike = removed.filter(({ id, email, statement }) => {
    const before = keyring.open(complaintPlace(id, "email"), email);
    const words = keyring.open(complaintPlace(id, "statement"), statement);
    if (before === "" || canonicalAddress(before) !== canonicalAddress(form.email)) return false;
    return foldStatement(words) === foldStatement(form.statement);
  });
  return alike.length >= REMOVALS_BEFORE_REPEAT;
}

async function isWithinLimits(
  tx: Tx,
  keyring: Keyring,
  { campaignId, clientAddress }: { campaignId: string; clientAddress: string },
  now: number,
): Promise<boolean> {
  const limits = { perClient: COMPLAINTS_PER_CLIENT_PER_HOUR, perNetwork: COMPLAINTS_PER_NETWORK_PER_HOUR };
  const isClientFree = await takeHourly(tx, keyring, { kind: "complaint", clientAddress, ...limits }, now);
  if (!isClientFree || campaignId === "") return isClientFree;
  const limit = COMPLAINTS_PER_CAMPAIGN_PER_DAY;
  return takeAllowance(tx, { key: `complaint campaign ${campaignId}`, windowMs: DAY, limit }, now);
}
