import { readWords } from "#app/domain/update/update-words.ts";
import { type CampaignUpdateProps, campaignUpdate } from "#app/emails/campaign-update.ts";
import { type MailSite, type RenderedMail, renderMail } from "#app/emails/layout.ts";

const BASE = "https://hearhear.example.org";

const WORDS = `We met the director **on Tuesday**.
She said *sorry*.

## What comes next

- a letter to every family
- a meeting in January

> No family should wait for a year.

The minutes are [on the council’s site](https://www.worcestershire.gov.uk/minutes).`;

/** What the mail of an update is made of. */
export function updateProps(changes: Partial<CampaignUpdateProps>): Omit<CampaignUpdateProps, "site"> {
  return {
    kind: "petition",
    campaignTitle: "Answer every family in time",
    shortName: "",
    organiserName: "Wren Applegarth",
    title: "We met the director",
    parts: readWords(WORDS),
    updateUrl: `${BASE}/petitions/answer/updates/abcdefghjk`,
    signaturesUrl: `${BASE}/my-signatures`,
    reader: { name: "Ann Example", stopUrl: `${BASE}/unsubscribe/stop-token` },
    ...changes,
  };
}

/** The mail of an update, and the copy of it for whoever writes it. */
export function updateMails(about: { site: MailSite; campaignTitle: string }): [string, RenderedMail][] {
  const mail = (changes: Partial<CampaignUpdateProps>) =>
    renderMail(campaignUpdate({ ...updateProps(changes), ...about }));
  return [
    ["update", mail({})],
    ["update of an open letter", mail({ kind: "open letter", shortName: "Letter to the director" })],
    ["copy of an update", mail({ reader: undefined })],
  ];
}
