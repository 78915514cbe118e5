import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type RunningApp, startApp } from "../app.ts";
import { launchBrowser } from "../browser.ts";
import { type CapturedMail, linkTo, readMailbox, waitForMail } from "../mailbox.ts";

/** The large petition of the demonstration, to a county council. */
export const WORCESTERSHIRE = "/petitions/worcestershire-send-investigation";
/** The small one, to a London borough. */
export const LEWISHAM = "/petitions/quiet-hour-in-lewisham";
/** The open letter to the county council. */
export const LETTER = "/letters/worcestershire-late-plans";
/** The one that is closed. */
export const CARDIFF = "/petitions/changing-places-in-cardiff-parks";

/** What the journeys of one file share: the built site with its demonstration, and a browser. */
export interface Scene {
  readonly app: RunningApp;
  /** A new visitor: nothing remembered, no scripts run unless told otherwise. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Waits for the newest mail to this address whose subject has these words. */
  mailTo(address: string, words: string): Promise<CapturedMail>;
  /** What the site says to programs: the number of people who have signed. */
  countOf(petition: string): Promise<number>;
  /** Moves the site's clock ahead by an ISO 8601 duration. */
  advance(duration: string): Promise<void>;
  now(): Promise<number>;
}

/** Sets the scene for a file of journeys; call it once at the top. */
export function setScene(env: Record<string, string> = {}): Scene {
  let app: RunningApp | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    app = await startApp({ env: { DEMO: "1", ...env } });
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.end();
  });
  function running(): RunningApp {
    if (!app) throw new Error("the scene is set when the first test begins");
    return app;
  }
  const json = async (path: string, init?: RequestInit) =>
    (await fetch(`${running().url}${path}`, init)).json();
  return {
    get app() {
      return running();
    },
    async visit(path, options) {
      if (!browser) throw new Error("the scene is set when the first test begins");
      const context = await browser.newContext({
        baseURL: running().url,
        javaScriptEnabled: false,
        locale: "en-GB",
        ...options,
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    mailTo: (to, words) => waitForMail(running().url, { to, words }),
    countOf: async (petition) => (await json(`${petition}/count.json`)).signature_count,
    async advance(duration) {
      await json("/dev/clock.json", { method: "POST", body: new URLSearchParams({ advance: duration }) });
    },
    now: async () => (await json("/dev/clock.json")).now,
  };
}

/** Somebody of a journey. */
export interface Signer {
  name: string;
  email: string;
  postcode: string;
}

/** Signs in a browser, waits for the mail, confirms by its link, and stays on the page that thanks. */
export async function signAndConfirm(scene: Scene, petition: string, signer: Signer): Promise<Confirmed> {
  const { url } = scene.app;
  const known = await readMailbox(url);
  const page = await scene.visit(petition);
  await signOnPage(page, signer);
  const mail = await waitForMail(url, { to: signer.email, words: "Confirm your signature", known });
  await page.goto(linkTo(mail, "/confirm/"));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  return { page, mail };
}

interface Confirmed {
  page: Page;
  mail: CapturedMail;
}

/** Fills in the sign form of a petition's page as a person does, and sends it. */
export async function signOnPage(page: Page, signer: Signer): Promise<void> {
  await page.getByLabel("Your name").fill(signer.name);
  await page.getByLabel("E-mail", { exact: true }).fill(signer.email);
  await page.getByLabel("Postcode", { exact: true }).fill(signer.postcode);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
}

/** What a reader sees of it: what is hidden is not read, and lines stand apart. */
export function wordsOf(part: Locator): Promise<string> {
  return part.innerText();
}

/** The largest heading of a page: what it is about. */
export function headingOf(page: Page): Promise<string> {
  return wordsOf(page.getByRole("heading", { level: 1 }));
}

/** All that a reader sees of a page between its head and its foot. */
export function mainOf(page: Page): Promise<string> {
  return wordsOf(page.getByRole("main"));
}
