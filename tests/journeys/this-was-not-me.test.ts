import { expect, test } from "vitest";
import { linkTo, readMailbox } from "../mailbox.ts";
import { headingOf, LEWISHAM, mainOf, setScene, signAndConfirm, signOnPage } from "./scene.ts";

const scene = setScene();

test("somebody whose address was used by another has it deleted, and gets no more mail about this petition", async () => {
  const before = await scene.countOf(LEWISHAM);
  const signer = { name: "Heather Somebody", email: "heather@example.org", postcode: "SE13 6RU" };
  const page = await scene.visit(LEWISHAM);
  await signOnPage(page, signer);
  const mail = await scene.mailTo(signer.email, "Confirm your signature");
  await page.goto(linkTo(mail, "/not-me/"));
  expect(await mainOf(page)).toContain("Nothing has been counted.");
  await page.getByRole("button", { name: "This was not me: delete it" }).click();
  expect(await headingOf(page)).toBe("Deleted");
  const gone = await page.goto(linkTo(mail, "/confirm/"));
  expect(gone?.status()).toBe(404);

  await page.goto(LEWISHAM);
  await signOnPage(page, signer);
  expect(await headingOf(page)).toBe("Now check your e-mail");
  await page.goto(LEWISHAM);
  await signOnPage(page, { ...signer, email: "another@example.org" });
  await scene.mailTo("another@example.org", "Confirm your signature");
  const mails = await readMailbox(scene.app.url);
  expect(mails.filter(({ to }) => to.includes(signer.email))).toHaveLength(1);
  expect(await scene.countOf(LEWISHAM)).toBe(before);
});

test("where the signature was counted already, it is taken off", async () => {
  const before = await scene.countOf(LEWISHAM);
  const signer = { name: "Teasel Somebody", email: "teasel@example.org", postcode: "SE13 6RU" };
  const { page, mail } = await signAndConfirm(scene, LEWISHAM, signer);
  expect(await scene.countOf(LEWISHAM)).toBe(before + 1);
  await page.goto(linkTo(mail, "/not-me/"));
  expect(await mainOf(page)).toContain("it will be taken off");
  await page.getByRole("button", { name: "This was not me: delete it" }).click();
  expect(await scene.countOf(LEWISHAM)).toBe(before);
});
