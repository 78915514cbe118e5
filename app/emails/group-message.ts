import { button, facts, heading, note, paragraph, subheading } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";
import { plainLine } from "./plain-line.ts";

/** To whom somebody wants to write, and the link that sends it. */
export type ConfirmGroupMessageProps = {
  site: MailSite;
  groupName: string;
  sendUrl: string;
  expiresInDays: number;
};

/**
 * Asks the address that was typed into a group's form whether it wrote the message. Nothing that was typed is in it:
 * the address may be somebody else's.
 */
export function confirmGroupMessageMail(props: ConfirmGroupMessageProps): RenderedMail {
  const { site, groupName, sendUrl, expiresInDays } = props;
  return renderMail({
    site,
    subject: `Send your message to ${groupName}`,
    blocks: [
      heading("Send your message"),
      paragraph(
        `Somebody wrote a message to ${groupName} on ${site.siteName} and gave this address to answer to. It has not been sent yet.`,
      ),
      paragraph(
        `If it was you, open this link, read it once more and press the button there. The link works for ${expiresInDays} days.`,
      ),
      button("Read and send it", sendUrl, true),
    ],
    foot: {
      text: "If it was not you, ignore this: the message is deleted and goes to nobody.",
    },
  });
}

/** What somebody wrote to a group from its page, whose address has been confirmed. */
export type GroupMessageProps = {
  site: MailSite;
  groupName: string;
  name: string;
  address: string;
  message: string;
  reportUrl: string;
};

/** Passes a message on to one of those who run a group. An answer to the mail goes to whoever wrote. */
export function groupMessageMail(props: GroupMessageProps): RenderedMail {
  const { site, groupName, name, address, message, reportUrl } = props;
  const writer = plainLine(name);
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return renderMail({
    site,
    subject: `${writer} writes to ${groupName}`,
    blocks: [
      heading(`A message to ${groupName}`),
      facts([
        ["From", writer],
        ["Address", plainLine(address)],
      ]),
      subheading("They write"),
      ...lines.map((line) => paragraph(line)),
      subheading("To answer"),
      paragraph(
        "Answer this mail: it goes to whoever wrote, and they will see your address. Until you do, they know nobody’s. Everybody who runs the group got this, so tell the others that you answer.",
      ),
      note(
        "We have checked that the address is theirs, nothing else. If it is abuse, do not answer, and tell us:",
        { label: "report it", url: reportUrl },
      ),
    ],
    foot: {
      text: "You get this because you run this group. You can turn off messages from its page on your own page of the group.",
    },
  });
}
