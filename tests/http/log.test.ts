import { expect, test } from "vitest";
import { describeFault, makeLog } from "#app/http/log.server.ts";
import { form, startFront } from "./front.ts";

const TOKEN = "Zm9vYmFyYmF6cXV4MTIzNA";
const TYPED = { name: "Persephone Quill", email: "persephone@quill.example", postcode: "WR5 2NP" };

test("a line says method, pattern, status and time, and nothing that a person sent", async () => {
  const front = await startFront({ patternOf: () => "/confirm/:token" });
  await front.ask(`/confirm/${TOKEN}?from=${TYPED.email}`, {
    headers: { Cookie: `a=${TOKEN}`, "User-Agent": TOKEN },
  });
  await front.ask(`/confirm/${TOKEN}`, form(TYPED));
  await front.ask(`/areas/?postcode=WR5+2NP`);
  await front.ask(`/%zz${TOKEN}`);
  const lines = front
    .log()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(4);
  for (const line of lines)
    expect(Object.keys(line).sort()).toEqual(["level", "method", "ms", "msg", "route", "status", "time"]);
  expect(lines[0]).toMatchObject({ method: "GET", route: "/confirm/:token", status: 200 });
  expect(front.log()).not.toMatch(/Zm9v|quill|WR5/i);
});

test("a fault in a page is logged by kind and place, without its words, and answered with 500", async () => {
  const front = await startFront({
    answer: async () => {
      throw new TypeError(`Failed query: insert … params: ${TYPED.email}`, {
        cause: Object.assign(new Error(`Key (name)=(${TYPED.name}) already exists`), { code: "23505" }),
      });
    },
  });
  const answer = await front.ask(`/signature/${TOKEN}`, form(TYPED));
  expect(answer.status).toBe(500);
  expect(front.log()).toContain('"kind":"TypeError"');
  expect(front.log()).toContain('"code":"23505"');
  expect(front.log() + answer.text).not.toMatch(/quill|WR5|Zm9v/i);
});

test("an answer that cannot be sent becomes a 500 as well", async () => {
  const front = await startFront({
    answer: async () =>
      new Response(new ReadableStream({ start: (stream) => stream.error(new Error(TYPED.email)) })),
  });
  expect((await front.ask("/page")).status).toBe(500);
  expect(front.log()).not.toMatch(/quill/);
});

test("a careless line has its personal fields struck out", () => {
  let written = "";
  const log = makeLog("info", { write: (line) => (written += line) });
  log.info(
    { email: TYPED.email, signature: { name: TYPED.name, postcode: TYPED.postcode, token: TOKEN } },
    "careless",
  );
  log.error({ err: new Error(TYPED.email) }, "careless");
  expect(written).toContain("[struck out]");
  expect(written).not.toMatch(/quill|WR5|Zm9v/i);
});

test("whatever is thrown can be described", () => {
  expect(describeFault(TYPED.email)).toEqual({ kind: "string" });
  expect(describeFault(undefined)).toEqual({ kind: "undefined" });
});

test("metrics speak of patterns and never of paths", async () => {
  const front = await startFront({ patternOf: () => "/confirm/:token" });
  await front.ask(`/confirm/${TOKEN}`);
  const { text } = await front.ask("/metrics");
  expect(text).toContain('route="/confirm/:token"');
  expect(text).toMatch(/^process_cpu_user_seconds_total /m);
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  expect(text).not.toContain(TOKEN);
});
