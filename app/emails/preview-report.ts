import { note } from "./blocks.ts";
import { dayInWords } from "./calendar-words.ts";
import { type MailContent, type RenderedMail, renderMail } from "./layout.ts";

/** What a copy is made of: the message itself, and the days of the round and of the copy, `YYYY-MM-DD`. */
export type PreviewReportProps = { message: MailContent; slotOn: string; sentOn: string };

/** A copy, for somebody who runs a campaign, of a message that representatives are yet to get; it says so first. */
export function previewReportMail({ message, slotOn, sentOn }: PreviewReportProps): RenderedMail {
  const copy = note(
    `This is a copy for you, because you asked for it on the page of your campaign. The message itself goes out on ${dayInWords(slotOn, sentOn)}, with the numbers of that day. Nobody else has got it yet. Below is all that it says; in your copy, its links to answer and to pause lead to a page that explains them.`,
  );
  return renderMail({
    ...message,
    subject: `Copy: ${message.subject}`,
    blocks: [copy, ...message.blocks],
  });
}
