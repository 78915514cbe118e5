import { nameInShort } from "#app/domain/campaign/short-name.ts";
import { answerConfirmMail } from "#app/emails/answer-confirm.ts";
import { answerSettledMail } from "#app/emails/answer-settled.ts";
import type { MailSite, RenderedMail } from "#app/emails/layout.ts";

const BASE = "https://hearhear.example.org";

/** Every mail about an answer, by its name. */
export function answerMails(titled: { site: MailSite; campaignTitle: string }): [string, RenderedMail][] {
  const about = {
    ...titled,
    shortName: nameInShort({ shortName: "", title: titled.campaignTitle }),
    campaignUrl: `${BASE}/p/375`,
    name: "Councillor Ann Example, Bedwardine",
    answers: [
      { ask: "", stance: "Will raise it", words: `At full council on 3 March.\n\n${titled.campaignTitle}` },
      { ask: "Publish how long families wait.", stance: "Supports this", words: "" },
    ],
    writer: "Rowan Example, office of Councillor Ann Example",
  };
  const manageUrl = `${BASE}/answer-confirm/confirm-token`;
  return [
    ["answer to confirm", answerConfirmMail({ ...about, confirmUrl: manageUrl, expiresInDays: 7 })],
    ["answer published", answerSettledMail({ ...about, manageUrl })],
    ["answer declined", answerSettledMail({ ...about, manageUrl, declinedBecause: "It is an advert" })],
  ];
}
