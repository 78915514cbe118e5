import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { linkTo } from "../mailbox.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { headingOf, mainOf, type Scene, setScene } from "./scene.ts";

const scene = setScene();

const ADMIN = "keeper@example.org";
const PHONE = { width: 375, height: 740 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// The same pages from either engine, so one of them is enough.
const testOnce = test.runIf(inject("template").engine === "sqlite");

testOnce(
  "a passer-by says that a councillor is missing, a keeper of the site adds and later ends them, on a phone",
  async () => {
    const passerBy = await scene.visit("/areas/E05015851/correct", PHONE_WITH_SCRIPTS);
    await clean(passerBy);
    await passerBy.getByRole("button", { name: "Send to a moderator" }).click();
    expect(await mainOf(passerBy)).toContain("Some things to put right");
    await clean(passerBy);
    await passerBy.getByLabel("The councillor’s name").fill("Clover Attleborough");
    await passerBy.getByLabel("The e-mail address that the council").fill("c.attleborough@worcester.gov.uk");
    await passerBy
      .getByLabel("The council’s page that shows them")
      .fill("https://www.worcester.gov.uk/cllrs");
    await passerBy.getByLabel("Your e-mail address, to hear").fill("passer-by@example.org");
    await passerBy.getByRole("button", { name: "Send to a moderator" }).click();
    expect(await headingOf(passerBy)).toBe("Thank you");
    await clean(passerBy);

    const page = await signedIn(scene);
    for (const path of [
      "/admin",
      "/admin/people",
      "/admin/representatives",
      "/admin/areas?q=worcester",
      "/admin/areas/E07000237",
    ]) {
      await page.goto(path);
      await clean(page);
    }
    await page.goto("/admin/corrections");
    await clean(page);
    await page.getByRole("link", { name: "Cathedral" }).click();
    await clean(page);
    await page.getByRole("link", { name: /Check and add this councillor/ }).click();
    await page.getByRole("button", { name: "Add" }).click();
    expect(await mainOf(page)).toContain("Enter a day, like 7 May 2026");
    await clean(page);
    await page.getByLabel("Day you checked it there").fill("1 June 2026");
    await page.getByRole("button", { name: "Add" }).click();
    expect(await headingOf(page)).toBe("Clover Attleborough");
    await clean(page);
    const told = await scene.mailTo("passer-by@example.org", "Put right");
    expect(told.text).toContain("Cathedral");

    await page.getByRole("link", { name: /Correct or end this term/ }).click();
    await clean(page);
    await page.getByLabel("Last day").fill("2 June 2026");
    await page.getByRole("button", { name: "Save the last day" }).click();
    expect(await mainOf(page)).toContain("2 June 2026");
    for (const name of ["Correct the name", "Merge with another person", "Add a term"]) {
      const back = page.url();
      await page.getByRole("link", { name }).click();
      await clean(page);
      await page.goto(back);
    }
    await page.goto("/admin/audit");
    expect(await mainOf(page)).toMatch(
      /Set the last day of a term: Clover Attleborough[\s\S]*Accepted a correction/,
    );
    await clean(page);
  },
  240_000,
);

const PHONE_WITH_SCRIPTS = { viewport: PHONE, javaScriptEnabled: true };

/** Signs in by the mailed link as somebody whom a command has made an admin. */
async function signedIn({ app, visit, mailTo }: Scene): Promise<Page> {
  const db = openDatabase(app.databaseUrl);
  onTestFinished(() => db.close());
  await grantRole({ db, keyring: testKeyring() }, { email: ADMIN, role: "admin" }, Date.now());
  const page = await visit("/sign-in", PHONE_WITH_SCRIPTS);
  await page.getByLabel("Your e-mail address").fill(ADMIN);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(linkTo(await mailTo(ADMIN, "Sign in"), "/sign-in/"));
  await page.getByRole("button", { name: "Sign in" }).click();
  expect(await headingOf(page)).toBe("Looking after the site");
  return page;
}

/** Axe finds no fault, and nothing is off the edge of a phone. */
async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(" ")}`),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect([page.url(), faults, wide]).toEqual([page.url(), [], PHONE.width]);
}
