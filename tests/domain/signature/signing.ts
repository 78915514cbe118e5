import { eq } from "drizzle-orm";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { type ConfirmOutcome, confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { mailLinks } from "#app/domain/signature/request-links.server.ts";
import { DAY, MINUTE } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import type { Tables } from "#db/schema.ts";
import { NOW } from "#tests/factories.ts";
import type { TestSite } from "#tests/site.ts";

type SignatureRow = Tables["signatures"]["$inferSelect"];
type Captured = Awaited<ReturnType<typeof listMailbox>>[number];

/** When everything that is queued has come due. */
const LATER = NOW + 99 * DAY;

export const NO_CHOICE = { constituency: "", council: "", ward: "" };

/** Presses the button behind a mailed link, a minute after signing unless told otherwise. */
export function confirm(site: TestSite, token: string, now: number = NOW + MINUTE): Promise<ConfirmOutcome> {
  return confirmSignature(site, { token, choice: NO_CHOICE }, now);
}

/** Sends what is queued and gives all that was ever mailed, oldest first. */
export async function mails(site: TestSite, now: number = LATER): Promise<Captured[]> {
  await runLinkJobs(site, now);
  // A millisecond for each that is there: what is sent later stands later.
  const { length } = await listMailbox(site.db.read, site.keyring);
  while ((await sendQueuedMail(site.context(now + length))) > 0);
  return (await listMailbox(site.db.read, site.keyring)).toReversed();
}

/** The first words of each mail's subject, oldest first: which mail it was. */
export async function subjects(site: TestSite, now: number = LATER): Promise<string[]> {
  return (await mails(site, now)).map((mail) => mail.subject.replace(/: .*$/, ""));
}

/** The row of a signature, or undefined once it is gone. */
export async function rowOf(site: TestSite, id: string): Promise<SignatureRow | undefined> {
  const { signatures } = site.db.tables;
  const [row] = await site.db.read.select().from(signatures).where(eq(signatures.id, id));
  return row;
}

/** All rows of a campaign in the order of their making. */
export async function rowsOf(site: TestSite, campaign: { id: string }): Promise<SignatureRow[]> {
  const { signatures } = site.db.tables;
  return site.db.read
    .select()
    .from(signatures)
    .where(eq(signatures.campaignId, campaign.id))
    .orderBy(signatures.id);
}

/** The live total. */
export function total(site: TestSite, campaign: { id: string }): Promise<number> {
  return countSignatures(site.db.read, campaign.id);
}

async function runLinkJobs(site: TestSite, now: number): Promise<void> {
  const { jobs } = site.db.tables;
  const asked = await site.db.read.select().from(jobs).where(eq(jobs.kind, "mail-links"));
  for (const { id, rowId } of asked) {
    await mailLinks(site, rowId, now);
    await site.db.transaction("done", async (tx) => {
      await tx.delete(tx.tables.jobs).where(eq(jobs.id, id));
    });
  }
}
