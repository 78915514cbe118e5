import { AxeBuilder } from "@axe-core/playwright";
import type { CDPSession, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { linkTo } from "../mailbox.ts";
import { headingOf, mainOf, type Scene, setScene } from "./scene.ts";

const scene = setScene();

const PHONE = { width: 375, height: 740 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SOMEBODY = "somebody@example.org";

// The same pages from either engine, so one of them is enough.
const testOnce = test.runIf(inject("template").engine === "sqlite");

testOnce(
  "somebody makes a passkey on their phone, signs in with it, names it, removes it, and it works no more",
  async () => {
    const page = await signedInByMail(scene);
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    const device = await phoneWithFingerprint(page);
    await page.getByRole("link", { name: "Make a passkey" }).click();
    await clean(page);
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await page.waitForURL("**/account/passkeys?saved=added");
    expect(await mainOf(page)).toContain("Your passkey is ready");
    expect(await mainOf(page)).toContain("To add or remove passkeys, sign in with one that you have");
    await clean(page);
    expect((await scene.mailTo(SOMEBODY, "A passkey was added")).text).toContain("Chrome on Linux");

    await page.goto("/account");
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.goto("/sign-in");
    await clean(page);
    await device.verifies(false);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByRole("alert").waitFor();
    expect(await wordsOfAlert(page)).toContain("Nothing was sent");
    await clean(page);
    await device.verifies(true);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.waitForURL("**/account");
    expect(await mainOf(page)).toContain("with a passkey (this one)");
    await clean(page);

    await page.getByRole("link", { name: "See, add or remove" }).click();
    expect(await page.getByRole("button", { name: "Make another passkey" }).isVisible()).toBe(true);
    await page.getByRole("link", { name: "Chrome on Linux" }).click();
    await clean(page);
    await page.getByLabel("What you call it").fill("My phone");
    await page.getByRole("button", { name: "Save the name" }).click();
    await page.getByRole("link", { name: "My phone" }).click();
    await page.getByRole("button", { name: "Remove this passkey" }).click();
    expect(await mainOf(page)).toContain("The passkey is removed");

    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByText("This passkey did not work here").waitFor();
    await clean(page);
    expect(said.filter((line) => /Content Security Policy|TypeError/.test(line))).toEqual([]);
  },
  180_000,
);

testOnce("where no script runs the pages say what to do, and offer no button that does nothing", async () => {
  const page = await scene.visit("/sign-in", { viewport: PHONE });
  expect(await mainOf(page)).toContain("ask for a link by mail instead");
  expect(await page.getByRole("button").allInnerTexts()).toEqual(["Send me a link"]);
});

/** Signs in by the mailed link, with scripts, and stays on the page of the account. */
async function signedInByMail({ visit, mailTo }: Scene): Promise<Page> {
  const page = await visit("/sign-in", { viewport: PHONE, javaScriptEnabled: true });
  await page.getByLabel("Your e-mail address").fill(SOMEBODY);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(linkTo(await mailTo(SOMEBODY, "Sign in"), "/sign-in/"));
  await page.getByRole("button", { name: "Sign in" }).click();
  expect(await headingOf(page)).toBe("Your account");
  return page;
}

/** A phone that has passkeys and sees at once that its owner touches it, unless told otherwise. */
async function phoneWithFingerprint(page: Page): Promise<{ verifies(isVerified: boolean): Promise<void> }> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async verifies(isUserVerified) {
      await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
  };
}

function wordsOfAlert(page: Page): Promise<string> {
  return page.getByRole("alert").innerText();
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
