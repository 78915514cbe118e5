import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { linkTo } from "../mailbox.ts";
import { headingOf, mainOf, setScene } from "./scene.ts";

const scene = setScene();
const PHONE = { viewport: { width: 360, height: 740 } };
const SAVE = "Save and go on";
const TITLE = "To those who run SEND services in Worcestershire";

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

test("a campaigner on a phone writes an open letter, names whom it greets, begins it by mail, and its link shows it as a letter", async () => {
  const page = await scene.visit("/start", PHONE);
  await page.getByRole("radio", { name: "An open letter" }).check();
  await page.getByLabel("Title", { exact: true }).fill(TITLE);
  await press(page, "Start");

  expect(await headingOf(page)).toBe("Who can act on it?");
  await page.getByRole("radio", { name: "A council", exact: true }).check();
  await page.getByLabel("If a council: which?").selectOption({ label: "Worcestershire County Council" });
  await press(page, SAVE);

  expect(await headingOf(page)).toBe("Whom is it addressed to?");
  await page.getByLabel("Role or office").fill("Director of Children’s Services");
  await page.getByLabel("Published e-mail address").fill("director@worcestershire.gov.uk");
  await press(page, "Add");
  expect(await mainOf(page)).toContain("Enter the page that publishes this address");
  await page
    .getByLabel("The page that shows this person")
    .fill("https://www.worcestershire.gov.uk/directors");
  await press(page, "Add");
  await page.getByLabel("Name", { exact: true }).fill("Orla Penhale");
  await page.getByLabel("Role or office").fill("Cabinet member for education");
  await page.getByLabel("Gets a copy: reads it, and is not asked to answer").check();
  await press(page, "Add");
  expect(await mainOf(page)).toContain("Orla Penhale, Cabinet member for education");
  await page.getByRole("link", { name: "Go on", exact: true }).click();

  expect(await headingOf(page)).toBe("What does it say?");
  await page.getByLabel("Place").fill("Worcester");
  await page.getByLabel("Date").fill("31 June 2026");
  await page.getByLabel("How it greets").fill("Dear Director");
  await page.getByLabel("What it says").fill("We are 800 families.\n\nOur children wait for a school place.");
  await page.getByLabel("How it ends").fill("Yours faithfully");
  await press(page, SAVE);
  expect(await mainOf(page)).toContain("Enter a day, like 7 May 2026, or leave it blank");
  await page.getByLabel("Date").fill("30 June 2026");
  await press(page, SAVE);

  expect(await headingOf(page)).toBe("What do you ask for?");
  await page.getByLabel("What should they do?").fill("Answer every family within four weeks");
  await press(page, SAVE);
  await page.getByLabel("Your name, or your group’s").fill("Severn Valley SEND Families");
  await page.getByLabel("Your e-mail address").fill("lark@example.org");
  await press(page, SAVE);
  await press(page, SAVE);
  await page.getByRole("link", { name: "Go on without a picture" }).click();
  await press(page, SAVE);

  expect(await headingOf(page)).toBe("Look it over and begin");
  const check = await mainOf(page);
  for (const words of ["Worcester, 30 June 2026", "Dear Director,", "Yours faithfully,", "Orla Penhale"])
    expect(check).toContain(words);
  expect(check).toContain("to answer every family within four weeks");
  await press(page, "Begin");
  const mail = await scene.mailTo("lark@example.org", "Begin your open letter");
  await page.goto(linkTo(mail, "/sign-in/"));
  await press(page, "Begin");
  expect(await headingOf(page)).toBe(TITLE);

  const support = await page.getByLabel("The address to pass on").inputValue();
  const friend = await scene.visit(new URL(support).pathname, PHONE);
  expect(await headingOf(friend)).toBe(TITLE);
  expect(await mainOf(friend)).toContain("Our children wait for a school place.");
  expect(await mainOf(friend)).toMatch(/Open letter to Worcestershire County Council/i);

  await page.getByRole("link", { name: "Whom it is addressed to" }).click();
  await page.getByLabel("Or its lines").fill("name,role,organisation\nJo Hale,,\n");
  await press(page, "Name all of them");
  expect(await mainOf(page)).toContain("Line 2: role: Say what they are, or for whom they act");
});
