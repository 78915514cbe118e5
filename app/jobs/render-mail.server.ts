import { type ConfirmTemplate, isConfirmTemplate, type MailTemplate } from "../domain/mail/mail-template.ts";
import { readMailedSignatures } from "../domain/signature/mailed-signatures.server.ts";
import { renderAccountChange } from "./render-account-change.server.ts";
import { renderAnswer } from "./render-answer.server.ts";
import { renderComplaint } from "./render-complaint.server.ts";
import { renderConfirmMail } from "./render-confirm-mail.server.ts";
import { renderCorrection } from "./render-correction.server.ts";
import { renderDraftLink } from "./render-draft-link.server.ts";
import { renderForwardedReply } from "./render-forwarded-reply.server.ts";
import { renderGroupMail } from "./render-group-mail.server.ts";
import { renderInvitation } from "./render-invitation.server.ts";
import { renderOrganiserNotice } from "./render-organiser-notice.server.ts";
import { renderPause } from "./render-pause.server.ts";
import { renderPreviewReport } from "./render-preview-report.server.ts";
import { renderReport } from "./render-report.server.ts";
import { renderSignIn } from "./render-sign-in.server.ts";
import { type Prepared, renderSignatureMail } from "./render-signature-mail.server.ts";
import { renderStoryMail } from "./render-story-mail.server.ts";
import { renderStoryStatement } from "./render-story-statement.server.ts";
import { renderUpdateCopy } from "./render-update-copy.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a service mail from what the row that it is about says now. */
export function renderMail(context: WorkerContext, template: MailTemplate, rowId: string): Promise<Prepared> {
  return mailRenderer(context, [{ template, rowId }])(template, rowId);
}

/** The same for the mails of many rows: of those that ask to confirm, all are read when the first is rendered. */
export function mailRenderer(
  context: WorkerContext,
  mails: readonly { template: string; rowId: string }[],
): (template: MailTemplate, rowId: string) => Promise<Prepared> {
  const { db, keyring, clock } = context;
  const toConfirm = mails.filter(({ template }) => isConfirmTemplate(template)).map(({ rowId }) => rowId);
  let reading: ReturnType<typeof readMailedSignatures> | undefined;
  return async (template, rowId) => {
    if (!isConfirmTemplate(template)) return renderAlone(context, template, rowId);
    reading ??= readMailedSignatures(db.read, keyring, toConfirm, clock.now());
    const find = await reading;
    return renderConfirmMail(context, template, find(rowId));
  };
}

function renderAlone(
  context: WorkerContext,
  template: Exclude<MailTemplate, ConfirmTemplate>,
  rowId: string,
): Promise<Prepared> {
  switch (template) {
    case "sign-in":
      return renderSignIn(context, rowId);
    case "account-changed":
      return renderAccountChange(context, rowId);
    case "correction-settled":
      return renderCorrection(context, rowId);
    case "draft-link":
      return renderDraftLink(context, rowId);
    case "organiser-notice":
      return renderOrganiserNotice(context, rowId);
    case "invitation":
      return renderInvitation(context, rowId);
    case "group-invitation":
    case "group-notice":
    case "confirm-group-message":
      return renderGroupMail(context, template, rowId);
    case "report-settled":
      return renderReport(context, rowId);
    case "forwarded-reply":
      return renderForwardedReply(context, rowId);
    case "messages-paused":
      return renderPause(context, rowId);
    case "confirm-answer":
    case "answer-settled":
      return renderAnswer(context, template, rowId);
    case "complaint-received":
    case "complaint-to-author":
    case "complaint-answered":
    case "complaint-settled":
      return renderComplaint(context, template, rowId);
    case "story-link":
    case "story-confirm":
    case "story-links":
    case "story-decided":
      return renderStoryMail(context, template, rowId);
    case "statement-confirm":
    case "statement-settled":
    case "statement-beside":
      return renderStoryStatement(context, template, rowId);
    case "preview-report":
      return renderPreviewReport(context, rowId);
    case "update-copy":
      return renderUpdateCopy(context, rowId);
    default:
      return renderSignatureMail(context, template, rowId);
  }
}
