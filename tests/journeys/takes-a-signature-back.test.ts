import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linkTo } from "../mailbox.ts";
import { headingOf, LEWISHAM, mainOf, setScene, signAndConfirm, signOnPage, wordsOf } from "./scene.ts";

const scene = setScene();

test("a signatory hides their name, and it is gone from the petition's page at once", async () => {
  const signer = { name: "Juniper Wainfleet", email: "juniper@example.org", postcode: "SE13 6RU" };
  const page = await scene.visit(LEWISHAM);
  await page.getByLabel("Show my name on this page").check();
  await signOnPage(page, signer);
  const mail = await scene.mailTo(signer.email, "Confirm your signature");
  await page.goto(linkTo(mail, "/confirm/"));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  await scene.advance("PT10M");
  await page.goto(LEWISHAM);
  expect(await mainOf(page)).toContain("Juniper Wainfleet");

  await page.goto(linkTo(mail, "/signature/"));
  await page.getByLabel("Show my name on the petition’s page").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  expect(await wordsOf(page.getByRole("status"))).toContain("Done.");
  expect(await page.getByLabel("Show my name on the petition’s page").isChecked()).toBe(false);
  await page.goto(LEWISHAM);
  expect(await mainOf(page)).not.toContain("Juniper Wainfleet");
});

test("a signatory corrects their postcode and is counted in the new place", async () => {
  const before = await scene.countOf(LEWISHAM);
  const signer = { name: "Bracken Oldershaw", email: "bracken@example.org", postcode: "SE13 6RU" };
  const { page, mail } = await signAndConfirm(scene, LEWISHAM, signer);
  await page.goto(linkTo(mail, "/signature/"));
  expect(await mainOf(page)).toMatch(/Council\s+London Borough of Lewisham/);
  await page.getByLabel("Postcode", { exact: true }).fill("worcester");
  await page.getByRole("button", { name: "Correct my postcode" }).click();
  expect(await wordsOf(page.getByRole("alert").getByRole("link"))).toContain("WR5 2NP");
  expect(await page.getByLabel("Postcode", { exact: true }).inputValue()).toBe("worcester");
  await page.getByLabel("Postcode", { exact: true }).fill("wr5 2np");
  await page.getByRole("button", { name: "Correct my postcode" }).click();
  const facts = await mainOf(page);
  expect(facts).toMatch(/Postcode\s+WR5 2NP/);
  expect(facts).toMatch(/Constituency\s+Worcester/);
  expect(facts).toMatch(/Council\s+Worcester City Council/);
  expect(await scene.countOf(LEWISHAM)).toBe(before + 1);
});

test("a signatory downloads all that is kept of them", async () => {
  const signer = { name: "Sorrel Kettleburn", email: "sorrel@example.org", postcode: "SE13 6RU" };
  const { page, mail } = await signAndConfirm(scene, LEWISHAM, signer);
  await page.goto(linkTo(mail, "/signature/"));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download what we keep of you" }).click(),
  ]);
  expect(JSON.parse(readFileSync(await download.path(), "utf8"))).toMatchObject({
    name: "Sorrel Kettleburn",
    email: "sorrel@example.org",
    postcode: "SE13 6RU",
    state: "confirmed",
    council: "London Borough of Lewisham",
  });
});

test("a signatory takes the signature off, signs again, and erases everything; the count follows", async () => {
  const before = await scene.countOf(LEWISHAM);
  const signer = { name: "Linnet Broadribb", email: "linnet@example.org", postcode: "SE13 6RU" };
  const { page, mail } = await signAndConfirm(scene, LEWISHAM, signer);
  expect(await scene.countOf(LEWISHAM)).toBe(before + 1);
  const first = linkTo(mail, "/signature/");
  await page.goto(first);
  await page.getByRole("button", { name: "Take my signature off", exact: true }).click();
  expect(await mainOf(page)).toContain("You have taken it off");
  expect(await scene.countOf(LEWISHAM)).toBe(before);

  const again = await signAndConfirm(scene, LEWISHAM, signer);
  expect(await headingOf(again.page)).toContain("Thank you");
  expect(await scene.countOf(LEWISHAM)).toBe(before + 1);

  const second = linkTo(again.mail, "/signature/");
  expect(second).not.toBe(first);
  await page.goto(second);
  await page.getByRole("button", { name: /^Erase everything/ }).click();
  expect(await headingOf(page)).toBe("Erased");
  expect(await scene.countOf(LEWISHAM)).toBe(before);
  const gone = await page.goto(second);
  expect(gone?.status()).toBe(404);
  expect(await headingOf(page)).toBe("We do not know this link");
});
