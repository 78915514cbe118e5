import { reportOutcomeWords } from "../domain/moderation/report.ts";
import { findSettledReport } from "../domain/moderation/reports.server.ts";
import { reportSettledMail } from "../emails/report-settled.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the answer to somebody who reported something. Nothing that they typed is in it. */
export async function renderReport(context: WorkerContext, reportId: string): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const settled = await findSettledReport(db.read, keyring, reportId);
  if (!settled) return { skip: "row_gone" };
  const { email, page, title, isUpheld, outcome } = settled;
  const mail = reportSettledMail({
    site: mailSite(settings),
    about: title || page,
    isUpheld,
    outcome: reportOutcomeWords(outcome),
    termsUrl: `${settings.appUrl}/terms#complain`,
  });
  return { to: email, mail };
}
