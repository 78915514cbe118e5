import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { linkTo } from "../mailbox.ts";
import { headingOf, mainOf, setScene } from "./scene.ts";

const scene = setScene();
const PHONE = { viewport: { width: 360, height: 740 } };
const SAVE = "Save and go on";

/** Writes the first pages of a petition, up to the question who should act. */
async function begin(title: string): Promise<Page> {
  const page = await scene.visit("/start", PHONE);
  await page.getByLabel("Title", { exact: true }).fill(title);
  await press(page, "Start");
  await page.getByLabel("What should they do?").fill("Name a school place for every child with a plan");
  await press(page, SAVE);
  await page.getByLabel("Why does this matter?").fill("My son has been at home for fourteen months.");
  await press(page, SAVE);
  return page;
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

test("a parent on a phone writes a petition page by page, is led to the right council, begins it by mail and has a link to pass on", async () => {
  const page = await begin("Give every child with a plan a school place");
  await page.getByLabel("What is it about?").selectOption("education");
  await page.getByLabel("Your postcode").fill("wr5 2np");
  await press(page, "Find my councils");
  expect(await mainOf(page)).toContain("It runs schools and special educational needs where you live.");
  await page.getByLabel("Worcestershire County Council (most likely the right one)").check();
  await press(page, SAVE);
  await page.getByLabel("Your name, or your group’s").fill("Wren Applegarth");
  await page.getByLabel("Your e-mail address").fill("wren@example.org");
  await press(page, SAVE);
  await press(page, SAVE);
  await page.getByRole("link", { name: "Go on without a picture" }).click();
  await press(page, SAVE);

  expect(await headingOf(page)).toBe("Look it over and begin");
  const check = await mainOf(page);
  expect(check).toContain("Give every child with a plan a school place");
  expect(check).toContain("What an MP would read");
  expect(check).toContain("They ask Worcestershire County Council to name a school place");
  await press(page, "Begin");
  expect(await headingOf(page)).toBe("Check your e-mail");

  const mail = await scene.mailTo("wren@example.org", "Begin your petition");
  await page.goto(linkTo(mail, "/sign-in/"));
  await press(page, "Begin");
  expect(new URL(page.url()).pathname).toMatch(/^\/organise\/\d+$/);
  expect(await headingOf(page)).toBe("Give every child with a plan a school place");
  const support = await page.getByLabel("The address to pass on").inputValue();
  const friend = await scene.visit(new URL(support).pathname, PHONE);
  expect(await headingOf(friend)).toBe("Give every child with a plan a school place");
});

test("a draft is gone on with on another device by the mailed link, where it was left", async () => {
  const page = await begin("Mend the lift at the station");
  await page.getByLabel("Parliament").check();
  await press(page, SAVE);
  await page.getByLabel("Your name, or your group’s").fill("Rowan Tidewell");
  await page.getByLabel("Your e-mail address").fill("rowan@example.org");
  await press(page, SAVE);
  const mail = await scene.mailTo("rowan@example.org", "Go on with your petition");
  const elsewhere = await scene.visit(linkTo(mail, "/start/"), PHONE);
  expect(await headingOf(elsewhere)).toBe("How many people, and how long?");
  await elsewhere.getByRole("link", { name: "Why", exact: true }).click();
  expect(await elsewhere.getByLabel("Why does this matter?").inputValue()).toContain("fourteen months");
});

test("a mistake on a page loses nothing: what was right is kept, what was wrong is said at its field", async () => {
  const page = await begin("Open the library on Saturdays");
  await page.getByRole("radio", { name: "A council", exact: true }).check();
  await page.getByLabel("If a council: which?").selectOption({ label: "Derbyshire County Council" });
  await press(page, SAVE);
  await page.getByLabel("Your name, or your group’s").fill("Hazel Underhill");
  await page.getByLabel("Your e-mail address").fill("hazel@");
  await press(page, SAVE);
  expect(await mainOf(page)).toContain("Enter an e-mail address like name@example.com");
  expect(await page.getByLabel("Your e-mail address").inputValue()).toBe("hazel@");
  await page.getByRole("link", { name: "Who should act" }).first().click();
  expect(await page.getByLabel("If a council: which?").inputValue()).toBe("E10000007");
  await page.getByRole("link", { name: "You", exact: true }).click();
  expect(await page.getByLabel("Your name, or your group’s").inputValue()).toBe("Hazel Underhill");
  await page.getByRole("link", { name: "Look it over and begin" }).click();
  expect(await mainOf(page)).toContain("Your name and e-mail");
  expect(await page.getByRole("button", { name: "Begin", exact: true }).count()).toBe(0);
});
