import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { makeOverload, type Overload } from "#app/http/overload.server.ts";
import { makePageCache, type PageCache } from "#app/http/page-cache.server.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import { BUSY_PAGE_SECONDS, LATE_MS, MAIL_GIVES_WAY_MS, RETRY_SECONDS } from "#app/policy-load.ts";
import { makeBusyPage } from "#app/prepare/busy-page.server.tsx";
import { organisedPetition } from "#tests/domain/campaign/organised-petition.ts";
import { openLetter, openPetition, signPetition } from "#tests/factories.ts";
import { openPages } from "#tests/routes/site-pages.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { form, startFront, type TestFront } from "./front.ts";

interface Scene {
  site: TestSite;
  front: TestFront;
  cache: PageCache;
  /** Resolves when so many forms are in hand. */
  untilInHand(count: number): Promise<void>;
  /** Lets time pass for the pages that are kept. */
  wait(ms: number): void;
}

/** A served site with room for two signs, three forms with a confirmation, four in all; busy from the first on. */
async function smallSite(): Promise<Scene> {
  // With one connection PostgreSQL has one writer too, which a test can hold.
  const site = await testSite({ poolSize: 1 });
  const { answer } = await openPages(site);
  const { enter, isBusy, giveWay } = makeOverload({ sign: 2, confirm: 3, other: 4, busy: 1 });
  let at = 0;
  let inHand = 0;
  const gate: Overload = {
    ...{ isBusy, giveWay },
    enter(kind) {
      const leave = enter(kind);
      if (leave) inHand += 1;
      return leave;
    },
  };
  const options = { everywhere: securityHeaders(false), changeMark: () => undefined, isBusy };
  const cache = makePageCache({ ...options, now: () => at });
  const page = makeBusyPage({ answer, patternOf: () => "" }, "http://localhost");
  const front = await startFront({ answer, cache, overload: { gate, page }, trustProxy: true });
  return {
    ...{ site, front, cache },
    wait: (ms) => (at += ms),
    async untilInHand(count) {
      while (inHand < count) await pause(5);
    },
  };
}

/** Holds the writer until it is told to let go: what is written meanwhile waits. */
async function holdWriter({ db }: TestSite): Promise<() => Promise<void>> {
  let letGo = (): void => {};
  let unit: Promise<void> = Promise.resolve();
  await new Promise<void>((held) => {
    unit = db.transaction("slow", async () => {
      held();
      await new Promise<void>((resolve) => (letGo = resolve));
    });
  });
  return async () => {
    letGo();
    await unit;
  };
}

const CROWD = [1, 2].map((number) =>
  form({ name: `Person ${number}`, email: `person-${number}@example.org`, postcode: "WR5 2NP" }),
);
const LAST = {
  name: 'Zoë "Wren" O’Shea',
  email: "zoe@example.org",
  postcode: "wr5 2np",
  showName: "on",
  connection: "work",
  strange: "</form><script>alert(1)</script>",
};

/** What a browser would send with the form on this page. */
function fieldsOf(html: string): Record<string, string> {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  const inputs = [...main.matchAll(/<input\b[^>]*>/g)].map(([tag]) => [
    / name="([^"]*)"/.exec(tag)?.[1] ?? "",
    unescapeText(/ value="([^"]*)"/.exec(tag)?.[1] ?? ""),
  ]);
  return Object.fromEntries(inputs);
}

function unescapeText(text: string): string {
  const marks: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", "#x27": "'" };
  return text.replace(/&(lt|gt|quot|amp|#x27);/g, (_, mark) => marks[mark] ?? "");
}

test.each(["petition", "letter", "support"] as const)(
  "who signs a %s when there is no room gets back all they typed, and the same form is taken afterwards",
  async (kind) => {
    const { site, front, untilInHand } = await smallSite();
    const path = await signPath(site, kind);
    const done = `${path.replace(/\/sign$/, "")}/check-your-email`;
    const letGo = await holdWriter(site);
    const waiting = CROWD.map((sign) => front.ask(path, sign));
    await untilInHand(2);
    const refused = await front.ask(path, form(LAST));
    expect(refused.status).toBe(503);
    const retry = Number(refused.headers["retry-after"]);
    expect(retry).toBeGreaterThanOrEqual(RETRY_SECONDS.least);
    expect(retry).toBeLessThanOrEqual(RETRY_SECONDS.most);
    expect(refused.headers["cache-control"]).toBe("private, no-store");
    expect(refused.text).toContain(`action="${path}"`);
    expect(refused.text).not.toContain("<script");
    expect(refused.text.match(/<button/g)).toHaveLength(1);
    expect(refused.text).toMatch(/<html lang="en-GB">[\s\S]*class="site-head"[\s\S]*class="site-foot"/);
    expect(refused.text).toContain("<title>Thank you – so many are signing just now – Hear Hear</title>");
    expect(fieldsOf(refused.text)).toEqual(LAST);

    await letGo();
    for (const answer of await Promise.all(waiting))
      expect([answer.status, answer.headers.location]).toEqual([303, done]);
    const again = await front.ask(path, form(fieldsOf(refused.text)));
    expect([again.status, again.headers.location]).toEqual([303, done]);
  },
);

test("a confirmation is taken where a sign is not, and beyond its own room comes back with its button", async () => {
  const { site, front, untilInHand } = await smallSite();
  const petition = await openPetition(site);
  const path = `/confirm/${(await signPetition(site, petition)).confirmToken}`;
  const letGo = await holdWriter(site);
  const signs = CROWD.map((sign) => front.ask(`/petitions/${petition.slug}/sign`, sign));
  await untilInHand(2);
  expect((await front.ask(`/petitions/${petition.slug}/sign`, form(LAST))).status).toBe(503);
  const first = front.ask(path, form({ ward: "E05015432" }));
  await untilInHand(3);
  const second = await front.ask(path, form({ textVersion: "2" }));
  expect(second.status).toBe(503);
  expect(second.text).toContain("Confirm my signature");
  expect(fieldsOf(second.text)).toEqual({ textVersion: "2" });
  await letGo();
  await Promise.all(signs);
  expect((await first).status).toBe(303);
  expect(await countSignatures(site.db.read, petition.id)).toBe(1);
});

test("programs that post are told in JSON, and whoever moderates has room when signs have none", async () => {
  const { site, front, untilInHand } = await smallSite();
  const petition = await openPetition(site);
  const path = `/petitions/${petition.slug}/sign`;
  const letGo = await holdWriter(site);
  const signs = CROWD.map((sign) => front.ask(path, sign));
  await untilInHand(2);
  const question = form(LAST);
  const json = await front.ask(path, {
    ...question,
    headers: { ...question.headers, Accept: "application/json" },
  });
  expect([json.status, json.headers["content-type"]]).toEqual([503, "application/json"]);
  expect(json.headers["retry-after"]).toBeDefined();
  const other = front.ask("/moderate/reports", form({ a: "b" }));
  await letGo();
  await Promise.all(signs);
  expect((await other).status).not.toBe(503);
});

test("pages come from those that are kept while the writer is held, older than on other days, but not when something was taken down", async () => {
  const { site, front, cache, wait, untilInHand } = await smallSite();
  const petition = await openPetition(site);
  const path = `/petitions/${petition.slug}`;
  const before = await front.ask(path);
  const letGo = await holdWriter(site);
  const signs = CROWD.map((sign) => front.ask(`${path}/sign`, sign));
  await untilInHand(2);
  cache.noteChange();
  wait((BUSY_PAGE_SECONDS * 1000) / 2);
  expect((await front.ask(path)).text).toBe(before.text);
  expect(cache.kept(path)).toBeDefined();
  cache.forget();
  expect(cache.kept(path)).toBeUndefined();
  await letGo();
  await Promise.all(signs);
});

test("when few wait again a kept page is at most a second old", async () => {
  let busy = true;
  let at = 0;
  const everywhere = securityHeaders(false);
  const cache = makePageCache({ everywhere, changeMark: () => undefined, isBusy: () => busy, now: () => at });
  await cache.take("/petitions", async () => new Response("<p>1,803 people</p>"));
  at = BUSY_PAGE_SECONDS * 1000 * 0.69;
  expect(cache.kept("/petitions")).toBeDefined();
  busy = false;
  expect(cache.kept("/petitions")).toBeUndefined();
  busy = true;
  at = BUSY_PAGE_SECONDS * 1000;
  expect(cache.kept("/petitions")).toBeUndefined();
});

test("a program that is late takes up few signs, and all else as before", () => {
  let late = 0;
  const gate = makeOverload({ sign: 3, confirm: 3, other: 3, busy: 1 }, () => late);
  expect(gate.isBusy()).toBe(false);
  late = LATE_MS + 1;
  expect(gate.isBusy()).toBe(true);
  const leave = gate.enter("sign");
  expect(leave).toBeDefined();
  expect(gate.enter("sign")).toBeUndefined();
  expect(gate.enter("confirm")).toBeDefined();
  late = 0;
  expect(gate.enter("sign")).toBeDefined();
});

test("work in the background waits while many forms are in hand, but not for ever, and goes on when they are answered", async () => {
  const gate = makeOverload({ sign: 2, confirm: 3, other: 4, busy: 1 });
  const idleAt = performance.now();
  await gate.giveWay();
  expect(performance.now() - idleAt).toBeLessThan(MAIL_GIVES_WAY_MS / 2);
  const leave = gate.enter("sign");
  const busyAt = performance.now();
  await gate.giveWay();
  expect(performance.now() - busyAt).toBeGreaterThanOrEqual(MAIL_GIVES_WAY_MS - 1);
  const waiting = gate.giveWay();
  leave?.();
  leave?.();
  await waiting;
  expect(performance.now() - busyAt).toBeLessThan(2 * MAIL_GIVES_WAY_MS);
  expect(
    [gate.enter("sign"), gate.enter("sign"), gate.enter("sign")].map((room) => room !== undefined),
  ).toEqual([true, true, false]);
});

async function signPath(site: TestSite, kind: "petition" | "letter" | "support"): Promise<string> {
  if (kind === "support") return `/support/${(await organisedPetition(site)).supportToken}`;
  if (kind === "letter") return `/letters/${(await openLetter(site)).slug}/sign`;
  return `/petitions/${(await openPetition(site)).slug}/sign`;
}
