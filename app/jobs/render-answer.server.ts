import { ANSWER_CONFIRM_DAYS } from "#app/policy-forwarding.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { findAnswerAddressee } from "../domain/response/addressee.server.ts";
import { declineWords, stanceWords } from "../domain/response/response.ts";
import { findResponse, type ReadResponse } from "../domain/response/waiting.server.ts";
import { answerConfirmMail } from "../emails/answer-confirm.ts";
import { answerSettledMail } from "../emails/answer-settled.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a mail about an answer, to the address on record of whoever it is said to be from. */
export async function renderAnswer(
  context: WorkerContext,
  template: "confirm-answer" | "answer-settled",
  groupId: string,
): Promise<Prepared> {
  const { db, keyring, settings, clock } = context;
  const response = await findResponse(db.read, keyring, { groupId });
  if (!response || response.writerName === "") return { skip: "row_gone" };
  const { forwarding } = settings;
  const to = await findAnswerAddressee(db.read, keyring, { groupId, forwarding }, clock.now());
  if (to === undefined) return { skip: "address_withdrawn" };
  const token = (await linkTokens(db.read, keyring, groupId)).answer_confirm;
  const about = { ...shown(context, response), url: `${settings.appUrl}/answer-confirm/${token}` };
  if (template === "confirm-answer") {
    if (response.state !== "unconfirmed") return { skip: "no_longer_pending" };
    const { url: confirmUrl, ...answer } = about;
    return { to, mail: answerConfirmMail({ ...answer, confirmUrl, expiresInDays: ANSWER_CONFIRM_DAYS }) };
  }
  const { url: manageUrl, ...answer } = about;
  switch (response.state) {
    case "published":
      return { to, mail: answerSettledMail({ ...answer, manageUrl }) };
    case "declined": {
      const declinedBecause = declineWords(response.reason);
      return { to, mail: answerSettledMail({ ...answer, manageUrl, declinedBecause }) };
    }
    default:
      return { skip: "no_longer_pending" };
  }
}

function shown({ settings }: WorkerContext, response: ReadResponse) {
  const { campaign, representative, areaName, answers, writerName, writerRole } = response;
  const site = mailSite(settings);
  return {
    site: { ...site, demonstration: site.demonstration || campaign.isDemonstration },
    campaignTitle: campaign.title,
    shortName: campaign.shortName,
    campaignUrl: `${settings.appUrl}/p/${campaign.number}`,
    name: `${representative.name}, ${areaName}`,
    answers: answers.map(({ ask, stance, words }) => ({ ask, stance: stanceWords(stance), words })),
    writer: `${writerName}, ${writerRole}`,
  };
}
