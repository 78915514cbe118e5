import { expect, test } from "vitest";
import { addressFullMail } from "#app/emails/address-full.ts";
import { alreadySignedMail } from "#app/emails/already-signed.ts";
import { confirmSignatureMail } from "#app/emails/confirm-signature.ts";
import { manageLinksMail } from "#app/emails/manage-links.ts";
import { addressFullProps, alreadySignedProps, confirmProps, manageLinksProps } from "./samples.ts";

test("the confirmation mail says what will count and links to confirm, campaign, manage and not me", () => {
  const { subject, text, html } = confirmSignatureMail(confirmProps());
  expect(subject).toBe("Confirm your signature: Hold an independent investigation into SEND services");
  for (const part of [text, html]) {
    expect(part).toContain("Ann Example");
    expect(part).toContain("WR5 2NP");
    expect(part).toContain("Nothing is counted until you confirm. The link works for 7 days.");
    for (const path of [
      "/confirm/confirm-token",
      "/not-me/not-me-token",
      "/signature/manage-token",
      "/petitions/send-investigation",
    ]) {
      expect(part).toContain(`https://hearhear.example.org${path}`);
    }
  }
});

test("a signatory abroad is told the country that will count", () => {
  const { text, html } = confirmSignatureMail(
    confirmProps({ signedFrom: { kind: "country", country: "France" } }),
  );
  for (const part of [text, html]) {
    expect(part).toContain("France");
    expect(part).not.toContain("Postcode");
  }
});

test("the reminder and the mail sent again say so and carry the same links", () => {
  const reminder = confirmSignatureMail(confirmProps({ reminder: true }));
  expect(reminder.subject).toMatch(/^Still to confirm: /);
  expect(reminder.text).toContain("This is our only reminder.");
  const again = confirmSignatureMail(confirmProps({ again: true }));
  expect(again.subject).toMatch(/sent again/);
  for (const mail of [reminder, again]) expect(mail.text).toContain("/confirm/confirm-token");
});

test("a hostile name stays one escaped line beside its label", () => {
  const name = "<b>Ann</b>\nPostcode: XX1 1XX";
  const { text, html } = confirmSignatureMail(confirmProps({ name }));
  expect(html).toContain("&#60;b&#62;Ann&#60;/b&#62; Postcode: XX1 1XX");
  expect(text).toContain("  Name: <b>Ann</b> Postcode: XX1 1XX\n  Postcode: WR5 2NP");
});

test("an address with a quote in it cannot leave its attribute", () => {
  const { html } = confirmSignatureMail(confirmProps({ confirmUrl: 'https://example.org/"onclick="x' }));
  expect(html).not.toContain('"onclick=');
});

test("who has signed already gets a link for each signature and none to confirm", () => {
  const signatures = [
    { name: "Ann Example", manageUrl: "https://hearhear.example.org/signature/one" },
    { name: "Ben Example", manageUrl: "https://hearhear.example.org/signature/two" },
  ];
  const { text, html } = alreadySignedMail(alreadySignedProps({ signatures }));
  for (const part of [text, html]) {
    expect(part).toContain("/signature/one");
    expect(part).toContain("/signature/two");
    expect(part).not.toContain("/confirm/");
  }
});

test("the third of a household is told to use another address and gets neither link nor name", () => {
  const { subject, text, html } = addressFullMail(addressFullProps());
  expect(subject).toMatch(/^Two people have signed with this address/);
  for (const part of [text, html]) {
    expect(part).toContain("another e-mail address");
    expect(part).not.toMatch(/\/confirm\/|\/signature\/|Ann/);
  }
});

test("the manage links are listed with their campaign and state", () => {
  const { text, html } = manageLinksMail(manageLinksProps());
  for (const part of [text, html]) {
    expect(part).toContain("Signed as Ann Example. This signature is counted.");
    expect(part).toContain("This signature is not confirmed yet.");
    expect(part).toContain("https://hearhear.example.org/signature/manage-token");
    expect(part).toContain("https://hearhear.example.org/signature/other-token");
  }
});

test("a long title is cut between words in the subject and whole in the mail", () => {
  const campaignTitle = `${"Reopen the special school in every town ".repeat(5)}now`;
  const { subject, html } = confirmSignatureMail(confirmProps({ campaignTitle }));
  expect(subject).toMatch(/^Confirm your signature: Reopen .* \S+…$/);
  expect(html).toContain(campaignTitle);
});
