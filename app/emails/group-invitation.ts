import { button, heading, paragraph } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** Which group asks for help, as what, the link that says yes, and how long it works. */
export type GroupInvitationProps = {
  site: MailSite;
  groupName: string;
  role: "owner" | "editor";
  invitationUrl: string;
  expiresInDays: number;
};

/** Asks somebody to help run a group. */
export function groupInvitationMail(props: GroupInvitationProps): RenderedMail {
  const { site, groupName, role, invitationUrl, expiresInDays } = props;
  const asOwner =
    " You would own it together with those who own it now: you could invite others and close the group.";
  return renderMail({
    site,
    subject: `Help run ${groupName}`,
    blocks: [
      heading("You are invited to help run a group"),
      paragraph(
        `Somebody who runs ${groupName} on ${site.siteName} asks you to help. You could change what it says about itself, run its petitions and open letters, and get what people write to it.${role === "owner" ? asOwner : ""}`,
      ),
      paragraph(
        `Open this link and press the button there to say yes. It works once, and for ${expiresInDays} days.`,
      ),
      button("See the invitation", invitationUrl, true),
    ],
    foot: {
      text: "You get this because somebody who runs this group typed your address. If you do not want to help, ignore it: nothing happens, and the address is deleted when the link has run out.",
    },
  });
}
