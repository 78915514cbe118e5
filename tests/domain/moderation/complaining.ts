import { answerComplaint } from "#app/domain/moderation/answer-complaint.server.ts";
import { AuthorReplyForm, ComplaintStep, TakedownForm } from "#app/domain/moderation/complaint.ts";
import { listComplaints } from "#app/domain/moderation/complaints.server.ts";
import { receiveComplaint } from "#app/domain/moderation/receive-complaint.server.ts";
import { settleComplaint } from "#app/domain/moderation/settle-complaint.server.ts";
import type { Site } from "#app/domain/site.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { organise, person } from "./reviewing.ts";

/** A whole complaint, as its form sends it. */
export const COMPLAINT = {
  page: "/petitions/the-head",
  statement: "The head took the money.",
  meaning: "That I am a thief.",
  harm: "Parents no longer trust me.",
  untrue: "I never had the money.",
  name: "Quillonda Vexbury",
  email: "vexbury@quaxmail.example.org",
  sharesName: "on",
  lacksDetails: "on",
};

/** What an author who stands by the words sends. */
export const STANDS_BY = {
  answer: "disagree",
  authorName: "Betony Fairweather",
  authorPostal: "1 Made Up Road\nSevernford\nSV1 1AA",
  authorWords: "It is true.",
};

/** A petition with words that somebody complains of, and its organiser's account. */
export async function complaintScene(site: Site, changes: Parameters<typeof openPetition>[1] = {}) {
  const why = "We trusted them. The head took the money.";
  const campaign = await openPetition(site, { slug: "the-head", title: "Ask the head", why, ...changes });
  const ownerId = await person(site);
  await organise(site, campaign.id, ownerId);
  return { campaign, ownerId };
}

/** Complains about a campaign; returns the complaint's row. */
export async function complain(
  site: Site,
  campaign: { id: string; slug: string },
  changes: Partial<Record<keyof typeof COMPLAINT | "sharesEmail", string>> & { clientAddress?: string } = {},
  now: number = NOW,
) {
  const { clientAddress = "192.0.2.7", ...typed } = changes;
  const form = TakedownForm.parse({ ...COMPLAINT, ...typed });
  const page = { page: `/petitions/${campaign.slug}`, campaignId: campaign.id, title: "" };
  const before = new Set((await rows(site)).map(({ id }) => id));
  await receiveComplaint(site, { page, form, clientAddress }, now);
  const row = (await rows(site)).find(({ id }) => !before.has(id));
  if (!row) throw new Error("no complaint was taken in");
  return row;
}

/** What the row of a complaint says now. */
export async function rowOf(site: Site, id: string) {
  const row = (await rows(site)).find((one) => one.id === id);
  if (!row) throw new Error("the complaint is not there");
  return row;
}

/** The author's answer by their link. */
export function answer(site: Site, id: string, form: Record<string, string>, now: number) {
  const token = site.keyring.token("author_reply", id, 1);
  return answerComplaint(site, { token, form: AuthorReplyForm.parse(form) }, now);
}

/** A moderator's step. */
export async function step(
  site: Site,
  { publicId }: { publicId: string },
  form: Record<string, string>,
  now: number,
  accountId?: string,
) {
  const moderatorId = accountId ?? (await person(site, "moderator"));
  return settleComplaint(site, { publicId, form: ComplaintStep.parse(form), accountId: moderatorId }, now);
}

/** The log of a complaint in codes. */
export async function logOf(site: Site, id: string): Promise<string[]> {
  const { complaintEvents } = site.db.tables;
  const lines = await site.db.read.select().from(complaintEvents);
  return lines
    .filter(({ complaintId }) => complaintId === id)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ action, detail }) => [action, detail].filter(Boolean).join(" "));
}

/** Where open complaints stand in the queue. */
export async function queueOf(site: Site): Promise<string[]> {
  const { complaints } = await listComplaints(site.db.read, { isSettled: false, page: 1 });
  return complaints.map(({ id }) => id);
}

function rows(site: Site) {
  return site.db.read.select().from(site.db.tables.complaints);
}
