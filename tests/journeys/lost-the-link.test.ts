import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { linkTo, readMailbox } from "../mailbox.ts";
import { headingOf, LEWISHAM, mainOf, setScene, signAndConfirm, wordsOf } from "./scene.ts";

const scene = setScene();

test("whoever asks for their links sees the same page, whether the address has signed or not; only one gets a mail", async () => {
  const signer = { name: "Fennel Gatehouse", email: "fennel@example.org", postcode: "SE13 6RU" };
  await signAndConfirm(scene, LEWISHAM, signer);
  const unknown = await ask("nobody@example.org");
  const known = await ask(signer.email);
  expect(known.url()).toBe(unknown.url());
  expect(await known.content()).toBe(await unknown.content());

  const mail = await scene.mailTo(signer.email, "Your signatures");
  const mails = await readMailbox(scene.app.url);
  expect(mails.filter(({ to }) => to.includes("nobody@example.org"))).toEqual([]);
  await known.goto(linkTo(mail, "/signature/"));
  expect(await headingOf(known)).toBe("Your signature");
  expect(await mainOf(known)).toContain("Fennel Gatehouse");
});

test("an address that cannot be one is refused with a sentence that says what to type", async () => {
  const page = await ask("fennel at home");
  expect(await wordsOf(page.getByRole("alert").getByRole("link"))).toBe(
    "Enter an e-mail address like name@example.com",
  );
  expect(await page.getByLabel("The e-mail address you used").inputValue()).toBe("fennel at home");
});

async function ask(address: string): Promise<Page> {
  const page = await scene.visit("/");
  await page.getByRole("link", { name: "Your signatures" }).click();
  await page.getByLabel("The e-mail address you used").fill(address);
  await page.getByRole("button", { name: "Send me my links" }).click();
  return page;
}
