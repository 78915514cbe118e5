import { complaintAnsweredMail } from "#app/emails/complaint-answered.ts";
import { complaintReceivedMail } from "#app/emails/complaint-received.ts";
import { complaintSettledMail } from "#app/emails/complaint-settled.ts";
import { complaintToAuthorMail } from "#app/emails/complaint-to-author.ts";
import type { MailSite, RenderedMail } from "#app/emails/layout.ts";
import { reportSettledMail } from "#app/emails/report-settled.ts";

const BASE = "https://hearhear.example.org";
const COMPLAINT_URL = `${BASE}/complaint/complaint-token`;

/** Every mail about reports and complaints, by its name. */
export function complaintMails(titled: { site: MailSite; campaignTitle: string }): [string, RenderedMail][] {
  const { site, campaignTitle } = titled;
  const about = { site, about: campaignTitle, complaintUrl: COMPLAINT_URL };
  const report = { site, about: campaignTitle, termsUrl: `${BASE}/terms#complain` };
  const settled = { ...about, takedownUrl: `${BASE}/takedown` };
  return [
    [
      "report upheld",
      reportSettledMail({ ...report, isUpheld: true, outcome: "What you reported has been changed" }),
    ],
    ["report dismissed", reportSettledMail({ ...report, isUpheld: false, outcome: "It is an opinion" })],
    [
      "complaint received",
      complaintReceivedMail({ ...about, author: { kind: "asked", lastDay: "30 November" } }),
    ],
    ["complaint, author not reached", complaintReceivedMail({ ...about, author: { kind: "not_reached" } })],
    ["complaint, author not asked", complaintReceivedMail({ ...about, author: { kind: "not_asked" } })],
    [
      "complaint to author",
      complaintToAuthorMail({
        site,
        campaignTitle,
        pageUrl: `${BASE}/petitions/send-investigation`,
        name: "",
        email: "rowan@example.org",
        statement: `The head took the money. ${campaignTitle}`,
        meaning: "That I stole.",
        harm: "Parents no longer speak to me.\nI may lose my post.",
        untrue: "I never had the money.",
        lastDay: "30 November",
        replyUrl: `${BASE}/author-reply/reply-token`,
      }),
    ],
    [
      "complaint answered, with details",
      complaintAnsweredMail({
        ...about,
        details: { name: `Betony ${campaignTitle}`, postal: "1 Made Up Road\nSevernford\nSV1 1AA" },
      }),
    ],
    ["complaint answered, without details", complaintAnsweredMail(about)],
    ["complaint settled, removed", complaintSettledMail({ ...settled, ending: { kind: "removed" } })],
    ["complaint settled, kept", complaintSettledMail({ ...settled, ending: { kind: "kept" } })],
    [
      "complaint settled, invalid",
      complaintSettledMail({
        ...settled,
        ending: { kind: "invalid", reason: "The words are not on the page" },
      }),
    ],
  ];
}
