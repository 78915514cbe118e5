import type { MailTemplate } from "../domain/mail/mail-template.ts";
import { renderCorrection } from "./render-correction.server.ts";
import { renderSignIn } from "./render-sign-in.server.ts";
import { type Prepared, renderSignatureMail } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a service mail from what the row that it is about says now. */
export function renderMail(context: WorkerContext, template: MailTemplate, rowId: string): Promise<Prepared> {
  switch (template) {
    case "sign-in":
      return renderSignIn(context, rowId);
    case "correction-settled":
      return renderCorrection(context, rowId);
    default:
      return renderSignatureMail(context, template, rowId);
  }
}
