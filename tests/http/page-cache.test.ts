import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { makePageCache, type PageCache } from "#app/http/page-cache.server.ts";
import { securityHeaders } from "#app/http/security-headers.ts";
import { startFront, type TestFront } from "./front.ts";

interface Scene {
  front: TestFront;
  cache: PageCache;
  /** How often a page was made. */
  made(): number;
  /** Lets time pass. */
  wait(ms: number): void;
  /** Something is written. */
  write(): void;
}

const HTML = { "Content-Type": "text/html; charset=utf-8" };
const LONG = `<p>${"What families need. ".repeat(200)}</p>`;

/** A server whose pages say how often one was made. */
async function scene(
  answer: (count: number, request: Request) => Response | Promise<Response> = (count) =>
    new Response(`${LONG}${count}`, { headers: HTML }),
  hasMark = true,
): Promise<Scene> {
  let at = 0;
  let mark = 1;
  let count = 0;
  const cache = makePageCache({
    everywhere: securityHeaders(false),
    changeMark: () => (hasMark ? mark : undefined),
    now: () => at,
  });
  const front = await startFront({
    cache,
    answer: async (request) => {
      count += 1;
      return answer(count, request);
    },
  });
  return {
    front,
    cache,
    made: () => count,
    wait: (ms) => (at += ms),
    write: () => (mark += 1),
  };
}

test("a public page is made once and given to all who ask within a second", async () => {
  const { front, made } = await scene();
  const answers = await Promise.all(Array.from({ length: 20 }, () => front.ask("/petitions/a")));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  await front.ask("/petitions/a");
  expect(made()).toBe(1);
  expect(answers[0]?.headers["cache-control"]).toBe(
    "public, max-age=0, s-maxage=1, stale-while-revalidate=5",
  );
});

test("a page is made anew once something was written, a second later at most, and before that only by one", async () => {
  const { front, made, wait, write } = await scene();
  await front.ask("/petitions/a");
  write();
  wait(600);
  await front.ask("/petitions/a");
  expect(made()).toBe(1);
  wait(500);
  expect((await front.ask("/petitions/a")).text).toMatch(/2$/);
});

test("who signs on a quiet day sees themselves counted at once; when many do, a page is made once a second", async () => {
  const { front, cache, made, wait } = await scene();
  await front.ask("/petitions/a");
  cache.noteChange();
  expect((await front.ask("/petitions/a")).text).toMatch(/>2$/);
  for (let sign = 0; sign < 200; sign += 1) {
    cache.noteChange();
    await front.ask("/petitions/a");
  }
  expect(made()).toBe(101);
  wait(1_000);
  cache.noteChange();
  await front.ask("/petitions/a");
  await front.ask("/petitions/a");
  expect(made()).toBe(102);
  wait(30_000);
  for (let sign = 0; sign < 5; sign += 1) {
    cache.noteChange();
    await front.ask("/petitions/a");
  }
  expect(made()).toBe(107);
});

test("a page that nothing was written for goes on, but not for longer than a minute", async () => {
  const { front, made, wait } = await scene();
  await front.ask("/petitions/a");
  for (let second = 0; second < 59; second += 1) {
    wait(1_000);
    await front.ask("/petitions/a");
  }
  expect(made()).toBe(1);
  wait(1_500);
  await front.ask("/petitions/a");
  expect(made()).toBe(2);
});

test("where nobody can say whether something was written, a page is a second old at most", async () => {
  const { front, made, wait } = await scene(undefined, false);
  await front.ask("/petitions/a");
  wait(1_001);
  await front.ask("/petitions/a");
  expect(made()).toBe(2);
});

test("what is forgotten goes out no more, not even to those who wait for a page that was begun before", async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { front, cache } = await scene(async (count) => {
    if (count === 1) await held;
    return new Response(`${LONG}${count}`, { headers: HTML });
  });
  const before = front.ask("/petitions/a");
  await new Promise((resolve) => setTimeout(resolve, 50));
  cache.forget();
  const after = front.ask("/petitions/a");
  expect((await after).text).toMatch(/2$/);
  release();
  expect((await before).text).toMatch(/1$/);
  expect((await front.ask("/petitions/a")).text).toMatch(/[23]$/);
});

test("a page that was begun before something was forgotten is not kept", async () => {
  const { front, cache, made } = await scene((count) => {
    if (count === 1) cache.forget();
    return new Response(`${LONG}${count}`, { headers: HTML });
  });
  await front.ask("/petitions/a");
  expect((await front.ask("/petitions/a")).text).toMatch(/2$/);
  expect(made()).toBe(2);
});

test("somebody signed in is never given a kept page, and theirs is never kept", async () => {
  const { front, made } = await scene();
  await front.ask("/petitions/a");
  const theirs = await front.ask("/petitions/a", { headers: { Cookie: "x=1; session=abc" } });
  expect(theirs.text).toMatch(/2$/);
  expect(theirs.headers["cache-control"]).toBe("private, no-store");
  expect((await front.ask("/petitions/a")).text).toMatch(/1$/);
  expect(made()).toBe(2);
});

test("nothing personal is kept: pages of links, of accounts, of those who run the site", async () => {
  const paths = [
    ...["/confirm/t", "/signature/t", "/support/t", "/pause/t", "/answer/t", "/unsubscribe/t", "/not-me/t"],
    ...["/areas?postcode=WR52NP", "/my-signatures", "/start/t/title", "/sign-in", "/account", "/report"],
    ...["/organise/1", "/moderate", "/admin", "/stories/new", "/stories/tell/t/text", "/story/t", "/agree/t"],
    ...["/petitions/near", "/dev/mailbox", "/invitation/t", "/group-message/t", "/statement/t", "/healthy"],
  ];
  const { front, made } = await scene();
  for (const path of paths) {
    const first = await front.ask(path);
    const second = await front.ask(path);
    expect(second.text, path).not.toBe(first.text);
    expect(first.headers["cache-control"], path).toBe("private, no-store");
  }
  expect(made()).toBe(paths.length * 2);
});

test("an answer with a cookie, a private one and one that is no page are never kept", async () => {
  const answers = [
    () => new Response(LONG, { headers: { ...HTML, "Set-Cookie": "session=abc" } }),
    () => new Response(LONG, { headers: { ...HTML, "Cache-Control": "private, no-store" } }),
    () => new Response(LONG, { status: 404, headers: HTML }),
    () => new Response(null, { status: 301, headers: { Location: "/petitions/b" } }),
    () => new Response(LONG, { status: 410, headers: HTML }),
  ];
  for (const answer of answers) {
    const { front, made } = await scene(answer);
    const [first] = await Promise.all([front.ask("/petitions/a"), front.ask("/petitions/a")]);
    await front.ask("/petitions/a");
    expect(made()).toBe(3);
    expect(first.headers["cache-control"]).toBe("private, no-store");
  }
});

test("a kept page goes out as the client reads it, with all headers of any page, and in no bytes where it is known", async () => {
  const { front, made } = await scene();
  await front.ask("/petitions/a");
  const ask = (encoding: string) => front.ask("/petitions/a", { headers: { "Accept-Encoding": encoding } });
  const plain = await front.ask("/petitions/a");
  const [br, gzip, none] = [await ask("gzip, br"), await ask("gzip"), await ask("br;q=0, deflate")];
  expect(brotliDecompressSync(br.body).toString()).toBe(plain.text);
  expect(gunzipSync(gzip.body).toString()).toBe(plain.text);
  expect([br, gzip, none].map(({ headers }) => headers["content-encoding"])).toEqual([
    "br",
    "gzip",
    undefined,
  ]);
  for (const { headers } of [plain, br, gzip]) {
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers.vary).toBe("Accept-Encoding");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  }
  const known = await front.ask("/petitions/a", {
    headers: { "If-None-Match": `"x", ${plain.headers.etag}` },
  });
  expect([known.status, known.body.length, known.headers.etag]).toEqual([304, 0, plain.headers.etag]);
  const head = await front.ask("/petitions/a", { method: "HEAD" });
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers["content-length"]).toBe(plain.headers["content-length"]);
  expect(made()).toBe(1);
});

test("a page that fails fails for all who waited, and is made again for the next", async () => {
  const { front } = await scene((count) => {
    if (count === 1) throw new Error("broken");
    return new Response(LONG, { headers: HTML });
  });
  expect((await front.ask("/petitions/a")).status).toBe(500);
  expect((await front.ask("/petitions/a")).status).toBe(200);
});

test("pages that went out as they were kept are counted, each once however often somebody asks", async () => {
  const { front } = await scene();
  for (let asked = 0; asked < 4; asked += 1) await front.ask("/petitions");
  for (let asked = 0; asked < 2; asked += 1)
    expect((await front.ask("/metrics")).text).toMatch(/^http_kept_pages_total 3$/m);
});
