import { expect, test } from "vitest";
import { type CapturedMail, linksIn, linkTo, readMailbox } from "../mailbox.ts";
import { headingOf, LEWISHAM, mainOf, setScene, signAndConfirm, signOnPage } from "./scene.ts";

const scene = setScene();
const SIGNER = { name: "Clover Hatherleigh", email: "clover@example.org", postcode: "SE13 6RU" };

test("a scanner that opens every link of a mail, by HEAD and by GET, neither confirms nor deletes anything", async () => {
  const before = await scene.countOf(LEWISHAM);
  const page = await scene.visit(LEWISHAM);
  await signOnPage(page, SIGNER);
  const mail = await scene.mailTo(SIGNER.email, "Confirm your signature");
  expect(linksIn(mail).map((link) => new URL(link).pathname.split("/")[1])).toEqual(
    expect.arrayContaining(["confirm", "not-me", "signature", "petitions"]),
  );
  await scan(mail);
  expect(await scene.countOf(LEWISHAM)).toBe(before);

  await page.goto(linkTo(mail, "/confirm/"));
  expect(await mainOf(page)).toContain(SIGNER.name);
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  expect(await headingOf(page)).toContain("Thank you");
  expect(await scene.countOf(LEWISHAM)).toBe(before + 1);
});

test("after confirming, too, a scanner changes nothing: no signature is taken off and no news stopped", async () => {
  const before = await scene.countOf(LEWISHAM);
  const { mail, page } = await signAndConfirm(scene, LEWISHAM, { ...SIGNER, name: "Alder Hatherleigh" });
  await scan(mail);
  expect(await scene.countOf(LEWISHAM)).toBe(before + 1);
  await page.goto(linkTo(mail, "/signature/"));
  expect(await mainOf(page)).toContain("It is counted.");
});

test("no link of any mail that a signatory can get does anything by being opened", async () => {
  const count = await scene.countOf(LEWISHAM);
  const page = await scene.visit("/my-signatures");
  await page.getByLabel("The e-mail address you used").fill(SIGNER.email);
  await page.getByRole("button", { name: "Send me my links" }).click();
  await scene.mailTo(SIGNER.email, "Your signatures");
  await page.goto(LEWISHAM);
  await signOnPage(page, SIGNER);
  await scene.mailTo(SIGNER.email, "You have signed already");
  await page.goto(LEWISHAM);
  await signOnPage(page, { ...SIGNER, name: "Rowan Hatherleigh" });
  await scene.mailTo(SIGNER.email, "Two people have signed");
  await page.goto(LEWISHAM);
  await signOnPage(page, { ...SIGNER, name: "Late Confirmer", email: "late@example.org" });
  await scene.advance("PT25H");
  const reminder = await scene.mailTo("late@example.org", "Still to confirm");

  for (const mail of await readMailbox(scene.app.url)) await scan(mail);
  expect(await scene.countOf(LEWISHAM)).toBe(count);
  await page.goto(linkTo(reminder, "/confirm/"));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  expect(await scene.countOf(LEWISHAM)).toBe(count + 1);
});

/** Opens every link as a scanner does; each leads to a page. */
async function scan(mail: CapturedMail): Promise<void> {
  for (const link of linksIn(mail))
    for (const method of ["HEAD", "GET"]) {
      const { status } = await fetch(link, { method });
      expect([link, method, status]).toEqual([link, method, 200]);
    }
}
