import { type AddressFullProps, addressFullMail } from "#app/emails/address-full.ts";
import { type AlreadySignedProps, alreadySignedMail } from "#app/emails/already-signed.ts";
import { type ConfirmSignatureProps, confirmSignatureMail } from "#app/emails/confirm-signature.ts";
import { type InvitationProps, invitationMail } from "#app/emails/invitation.ts";
import type { MailSite, RenderedMail } from "#app/emails/layout.ts";
import { type LetterChangedProps, letterChangedMail } from "#app/emails/letter-changed.ts";
import { type ManageLinksProps, manageLinksMail } from "#app/emails/manage-links.ts";
import { previewReportMail } from "#app/emails/preview-report.ts";
import { representativeReport, representativeReportMail } from "#app/emails/representative-report.ts";
import { type TextChangedProps, textChangedMail } from "#app/emails/text-changed.ts";
import type { OutgoingMail } from "#app/emails/transport.ts";
import { accountMails } from "./account-samples.ts";
import { answerMails } from "./answer-samples.ts";
import { complaintMails } from "./complaint-samples.ts";
import { groupMails } from "./group-samples.ts";
import { organiserMails } from "./organiser-samples.ts";
import { reportItem, reportProps } from "./report-props.ts";
import { reportMails } from "./report-samples.ts";
import { BASE, CAMPAIGN_URL, SITE, TITLE } from "./sample-site.ts";
import { storyMails } from "./story-samples.ts";
import { updateMails } from "./update-samples.ts";

export function confirmProps(changes: Partial<ConfirmSignatureProps> = {}): ConfirmSignatureProps {
  return {
    site: SITE,
    campaignTitle: TITLE,
    campaignUrl: CAMPAIGN_URL,
    name: "Ann Example",
    signedFrom: { kind: "postcode", postcode: "WR5 2NP" },
    confirmUrl: `${BASE}/confirm/confirm-token`,
    notMeUrl: `${BASE}/not-me/not-me-token`,
    manageUrl: `${BASE}/signature/manage-token`,
    expiresInDays: 7,
    reminder: false,
    again: false,
    ...changes,
  };
}

export function textChangedProps(changes: Partial<TextChangedProps> = {}): TextChangedProps {
  const { reminder: _reminder, again: _again, ...props } = confirmProps();
  return { ...props, ...changes };
}

export function letterChangedProps(changes: Partial<LetterChangedProps> = {}): LetterChangedProps {
  return {
    site: SITE,
    campaignTitle: TITLE,
    name: "Ann Example",
    changedParts: ["Title", "Ask 2"],
    agreeUrl: `${BASE}/agree/agree-token`,
    manageUrl: `${BASE}/signature/manage-token`,
    ...changes,
  };
}

export function alreadySignedProps(changes: Partial<AlreadySignedProps> = {}): AlreadySignedProps {
  const signatures = [{ name: "Ann Example", manageUrl: `${BASE}/signature/manage-token` }];
  return { site: SITE, campaignTitle: TITLE, campaignUrl: CAMPAIGN_URL, signatures, ...changes };
}

export function addressFullProps(changes: Partial<AddressFullProps> = {}): AddressFullProps {
  return { site: SITE, campaignTitle: TITLE, campaignUrl: CAMPAIGN_URL, ...changes };
}

export function manageLinksProps(changes: Partial<ManageLinksProps> = {}): ManageLinksProps {
  const signatures = [
    {
      campaignTitle: TITLE,
      name: "Ann Example",
      state: "counted",
      manageUrl: `${BASE}/signature/manage-token`,
    },
    {
      campaignTitle: "Shorter waits",
      state: "not confirmed yet",
      manageUrl: `${BASE}/signature/other-token`,
    },
  ];
  return { site: SITE, signatures, ...changes };
}

export function invitationProps(changes: Partial<InvitationProps> = {}): InvitationProps {
  return {
    site: SITE,
    kind: "petition",
    campaignTitle: TITLE,
    organiserName: "Wren Applegarth",
    invitationUrl: `${BASE}/invitation/invitation-token`,
    expiresInDays: 14,
    ...changes,
  };
}

/** Every mail there is, by its name. */
export function everyMail(
  changes: { site?: MailSite; campaignTitle?: string } = {},
): [string, RenderedMail][] {
  const site = changes.site ?? SITE;
  const campaignTitle = changes.campaignTitle ?? TITLE;
  const titled = { site, campaignTitle };
  const managed = manageLinksProps().signatures.map((signature) => ({ ...signature, campaignTitle }));
  return [
    ["confirm", confirmSignatureMail(confirmProps(titled))],
    ["reminder", confirmSignatureMail(confirmProps({ ...titled, reminder: true }))],
    ["confirm again", confirmSignatureMail(confirmProps({ ...titled, again: true }))],
    ["text changed", textChangedMail(textChangedProps(titled))],
    ["letter changed", letterChangedMail(letterChangedProps(titled))],
    ["already signed", alreadySignedMail(alreadySignedProps(titled))],
    ["address full", addressFullMail(addressFullProps(titled))],
    ["manage links", manageLinksMail(manageLinksProps({ site, signatures: managed }))],
    ["invitation", invitationMail(invitationProps(titled))],
    ...groupMails({ site, groupName: campaignTitle }),
    ...accountMails(site),
    ...reportMails(titled),
    [
      "report on two",
      representativeReportMail(reportProps({ site, items: [reportItem({ campaignTitle }), reportItem()] })),
    ],
    ...complaintMails(titled),
    ...answerMails(titled),
    [
      "copy of a report",
      previewReportMail({
        message: representativeReport(reportProps({ site, items: [reportItem({ campaignTitle })] })),
        ...{ slotOn: "2026-12-01", sentOn: "2026-11-25" },
      }),
    ],
    ...organiserMails(titled),
    ...updateMails(titled),
    ...storyMails(site),
  ];
}

export function outgoingMail(changes: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    from: "Hear Hear <no-reply@hearhear.example.org>",
    to: "ann@example.org",
    subject: "Confirm your signature: “Schools”",
    text: "Confirm: https://hearhear.example.org/confirm/token\n.\nThe end.\n",
    html: '<p>Confirm: <a href="https://hearhear.example.org/confirm/token">here</a></p>',
    messageId: "<0198-signature@hearhear.example.org>",
    ...changes,
  };
}
