import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { linkTo } from "../mailbox.ts";
import { headingOf, mainOf, setScene } from "./scene.ts";

const scene = setScene();
const PHONE = { viewport: { width: 360, height: 740 } };
const SAVE = "Save and go on";

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

test("a mother on a phone tells what happened, takes out a name, allows what she likes, sends it from another device and takes it back", async () => {
  const council = await scene.visit("/councils/worcestershire", PHONE);
  await council.getByRole("link", { name: "Tell your story" }).first().click();
  expect(await headingOf(council)).toBe("Tell your story");
  await press(council, "Begin");
  const page = council;

  expect(await headingOf(page)).toBe("Who tells this story?");
  await press(page, SAVE);
  expect(await mainOf(page)).toContain("Choose who you are");
  await page.getByRole("radio", { name: "I am the parent" }).check();
  await press(page, SAVE);

  expect(await mainOf(page)).toContain("It is about Worcestershire County Council");
  await page.getByLabel("Your postcode").fill("wr5 2np");
  await press(page, SAVE);

  expect(await headingOf(page)).toBe("Is there, or was there ever, a court case?");
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await press(page, SAVE);

  await page.getByLabel("A title").fill("A year at the kitchen table");
  await page
    .getByLabel("Your story")
    .fill(
      "My son Jamie has had no school place for a year.\n\nWe sit down at the kitchen table every morning.",
    );
  await press(page, SAVE);

  expect(await headingOf(page)).toBe("Could somebody recognise your child?");
  expect(await mainOf(page)).toContain("Jamie");
  await page
    .getByRole("button", { name: /of “Jamie”|Jamie/ })
    .first()
    .click();
  expect(await mainOf(page)).not.toContain("Jamie");
  await page.getByRole("link", { name: "Go on", exact: true }).click();

  await page.getByRole("checkbox", { name: "No school place" }).check();
  await page.getByLabel("How long without a full school place").selectOption("7-12");
  await press(page, SAVE);
  await page.getByRole("radio", { name: "We sit down at the kitchen table every morning." }).check();
  await press(page, SAVE);
  expect(await headingOf(page)).toBe("Help readers find your story");
  expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
  await page.getByRole("checkbox", { name: "No school place" }).check();
  await press(page, SAVE);
  await page.getByRole("checkbox", { name: /^Publish my story here/ }).check();
  await press(page, SAVE);
  await page.getByLabel("Your e-mail address").fill("betony@example.org");
  await press(page, SAVE);

  expect(await headingOf(page)).toBe("Read it over and send it");
  const check = await mainOf(page);
  for (const words of ["by a parent in Worcestershire", "7 to 12 months", "b…@example.org"])
    expect(check).toContain(words);
  await press(page, "Mail me the link to send it");
  const mail = await scene.mailTo("betony@example.org", "send it yourself");

  const laptop = await scene.visit(linkTo(mail, "/story/"), { viewport: { width: 1280, height: 900 } });
  expect(await mainOf(laptop)).toContain("Not sent yet");
  await press(laptop, "Send my story");
  expect(await mainOf(laptop)).toContain("With the moderators");
  await laptop.getByRole("checkbox", { name: /^Put my story into an evidence pack/ }).check();
  await press(laptop, "Save what I allow");
  expect(await laptop.getByRole("checkbox", { name: /evidence pack/ }).isChecked()).toBe(true);

  await laptop.getByRole("link", { name: "Take my story back…" }).click();
  expect(await headingOf(laptop)).toBe("Take your story back?");
  await press(laptop, "Take it back for good");
  expect(await headingOf(laptop)).toBe("Your story is withdrawn");
});
