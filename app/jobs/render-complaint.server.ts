import type { ComplaintTemplate } from "../domain/mail/mail-template.ts";
import { authorDeadline, invalidWords } from "../domain/moderation/complaint.ts";
import { findAuthor } from "../domain/moderation/complaint-author.server.ts";
import {
  findComplaintById,
  listComplaintEvents,
  type ReadComplaint,
} from "../domain/moderation/complaints.server.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { londonDay } from "../domain/time/london.ts";
import { dayInWords } from "../emails/calendar-words.ts";
import { complaintAnsweredMail } from "../emails/complaint-answered.ts";
import { type ComplaintReceivedProps, complaintReceivedMail } from "../emails/complaint-received.ts";
import { type ComplaintSettledProps, complaintSettledMail } from "../emails/complaint-settled.ts";
import { complaintToAuthorMail } from "../emails/complaint-to-author.ts";
import type { RenderedMail } from "../emails/layout.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a mail about a complaint of defamation, to whoever made it or to the author of the words. */
export async function renderComplaint(
  context: WorkerContext,
  template: ComplaintTemplate,
  complaintId: string,
): Promise<Prepared> {
  const { db, keyring, clock } = context;
  const complaint = await findComplaintById(db.read, keyring, complaintId);
  if (!complaint || complaint.email === "") return { skip: "row_gone" };
  if (template !== "complaint-to-author")
    return { to: complaint.email, mail: await toComplainant(context, template, complaint) };
  if (complaint.state !== "author_asked") return { skip: "settled" };
  const author = await findAuthor(db.read, keyring, complaint.campaignId);
  if (!author) return { skip: "no_author" };
  return { to: author.email, mail: await toAuthor(context, complaint, clock.now()) };
}

async function toAuthor(
  { db, keyring, settings }: WorkerContext,
  complaint: ReadComplaint,
  now: number,
): Promise<RenderedMail> {
  const { id, page, campaign, sharesName, sharesEmail, dueAt } = complaint;
  const { statement, meaning, harm, untrue } = complaint;
  const { author_reply: token = "" } = await linkTokens(db.read, keyring, id);
  return complaintToAuthorMail({
    site: mailSite(settings),
    campaignTitle: campaign?.title ?? page,
    pageUrl: `${settings.appUrl}${page}`,
    name: sharesName ? complaint.name : "",
    email: sharesEmail ? complaint.email : "",
    ...{ statement, meaning, harm, untrue },
    // A mail that leaves a day late gives as many days as one that left at once.
    lastDay: lastDayInWords(Math.max(dueAt ?? 0, authorDeadline(now)), now),
    replyUrl: `${settings.appUrl}/author-reply/${token}`,
  });
}

async function toComplainant(
  context: WorkerContext,
  template: Exclude<ComplaintTemplate, "complaint-to-author">,
  complaint: ReadComplaint,
): Promise<RenderedMail> {
  const { db, keyring, settings, clock } = context;
  const { id, page, campaign, authorSharesDetails, authorName, authorPostal } = complaint;
  const { complaint: token = "" } = await linkTokens(db.read, keyring, id);
  const site = mailSite(settings);
  const about = campaign?.title ?? page;
  const complaintUrl = `${settings.appUrl}/complaint/${token}`;
  switch (template) {
    case "complaint-received":
      return complaintReceivedMail({
        site,
        about,
        author: askedAuthor(complaint, clock.now()),
        complaintUrl,
      });
    case "complaint-answered": {
      const details = authorSharesDetails ? { name: authorName, postal: authorPostal } : undefined;
      return complaintAnsweredMail({ site, about, details, complaintUrl });
    }
    case "complaint-settled": {
      const takedownUrl = `${settings.appUrl}/takedown`;
      return complaintSettledMail({
        site,
        about,
        ending: await endingOf(context, complaint),
        complaintUrl,
        takedownUrl,
      });
    }
  }
}

function askedAuthor({ state, dueAt }: ReadComplaint, now: number): ComplaintReceivedProps["author"] {
  if (state === "author_asked" && dueAt !== null)
    return { kind: "asked", lastDay: lastDayInWords(dueAt, now) };
  return { kind: state === "author_silent" ? "not_reached" : "not_asked" };
}

/** Why a complaint was no valid one stands in its log. */
async function endingOf(
  { db }: WorkerContext,
  { id, state }: ReadComplaint,
): Promise<ComplaintSettledProps["ending"]> {
  if (state === "removed" || state === "kept") return { kind: state };
  const events = await listComplaintEvents(db.read, id);
  const last = events.findLast(({ action }) => action === "invalid");
  return { kind: "invalid", reason: invalidWords(last?.detail ?? "") };
}

/** The day at whose end a deadline lies, in words. */
function lastDayInWords(deadline: number, now: number): string {
  return dayInWords(londonDay(deadline - 1), londonDay(now));
}
