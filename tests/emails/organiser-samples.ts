import { forwardedReplyMail } from "#app/emails/forwarded-reply.ts";
import type { MailSite, RenderedMail } from "#app/emails/layout.ts";
import type { OrganiserNews } from "#app/emails/organiser-news.ts";
import { organiserNoticeMail } from "#app/emails/organiser-notice.ts";

const BASE = "https://hearhear.example.org";
const CAMPAIGN_URL = `${BASE}/petitions/send-investigation`;
const DATES = { closesOn: "2027-01-31", today: "2026-11-25", campaignUrl: CAMPAIGN_URL };
const REASON = "It advertises something.";

const NEWS: readonly OrganiserNews[] = [
  { kind: "started", supportersNeeded: 5, supportUrl: `${BASE}/support/support-token` },
  { kind: "supported" },
  { kind: "submitted", withinHours: 48 },
  { kind: "published", isMoved: true, ...DATES },
  { kind: "published", isMoved: false, ...DATES, campaignUrl: "" },
  { kind: "changes_asked", isLastChance: true },
  { kind: "rejected", reason: REASON, campaignUrl: CAMPAIGN_URL },
  { kind: "hidden", reason: REASON },
  { kind: "removed", reason: "" },
  { kind: "back" },
  { kind: "paused" },
  { kind: "reopened", ...DATES },
  {
    ...{ kind: "closed", closedOn: "2026-11-24", today: "2026-11-25", count: 1214 },
    bodyName: "Severnshire County Council",
  },
  ...[true, false].flatMap((yes): OrganiserNews[] => [
    { kind: "change_settled", isAccepted: yes },
    { kind: "outcome_settled", isAccepted: yes },
    { kind: "appeal_settled", isGranted: yes, wasHidden: yes },
    {
      ...{ kind: "recipient_settled", isAccepted: yes, who: "Director of Children’s Services" },
      reason: yes ? "" : "They are named already",
    },
    {
      ...{ kind: "answer_settled", isPublished: yes, who: "Director of Children’s Services" },
      reason: yes ? "" : "It is abusive or threatens somebody",
    },
  ]),
  ...(["published", "declined", "pulled"] as const).map(
    (fate): OrganiserNews => ({
      ...{ kind: "update_settled", fate, today: "2026-11-25" },
      mailOn: fate === "published" ? "2026-11-27" : "",
    }),
  ),
  { kind: "complaint" },
];

/** Every mail to those who run a campaign, with a moderator's note of two lines. */
export function organiserMails(about: { site: MailSite; campaignTitle: string }): [string, RenderedMail][] {
  const told = NEWS.map((news): [string, RenderedMail] => [
    `organiser: ${news.kind}`,
    organiserNoticeMail({
      ...about,
      kind: "letter",
      news,
      note: "Leave out the name of the school.\n\nThe rest is good.",
      organiseUrl: `${BASE}/organise/12`,
    }),
  ]);
  const reply = {
    ...{ name: "Pat Example", address: "pat@councillors.example", subject: "Re: 38 of your constituents" },
    text: "I will raise it on 14 January.\n\nPat",
  };
  const replied = { ...about, kind: "petition" as const, repliesUrl: `${BASE}/organise/12/replies` };
  return [
    ...told,
    [
      "reply passed on",
      forwardedReplyMail({
        ...replied,
        to: "Councillor Pat Example, Arboretum",
        reply: { ...reply, isCut: false, campaignCount: 1 },
      }),
    ],
    [
      "reply passed on: little known",
      forwardedReplyMail({
        ...replied,
        to: "",
        reply: { name: "", address: "", subject: "", text: "", isCut: true, campaignCount: 2 },
      }),
    ],
  ];
}
