import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { makeLinks } from "#app/domain/privacy/links.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { insertCampaign } from "#db/seed/insert-campaign.server.ts";
import { linkTo } from "../mailbox.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { headingOf, mainOf, type Scene, setScene, signOnPage } from "./scene.ts";

const scene = setScene();

const ADMIN = "keeper@example.org";
const PHONE = { viewport: { width: 390, height: 800 }, javaScriptEnabled: true };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TITLE = "Give every child a reading hour";
const ROWAN = { name: "Rowan Thistlewood", email: "rowan@example.org", postcode: "WR5 2NP" };

// The same pages from either engine, so one of them is enough.
const testOnce = test.runIf(inject("template").engine === "sqlite");

testOnce(
  "a friend supports a petition by its link on a phone; an admin stops all signing and lets it go on; the petition is removed",
  async () => {
    const { path, number } = await gatheringPetition(scene);
    const friend = await scene.visit(path, PHONE);
    expect(await headingOf(friend)).toBe(TITLE);
    expect(await mainOf(friend)).toContain("5 more are needed");
    await clean(friend);
    await signOnPage(friend, ROWAN);
    expect(await headingOf(friend)).toBe("Now check your e-mail");
    await clean(friend);
    await friend.goto(linkTo(await scene.mailTo(ROWAN.email, "Confirm your signature"), "/confirm/"));
    await clean(friend);
    await friend.getByRole("button", { name: "Confirm my signature" }).click();
    expect(await headingOf(friend)).toBe("Thank you. You are counted");
    await clean(friend);
    await friend.getByRole("link", { name: TITLE }).click();
    expect(await mainOf(friend)).toContain("4 more are needed");

    const admin = await signedIn(scene);
    await admin.goto("/admin/signing");
    await clean(admin);
    await admin.getByRole("button", { name: "Pause all signing" }).click();
    expect(await mainOf(admin)).toContain("Tick the box if you are sure");
    await clean(admin);
    await admin.getByLabel("Yes, stop all signing").check();
    await admin.getByRole("button", { name: "Pause all signing" }).click();
    await clean(admin);
    await friend.goto(path);
    expect(await mainOf(friend)).toContain("All signing is paused");
    await clean(friend);
    await admin.getByRole("button", { name: "Let signing go on" }).click();
    expect(await mainOf(admin)).toContain("Signing works");
    await friend.goto(path);
    await expectForm(friend);

    await admin.goto(`/admin/campaigns/${number}`);
    await clean(admin);
    await admin.getByRole("link", { name: "Remove it for good" }).click();
    await admin.getByRole("button", { name: "Remove it for good" }).click();
    expect(await mainOf(admin)).toContain("Choose a reason");
    await clean(admin);
    await admin.getByLabel("Why").selectOption({ label: "It breaks our rules" });
    await admin.getByRole("button", { name: "Remove it for good" }).click();
    expect(await mainOf(admin)).toContain("It is removed.");
    await clean(admin);
    await friend.goto(path);
    expect(await headingOf(friend)).toBe("This has been taken down");
  },
  240_000,
);

async function expectForm(page: Page): Promise<void> {
  expect(await page.getByRole("button", { name: "Sign", exact: true }).count()).toBe(1);
}

/** A petition that somebody has started: the path that its organiser passes on, and its number. */
async function gatheringPetition({ app, now }: Scene): Promise<{ path: string; number: number }> {
  const db = openDatabase(app.databaseUrl);
  onTestFinished(() => db.close());
  const createdAt = await now();
  const keyring = testKeyring();
  const { id, number } = await db.transaction("start", async (tx) => {
    const campaign = await insertCampaign(tx, {
      slug: "give-every-child-a-reading-hour",
      state: "gathering",
      bodyKind: "council",
      bodyName: "Worcestershire County Council",
      bodyGss: "E10000034",
      organiserName: "Wren Applegarth",
      askClause: "to give every child a reading hour",
      goal: 500,
      showsNames: true,
      isDemonstration: true,
      createdAt,
      closesOn: "2027-06-30",
      texts: {
        en: { title: TITLE, why: "Reading is a right.\n\nOur library closed.", more: "More *here*." },
      },
      asks: ["Open the library on Saturdays", "Pay for two librarians"],
    });
    await makeLinks(tx, keyring, campaign.id, ["support"]);
    return campaign;
  });
  return { path: `/support/${keyring.token("support", id, 1)}`, number };
}

/** Signs in by the mailed link as somebody whom a command has made an admin. */
async function signedIn({ app, visit, mailTo }: Scene): Promise<Page> {
  const db = openDatabase(app.databaseUrl);
  onTestFinished(() => db.close());
  await grantRole({ db, keyring: testKeyring(), wake() {} }, { email: ADMIN, role: "admin" }, Date.now());
  const page = await visit("/sign-in", PHONE);
  await page.getByLabel("Your e-mail address").fill(ADMIN);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(linkTo(await mailTo(ADMIN, "Sign in"), "/sign-in/"));
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
