import {
  condemnsAddress,
  type ReportedRecipient,
  readDeliveryReport,
  statusInText,
} from "./delivery-report.ts";
import { isAutomatic, isFromMailServer } from "./is-automatic.ts";
import { headerOf, partOf, type ReceivedMail } from "./received-mail.ts";

/** What a message that came in is. `report` says what became of ours: `condemned` addresses are no good at all. */
export type Judgement =
  | { kind: "arrived" }
  | { kind: "bounced"; status: string; failed: string[]; isCondemned: boolean }
  | { kind: "complaint" }
  | { kind: "unsubscribe" }
  | { kind: "automatic" }
  | { kind: "reply" };

/** Feedback by which somebody says that they do not want the message. Source: RFC 5965, section 7.3. */
const OBJECTIONS = ["abuse", "fraud", "virus", "other", "opt-out", "opt-out-list"];

/** Tells a server's report, a complaint, an answering machine and a person apart, by what only each of them writes. */
export function judgeMail(mail: ReceivedMail): Judgement {
  const feedback = partOf(mail, ["message/feedback-report"]);
  if (feedback !== undefined) return judgeFeedback(feedback);
  const report = partOf(mail, ["message/delivery-status", "message/global-delivery-status"]);
  if (report !== undefined) return judgeReport(readDeliveryReport(report));
  if (isFromMailServer(mail)) return judgeWords(mail);
  // What mail programs send whose reader presses "unsubscribe": our messages name this subject. Source: RFC 2369.
  if (/^unsubscribe$/i.test(mail.subject.trim())) return { kind: "unsubscribe" };
  return { kind: isAutomatic(mail) ? "automatic" : "reply" };
}

function judgeFeedback(content: string): Judgement {
  const [, type = ""] = /^feedback-type[ \t]*:[ \t]*([a-z-]+)/im.exec(content) ?? [];
  return { kind: OBJECTIONS.includes(type.toLowerCase()) ? "complaint" : "automatic" };
}

/** One recipient's failure counts more than another's success; a delay, and a hand-over, settle nothing. */
function judgeReport(recipients: readonly ReportedRecipient[]): Judgement {
  const failed = recipients.filter(({ action }) => action === "failed");
  const worst = failed.find(({ status }) => condemnsAddress(status)) ?? failed[0];
  if (worst) {
    const { status, addresses } = worst;
    return { kind: "bounced", status, failed: addresses, isCondemned: condemnsAddress(status) };
  }
  return { kind: recipients.some(({ action }) => action === "delivered") ? "arrived" : "automatic" };
}

/** Servers without a report for machines: only a code that condemns the address is believed. */
function judgeWords(mail: ReceivedMail): Judgement {
  const says = /undeliver|not be delivered|delivery (?:has )?fail|failure notice|returned to sender/i;
  const status = statusInText(mail.text);
  const isBounce = says.test(`${mail.subject}\n${mail.text}`) || headerOf(mail, "x-failed-recipients") !== "";
  if (!isBounce || status === undefined || !condemnsAddress(status)) return { kind: "automatic" };
  return { kind: "bounced", status, failed: [], isCondemned: true };
}
