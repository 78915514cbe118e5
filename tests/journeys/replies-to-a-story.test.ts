import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { linkTo } from "../mailbox.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { siteOn } from "../site.ts";
import { publishedStory } from "../story-factories.ts";
import { headingOf, mainOf, setScene } from "./scene.ts";

const scene = setScene();
const PHONE = { viewport: { width: 360, height: 740 } };
const WORDS = "Every child without a place has a named officer now, and hears from them each week.";

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

test("an officer of the council replies to a story without an account, a moderator shows it beside the story, and the officer takes it back", async () => {
  const story = await realStory();
  const page = await scene.visit(story, PHONE);
  await page.getByRole("link", { name: "Reply to this" }).click();
  expect(await headingOf(page)).toBe("Reply to this story");
  expect(await mainOf(page)).toContain("Do not say that you know this family");
  await page.getByRole("radio", { name: "Show our statement beside it" }).check();
  await page.getByLabel("Your words").fill(WORDS);
  await page.getByLabel("Your name").fill("Fern Hathersage");
  await page.getByLabel("Your role").fill("Head of inclusion");
  await page.getByLabel("Your e-mail address at work").fill("fern.hathersage@worcestershire.gov.uk");
  await press(page, "Go on");
  expect(await mainOf(page)).toContain("Enter your organisation");
  await page.getByLabel("Your organisation").fill("Worcestershire County Council");
  await press(page, "Go on");
  expect(await headingOf(page)).toBe("Now check your e-mail");

  const mail = await scene.mailTo("fern.hathersage@worcestershire.gov.uk", "Confirm what you sent");
  expect(mail.text).not.toContain("named officer");
  const own = await scene.visit(linkTo(mail, "/statement/"), PHONE);
  expect(await headingOf(own)).toBe("Is this yours?");
  await press(own, "Yes, send it to a moderator");
  expect(await headingOf(own)).toBe("A moderator reads it next");

  const ada = await signedIn("ada-of-the-replies@example.org");
  await ada.goto("/moderate");
  await ada.getByRole("link", { name: /Replies to stories/ }).click();
  await ada.getByRole("link", { name: /A statement by Worcestershire County Council/ }).click();
  expect(await mainOf(ada)).toContain("Read it as a stranger would");
  await ada.getByRole("radio", { name: "Show it" }).check();
  await press(ada, "Decide");
  expect(await mainOf(ada)).toContain("None waits.");

  await page.goto(story);
  const shown = await mainOf(page);
  for (const words of [WORDS, "Head of inclusion", "Worcestershire County Council"])
    expect(shown).toContain(words);
  expect(shown).not.toContain("Fern");
  await scene.mailTo("fern.hathersage@worcestershire.gov.uk", "Your statement is shown");

  await own.reload();
  await press(own, "Take it back");
  expect(await headingOf(own)).toBe("You have taken it back");
  await page.goto(story);
  expect(await mainOf(page)).not.toContain(WORDS);
});

/** A story that is not of the demonstration: beside invented families no statement is shown. */
async function realStory(): Promise<string> {
  const db = openDatabase(scene.app.databaseUrl);
  try {
    const { publicId } = await publishedStory(await siteOn(db), {}, await scene.now());
    return `/stories/${publicId}`;
  } finally {
    await db.close();
  }
}

/** A moderator, signed in by the mailed link. */
async function signedIn(email: string): Promise<Page> {
  const db = openDatabase(scene.app.databaseUrl);
  try {
    await grantRole({ db, keyring: testKeyring() }, { email, role: "moderator" }, await scene.now());
  } finally {
    await db.close();
  }
  const page = await scene.visit("/sign-in", { ...PHONE, javaScriptEnabled: true });
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(linkTo(await scene.mailTo(email, "Sign in"), "/sign-in/"));
  await press(page, "Sign in");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}
