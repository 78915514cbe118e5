import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What was changed about an account, and when. `detail` is a kind of browser, or the name of a role. */
export type AccountChangedProps = {
  site: MailSite;
  change: "add_passkey" | "remove_passkey" | "reset_passkeys" | "grant_role" | "revoke_role";
  detail: string;
  at: number;
  accountUrl: string;
};

const moment = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  dateStyle: "long",
  timeStyle: "short",
});

/** Tells somebody that their account was changed, so that they notice where it was not them. */
export function accountChangedMail({
  site,
  change,
  detail,
  at,
  accountUrl,
}: AccountChangedProps): RenderedMail {
  const { title, words } = wordsOf(change, detail, site.siteName);
  return renderMail({
    site,
    subject: title,
    blocks: [
      heading(title),
      paragraph(`On ${moment.format(at)}: ${words}`),
      paragraph(
        `If you did not expect this, tell us at once: write to ${site.operatorContact}. Nobody can undo it for you by this mail.`,
      ),
      button("See your account", accountUrl),
    ],
    foot: { text: `You get this because your account at ${site.siteName} was changed.` },
  });
}

function wordsOf(
  change: AccountChangedProps["change"],
  detail: string,
  siteName: string,
): { title: string; words: string } {
  const role = detail === "admin" ? "an admin" : "a moderator";
  switch (change) {
    case "add_passkey":
      return {
        title: "A passkey was added to your account",
        words: `a passkey was made for your account in ${inWords(detail)}. Whoever has it can sign in without a mail.`,
      };
    case "remove_passkey":
      return {
        title: "A passkey was removed from your account",
        words: "a passkey was removed from your account. It signs in no more.",
      };
    case "reset_passkeys":
      return {
        title: "Your passkeys were removed",
        words:
          "those who run this site removed all passkeys from your account and signed it out everywhere. Sign in by mail and make a new one.",
      };
    case "grant_role":
      return {
        title: `You are ${role} now`,
        words: `an admin made you ${role} of ${siteName}. Sign in to see what there is to do.`,
      };
    case "revoke_role":
      return {
        title: `You are no longer ${role}`,
        words: `an admin ended your time as ${role} of ${siteName}. Thank you for what you did.`,
      };
  }
}

function inWords(device: string): string {
  return device === "" || device === "A browser" ? "a browser" : device;
}
