import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { DEMONSTRATION_PEOPLE } from "#db/seed/seed-people.server.ts";
import { type CapturedMail, linkTo, readMailbox } from "../mailbox.ts";
import { headingOf, mainOf, setScene, WORCESTERSHIRE } from "./scene.ts";

const scene = setScene({ FORWARDING: "rehearsal" });
const WIDTH = 390;
const PHONE = {
  viewport: { width: WIDTH, height: 844 },
  isMobile: true,
  hasTouch: true,
  javaScriptEnabled: true,
};
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WORDS = "I will ask about it at full council on 12 January, in the Guildhall.";

test("an invented councillor is told, answers on a phone, confirms by mail, and everybody reads it; then takes it back", async () => {
  await scene.advance(`PT${await hoursUntilTuesday()}H`);
  const mail = await roundsMail();
  const page = await scene.visit(linkTo(mail, "/answer/"), PHONE);
  expect(await headingOf(page)).toMatch(/^(Change your|Your) answer$|Which one/);
  if ((await headingOf(page)).startsWith("Which one"))
    await page.getByRole("main").getByRole("link", { name: "Worcestershire" }).first().click();
  await clean(page);
  await page.getByLabel("I will raise it: where and when").check();
  await page.getByLabel("Your words").fill("");
  await page.getByLabel("Name", { exact: true }).fill("Rowan Clerk");
  await page.getByLabel("Role").fill("office of the councillor");
  await page.getByRole("button", { name: "Send it to be confirmed" }).click();
  expect(await mainOf(page)).toContain("Say where and when you will raise it");
  await clean(page);
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Rowan Clerk");
  await page.getByLabel("Your words").fill(WORDS);
  await page.getByRole("button", { name: "Send it to be confirmed" }).click();
  expect(await headingOf(page)).toBe("One more step: look in your mail");
  await clean(page);

  const asked = await scene.mailTo(mail.to, "Confirm your answer");
  expect(asked.text.replace(/\s+/g, " ")).toContain(WORDS);
  await page.goto(linkTo(asked, "/answer-confirm/"));
  await clean(page);
  expect(await mainOf(page)).toContain(WORDS);
  await page.getByRole("button", { name: "Yes, this is our answer" }).click();
  expect(await headingOf(page)).toBe("Thank you. A moderator reads it next");
  await clean(page);

  await publishAsModerator();
  const told = await scene.mailTo(mail.to, "Your answer is public");
  const reader = await scene.visit(WORCESTERSHIRE, PHONE);
  expect(await mainOf(reader)).toContain(WORDS);
  expect(await mainOf(reader)).toContain("will raise it");
  await clean(reader);

  await page.goto(linkTo(told, "/answer-confirm/"));
  await clean(page);
  await page.getByRole("button", { name: "Take it down" }).click();
  expect(await headingOf(page)).toBe("This answer has been taken back");
  await clean(page);
  await reader.reload();
  expect(await mainOf(reader)).not.toContain(WORDS);
});

/** Takes the answer in hand and publishes it, as the moderator of the demonstration. */
async function publishAsModerator(): Promise<void> {
  const desk = await scene.visit("/sign-in", PHONE);
  await desk.getByLabel("Your e-mail address").fill(DEMONSTRATION_PEOPLE.moderator);
  await desk.getByRole("button", { name: "Send me a link" }).click();
  const mail = await scene.mailTo(DEMONSTRATION_PEOPLE.moderator, "Sign in");
  await desk.goto(linkTo(mail, "/sign-in/"));
  await desk.getByRole("button", { name: "Sign in" }).click();
  await desk.goto("/moderate");
  await desk.getByRole("link", { name: "Answers of representatives" }).click();
  await desk.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  expect(await mainOf(desk)).toContain(WORDS);
  expect(await mainOf(desk)).toContain("councillors.example");
  await clean(desk);
  await desk.getByRole("button", { name: "Take it in hand" }).click();
  await desk.getByLabel("Publish it", { exact: true }).check();
  await desk.getByRole("button", { name: "Decide" }).click();
  expect(await mainOf(desk)).toContain("Nothing waits.");
}

/** A message of the round to a councillor, with its link to answer: the newest such. */
async function roundsMail(): Promise<CapturedMail> {
  const mails = await readMailbox(scene.app.url);
  const mail = mails.find(
    ({ to, text }) => to.startsWith("rep-") && text.includes("To Councillor") && text.includes("/answer/"),
  );
  if (!mail) throw new Error("no councillor was told with a link to answer");
  return mail;
}

/** Hours from the site's now to half past ten of the next Tuesday in London, in full hours and a little more. */
async function hoursUntilTuesday(): Promise<number> {
  const weekday = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    hour: "2-digit",
    timeZone: "Europe/London",
  });
  const now = await scene.now();
  for (let hours = 1; ; hours += 1) if (/Tue.*11/.test(weekday.format(now + hours * 3_600_000))) return hours;
}

/** Axe finds no fault, and nothing is off the edge of a phone. */
async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(" ")}`),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect([page.url(), faults, wide]).toEqual([page.url(), [], WIDTH]);
}
