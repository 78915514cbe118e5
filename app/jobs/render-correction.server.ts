import { declineWords } from "../domain/moderation/correction.ts";
import { findSettledCorrection } from "../domain/moderation/corrections.server.ts";
import { correctionSettledMail } from "../emails/correction-settled.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders the answer to somebody who offered a correction. Nothing that they typed is in it. */
export async function renderCorrection(context: WorkerContext, correctionId: string): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const settled = await findSettledCorrection(db.read, keyring, correctionId);
  if (!settled) return { skip: "row_gone" };
  const { email, about, isAccepted, reason } = settled;
  const mail = correctionSettledMail({
    site: mailSite(settings),
    about,
    isAccepted,
    reason: declineWords(reason),
  });
  return { to: email, mail };
}
