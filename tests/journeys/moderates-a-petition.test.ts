import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { moveCampaign } from "#app/domain/campaign/move-campaign.server.ts";
import { getText, replaceText } from "#app/domain/campaign/replace-text.server.ts";
import type { Site } from "#app/domain/site.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { openDatabase } from "#db/client.server.ts";
import type { Role } from "#db/tables/account.ts";
import { openPetition } from "#tests/factories.ts";
import { linkTo } from "../mailbox.ts";
import { testKeyring } from "../set-up/keyring.ts";
import { headingOf, mainOf, setScene } from "./scene.ts";

const scene = setScene();

const PHONE = { width: 390, height: 800 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PARENT = "hazel@example.org";

// The same pages from either engine, so one of them is enough.
const testOnce = test.runIf(inject("template").engine === "sqlite");

testOnce(
  "volunteers review a petition on a phone: changes, publishing, taking down, rejecting, an appeal",
  async () => {
    const site = openSite();
    const { number, slug, submit } = await petitionInReview(site);
    const desk = `/moderate/campaigns/${number}`;
    const ada = await signedIn(site, "ada@example.org", "moderator");

    await ada.goto("/moderate");
    expect(await mainOf(ada)).toMatch(/Campaigns to review[\s\S]*In time/);
    await clean(ada);
    await ada.getByRole("link", { name: /Campaigns to review/ }).click();
    await clean(ada);
    await ada.getByRole("link", { name: "A crossing by the school" }).click();
    await ada.getByRole("button", { name: "Take it in hand" }).click();
    expect(await mainOf(ada)).toContain("You have this in hand until");
    await clean(ada);
    await ada.getByRole("radio", { name: "Ask for changes" }).check();
    await ada.getByRole("button", { name: "Decide" }).click();
    expect(await mainOf(ada)).toContain("Write what has to change");
    await clean(ada);
    await ada.getByLabel("Note to the organiser").fill("Please leave out the child’s name.");
    await ada.getByRole("button", { name: "Decide" }).click();
    expect(await mainOf(ada)).toContain("Changes are asked for");
    const asked = await scene.mailTo(PARENT, "Your petition needs a change");
    expect(asked.text).toContain("Please leave out the child’s name.");

    await submit("Children cross a road where lorries pass.");
    const bram = await signedIn(site, "bram@example.org", "moderator");
    await bram.goto(desk);
    await ada.goto(desk);
    await ada.getByRole("button", { name: "Take it in hand" }).click();
    expect(await mainOf(bram)).toContain("What has changed since changes were asked for");
    await clean(bram);
    await bram.getByRole("radio", { name: "Publish it" }).check();
    await bram.getByRole("button", { name: "Decide" }).click();
    expect(await mainOf(bram)).toContain("Another moderator has this in hand");
    await bram.getByRole("button", { name: /Take it over from ada/ }).click();
    await bram.getByRole("radio", { name: "Reject it" }).check();
    await bram.getByLabel("If you reject it: why").selectOption({ label: "A joke, or nonsense" });
    await bram.getByRole("button", { name: "Decide" }).click();
    expect(await mainOf(bram)).toContain("It is rejected");

    const reader = await scene.visit(`/petitions/${slug}`, PHONE_WITH_SCRIPTS);
    expect(await mainOf(reader)).toContain("It is not meant in earnest");
    await clean(reader);
    const hazel = await signedIn(site, PARENT);
    await hazel.goto(`/organise/${number}`);
    await hazel.locator("textarea").fill("Our children cross there every day.");
    await hazel.locator("form:has(textarea) button").click();
    await bram.goto("/moderate/appeals");
    await clean(bram);
    await bram.getByRole("link", { name: "A crossing by the school" }).click();
    expect(await mainOf(bram)).toContain("somebody else settles it");
    await ada.goto(bram.url());
    await clean(ada);
    await ada.getByRole("radio", { name: "Grant it" }).check();
    await ada.getByRole("button", { name: "Decide" }).click();
    expect((await scene.mailTo(PARENT, "Your appeal was granted")).text).toContain(
      "Your petition is in review",
    );

    await ada.goto(desk);
    await ada.getByRole("radio", { name: "Publish it" }).check();
    await ada.getByRole("button", { name: "Decide" }).click();
    expect(await mainOf(ada)).toContain("It is published");
    await reader.goto(`/petitions/${slug}`);
    expect(await mainOf(reader)).toContain("Sign this petition");

    await ada.goto(`/moderate/campaigns/find`);
    await clean(ada);
    await ada.getByLabel("Its number, or its address").fill(`${scene.app.url}/petitions/${slug}`);
    await ada.getByRole("button", { name: "Find" }).click();
    await ada.getByRole("button", { name: "Hide it now" }).click();
    expect(await mainOf(ada)).toContain("It is hidden");
    await clean(ada);
    expect((await reader.goto(`/petitions/${slug}`))?.status()).toBe(410);
    expect(await headingOf(reader)).toBe("This has been taken down");

    const chief = await signedIn(site, "chief@example.org", "admin");
    await chief.goto(desk);
    await chief.getByRole("button", { name: "Put it back where it was" }).click();
    expect((await reader.goto(`/petitions/${slug}`))?.status()).toBe(200);
    await chief.goto("/admin/audit");
    expect(await mainOf(chief)).toMatch(/A crossing by the school/);
  },
  240_000,
);

const PHONE_WITH_SCRIPTS = { viewport: PHONE, javaScriptEnabled: true };

type Desk = Pick<Site, "db" | "keyring">;

function openSite(): Desk {
  const db = openDatabase(scene.app.databaseUrl);
  onTestFinished(() => db.close());
  return { db, keyring: testKeyring() };
}

/** A petition whose parent has sent it for review, twice if a test says so. */
async function petitionInReview(site: Desk) {
  const now = await scene.now();
  const text = { title: "A crossing by the school", why: "Marigold, 7, crosses a road where lorries pass." };
  const { id, number, slug } = await openPetition(
    site,
    { slug: "a-crossing-by-the-school", state: "gathering", openedAt: null, ...text },
    now,
  );
  const owner = await site.db.transaction("owner", async (tx) => {
    const accountId = await ensureAccount(tx, site, PARENT, now);
    await tx.insert(tx.tables.organisers).values({ campaignId: id, accountId, role: "owner", addedAt: now });
    return accountId;
  });
  const move = { campaignId: id, to: "in_review", mover: "organiser", accountId: owner } as const;
  await site.db.transaction("submit", (tx) =>
    moveCampaign(tx, site, { ...move, from: "gathering" }, now - HOUR),
  );
  async function submit(why: string): Promise<void> {
    const at = await scene.now();
    await site.db.transaction("change and submit", async (tx) => {
      const before = await getText(tx, id);
      await replaceText(tx, id, { ...before, en: { ...before.en, why } }, at);
      await moveCampaign(tx, site, { ...move, from: "changes_requested" }, at);
    });
  }
  return { number, slug, submit };
}

/** Signs in by the mailed link, with a role that a command has given. */
async function signedIn(site: Desk, email: string, role?: Role): Promise<Page> {
  if (role) await grantRole(site, { email, role }, Date.now());
  const page = await scene.visit("/sign-in", PHONE_WITH_SCRIPTS);
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(linkTo(await scene.mailTo(email, "Sign in"), "/sign-in/"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
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
