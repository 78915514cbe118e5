import { AxeBuilder } from "@axe-core/playwright";
import type { ConsoleMessage, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { ANSWERS, linkedPages, type PageSeen, PUBLIC_PAGES } from "./every-page.ts";
import { setScene } from "./scene.ts";
import { findSignedInPages, signInAsKeeper } from "./signed-in-pages.ts";

const scene = setScene({ FORWARDING: "rehearsal" });

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 900 };
/** The smallest side of what a thumb must hit, in CSS pixels. */
const THUMB = 44;
const LIMIT_MS = 180_000;
/** Fewer would mean that links had gone. */
const SIGNED_IN_PAGES = 50;

// The same bytes from either engine, so one of them is enough.
const isFirstEngine = inject("template").engine === "sqlite";

const testOnce = test.runIf(isFirstEngine);

testOnce(
  "axe finds no fault in any public page, in light and dark, on a small phone and a desk, and nothing is off the edge",
  async () => expect(await faultsOf(PUBLIC_PAGES)).toEqual([]),
  LIMIT_MS,
);

testOnce(
  "nor in any page that a mail leads to",
  async () => expect(await faultsOf(await linkedPages(scene))).toEqual([]),
  LIMIT_MS,
);

testOnce(
  "nor in any answer to a form, nor in any error",
  async () => expect(await faultsOf(ANSWERS)).toEqual([]),
  LIMIT_MS,
);

testOnce(
  "nor in any page of organisers, moderators and admins that a link leads to",
  async () => {
    const page = await signInAsKeeper(scene);
    const { pages } = await findSignedInPages(page);
    expect(pages.length).toBeGreaterThan(SIGNED_IN_PAGES);
    expect(await faultsOf(pages, page)).toEqual([]);
  },
  2 * LIMIT_MS,
);

async function faultsOf(pages: readonly PageSeen[], signedIn?: Page): Promise<string[]> {
  // Scripts run here, for axe's own sake; the site has none, which is tested too.
  const page = signedIn ?? (await scene.visit("/", { javaScriptEnabled: true, reducedMotion: "reduce" }));
  const said: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !isOwnStatus(message, page)) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(error.message));
  const faults: string[] = [];
  for (const seen of pages) {
    await open(page, seen);
    const found = [...(await faultsOfPage(page, seen)), ...said.splice(0)];
    faults.push(...found.map((fault) => `${seen.name}: ${fault}`));
  }
  await page.context().close();
  return faults;
}

/** The browser remarks on every page that comes with a status of 400 or more, as some here are meant to. */
function isOwnStatus(message: ConsoleMessage, page: Page): boolean {
  return message.text().startsWith("Failed to load resource") && message.location().url === page.url();
}

async function open(page: Page, { name, path, status, post }: PageSeen): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(PHONE);
  await page.route(
    () => true,
    async (route) => {
      if (!route.request().isNavigationRequest() || !post) return route.continue();
      const asked = { method: "POST", postData: post.body, headers: post.headers };
      await route.fulfill({ response: await route.fetch(asked) });
    },
  );
  const response = await page.goto(path);
  await page.unrouteAll();
  expect([name, response?.status()]).toEqual([name, status]);
}

/** The only pages with a script: a passkey cannot be asked for without one. */
const ASKS_FOR_PASSKEYS = /^\/(?:sign-in|account\/passkeys)$/;

async function faultsOfPage(page: Page, { path, isBare = false }: PageSeen): Promise<string[]> {
  const faults = [...(await axeFaults(page, "phone")), ...(await layoutFaults(page))];
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await axeFaults(page, "phone, dark", ["color-contrast"])));
  await page.setViewportSize(DESK);
  faults.push(...(await axeFaults(page, "desk, dark", ["color-contrast"])));
  await page.emulateMedia({ colorScheme: "light" });
  faults.push(...(await axeFaults(page, "desk")));
  const mayScript = ASKS_FOR_PASSKEYS.test(new URL(path, page.url()).pathname);
  if ((await page.locator("script").count()) > (mayScript ? 1 : 0)) faults.push("has a script");
  if (
    !isBare &&
    !(await page.getByText("Demonstration: invented people, nothing was sent").first().isVisible())
  )
    faults.push("has no band");
  return faults;
}

async function axeFaults(page: Page, where: string, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(RULES)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${where}: ${id} at ${node.target.join(" ")}`),
  );
}

/** What a phone of 320 pixels would have to scroll sideways for, and what a thumb would miss. */
function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate((thumb) => {
    const wide = document.documentElement.scrollWidth;
    const faults = wide > window.innerWidth ? [`${wide} pixels wide on a phone`] : [];
    for (const control of document.querySelectorAll(
      "button, .button, input:not([type=hidden]), select, summary",
    )) {
      const target = control.closest("label") ?? control;
      const { width, height } = target.getBoundingClientRect();
      if (width > 0 && Math.min(width, height) < thumb)
        faults.push(`${control.tagName} “${control.id || control.textContent}” is ${width} × ${height}`);
    }
    return faults;
  }, THUMB);
}
