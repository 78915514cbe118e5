import { button, heading, paragraph } from "./blocks.ts";
import { aCampaign, campaignWord } from "./campaign-word.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** The link that opens a draft, and how long a draft is kept after it was last changed. */
export type DraftLinkProps = {
  site: MailSite;
  kind: "petition" | "letter";
  draftUrl: string;
  keptDays: number;
};

/** Lets somebody go on with a campaign that they have begun to write. Nothing that anybody typed is in it. */
export function draftLinkMail({ site, kind, draftUrl, keptDays }: DraftLinkProps): RenderedMail {
  return renderMail({
    site,
    subject: `Go on with your ${campaignWord(kind)}`,
    blocks: [
      heading(`Go on with your ${campaignWord(kind)}`),
      paragraph(
        `What you have written is saved. This link opens it on any phone or computer; it is kept for ${keptDays} days after you last changed it.`,
      ),
      button("Go on writing", draftUrl, true),
      paragraph("Whoever has this link can change your draft, so pass it on to nobody you do not trust."),
    ],
    foot: {
      text: `You get this because someone is writing ${aCampaign(kind)} and gave this address. If it was not you, ignore it: the draft is deleted by itself.`,
    },
  });
}
