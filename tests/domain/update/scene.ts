import { asc, eq } from "drizzle-orm";
import { saveDraftUpdate } from "#app/domain/update/save-draft-update.server.ts";
import { settleUpdate } from "#app/domain/update/settle-update.server.ts";
import { submitUpdate } from "#app/domain/update/submit-update.server.ts";
import type { UpdateForm } from "#app/domain/update/update-form.ts";
import { dispatchUpdates } from "#app/jobs/dispatch-updates.server.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import type { Tables } from "#db/schema.ts";
import { NOW } from "#tests/factories.ts";
import type { TestSite } from "#tests/site.ts";

export const ORGANISER = "organiser-1";
export const MODERATOR = "moderator-1";

/** What a test writes in an update; mailed unless told otherwise. */
export const NEWS: UpdateForm = {
  title: "We met the director",
  body: "She will answer **every family** by March.\n\nMore on [the council’s page](https://www.worcestershire.gov.uk/send).",
  mail: true,
};

type Update = Tables["updates"]["$inferSelect"];

/** A draft of a campaign's update, by its public name. */
export async function draftUpdate(
  site: TestSite,
  campaign: { id: string },
  form: Partial<UpdateForm> = {},
  now = NOW,
): Promise<string> {
  const saving = { campaignId: campaign.id, accountId: ORGANISER, form: { ...NEWS, ...form } };
  const saved = await saveDraftUpdate(site, saving, now);
  if (saved.outcome !== "saved") throw new Error(`saving ended as ${saved.outcome}`);
  return saved.publicId;
}

/** An update that waits for a moderator. */
export async function waitingUpdate(
  site: TestSite,
  campaign: { id: string },
  form: Partial<UpdateForm> = {},
  now = NOW,
): Promise<string> {
  const publicId = await draftUpdate(site, campaign, form, now);
  const outcome = await submitUpdate(site, { campaignId: campaign.id, accountId: ORGANISER, publicId }, now);
  if (outcome !== "waiting") throw new Error(`handing in ended as ${outcome}`);
  return publicId;
}

/** An update in public, accepted by a moderator. */
export async function publishedUpdate(
  site: TestSite,
  campaign: { id: string },
  form: Partial<UpdateForm> = {},
  now = NOW,
): Promise<Update> {
  const publicId = await waitingUpdate(site, campaign, form, now);
  await settleUpdate(site, { publicId, moderatorId: MODERATOR, decision: "accepted", note: "" }, now);
  return getUpdate(site, publicId);
}

/** An update's row. */
export async function getUpdate(site: TestSite, publicId: string): Promise<Update> {
  const { updates } = site.db.tables;
  const [row] = await site.db.read.select().from(updates).where(eq(updates.publicId, publicId));
  if (!row) throw new Error("there is no such update");
  return row;
}

/** All receipts in the order in which they were planned. */
export function receiptsOf(site: TestSite) {
  const { updateReceipts } = site.db.tables;
  return site.db.read.select().from(updateReceipts).orderBy(asc(updateReceipts.id));
}

/** Dispatches until nothing is due. */
export async function mailAll(context: WorkerContext): Promise<void> {
  for (let round = 0; round < 500; round += 1) if ((await dispatchUpdates(context)) === 0) return;
  throw new Error("there is always more to send");
}
