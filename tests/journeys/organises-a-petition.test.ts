import { AxeBuilder } from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { linkTo } from "../mailbox.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { headingOf, mainOf, type Scene, setScene } from "./scene.ts";

const scene = setScene();

const OWNER = "wren@example.org";
const EDITOR = "rowan@example.org";
const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: true };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SLUG = "worcestershire-send-investigation";

// The same pages from either engine, so one of them is enough.
const testOnce = test.runIf(inject("template").engine === "sqlite");

testOnce(
  "an organiser sees in which ward people stand behind the petition, looks after it with a friend and hands it over, on a phone",
  async () => {
    await letRun(scene, OWNER);
    const page = await signedIn(scene, OWNER);
    await page.goto("/organise");
    await clean(page);
    await page.getByRole("link", { name: /Worcestershire/ }).click();
    expect(await mainOf(page)).toMatch(/people have confirmed their signature[\s\S]*\d+ in [A-Z]/);
    const top = await page.getByText(/^\d+ in /).boundingBox();
    expect(top?.y).toBeLessThan(PHONE.viewport.height);
    await clean(page);
    await page.getByText("The same day by day").click();
    await clean(page);
    const home = page.url();

    await page.getByRole("link", { name: "Goal, dates, closing" }).click();
    await clean(page);
    await page.getByLabel("Goal").fill("5,000");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await mainOf(page)).toContain("It is saved.");
    await page.goto(`/petitions/${SLUG}`);
    expect(await mainOf(page)).toContain("5,000 is the next goal");

    await page.goto(home);
    await page.getByRole("link", { name: "Text and asks" }).click();
    await clean(page);
    await page.getByLabel("Title", { exact: true }).fill("Look into what went wrong");
    await page.getByRole("button", { name: "Send the change" }).click();
    expect(await mainOf(page)).toContain("Say why it should change");
    await page.getByLabel("Why does this matter?").fill("Families wait for years.");
    await page.getByLabel("Why should it change?").fill("Shorter is easier to remember.");
    await page.getByRole("button", { name: "Send the change" }).click();
    expect(await mainOf(page)).toContain("Waits for a moderator");
    await clean(page);
    await page.getByRole("button", { name: "Take it back" }).click();
    expect(await mainOf(page)).toContain("It is taken back.");
    for (const name of ["Picture", "What became of it"]) {
      await page.goto(home);
      await page.getByRole("link", { name, exact: true }).click();
      await clean(page);
    }

    await page.goto(home);
    await page.getByRole("link", { name: "Who runs it" }).click();
    await page.getByLabel("Their e-mail address").fill(EDITOR);
    await page.getByRole("button", { name: "Invite them" }).click();
    expect(await mainOf(page)).toContain(`${EDITOR} is invited until`);
    await clean(page);
    const invitation = linkTo(await scene.mailTo(EDITOR, "Help run"), "/invitation/");
    const friend = await scene.visit(invitation, PHONE);
    await clean(friend);
    await friend.getByRole("button", { name: "Yes, I will help" }).click();
    expect(await mainOf(friend)).toContain("You help to run it now.");
    await friend.goto(invitation);
    expect(await headingOf(friend)).toBe("This invitation is over");
    await clean(friend);

    await page.reload();
    await page.getByText("Hand it over").first().click();
    await page.getByRole("button", { name: "Hand it over" }).click();
    expect(await mainOf(page)).toContain("Tick the box if you want to do this");
    await clean(page);
    await page.getByLabel("I am sure").check();
    await page.getByRole("button", { name: "Hand it over" }).click();
    expect(await mainOf(page)).toContain("They own it now.");
    await page.getByLabel("I do not want to run this petition any more").check();
    await page.getByRole("button", { name: "Stop running it" }).click();
    expect(await mainOf(page)).toContain("You do not run a petition or an open letter yet.");
    await friend.goto(`${home}/settings`);
    expect(await headingOf(friend)).toBe("Goal, dates, closing");
  },
  240_000,
);

/** Makes the owner of an address the owner of the demonstration's large petition, as starting one would have. */
async function letRun({ app }: Scene, email: string): Promise<void> {
  const db = openDatabase(app.databaseUrl);
  onTestFinished(() => db.close());
  await db.transaction("let somebody run it", async (tx) => {
    const { campaigns, organisers } = tx.tables;
    const [campaign] = await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, SLUG));
    const accountId = await ensureAccount(tx, { keyring: testKeyring() }, email, Date.now());
    await tx
      .insert(organisers)
      .values({ campaignId: campaign?.id ?? "", accountId, role: "owner", addedAt: Date.now() });
  });
}

/** Signs in by the mailed link. */
async function signedIn({ visit, mailTo }: Scene, email: string): Promise<Page> {
  const page = await visit("/sign-in", PHONE);
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(linkTo(await mailTo(email, "Sign in"), "/sign-in/"));
  await page.getByRole("button", { name: "Sign in" }).click();
  return page;
}

/** Axe finds no fault, and nothing is off the edge of a phone. */
async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(" ")}`),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect([page.url(), faults, wide]).toEqual([page.url(), [], PHONE.viewport.width]);
}
