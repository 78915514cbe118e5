import { expect, test } from "vitest";
import { form, type Question, startFront } from "./front.ts";

const LIMIT = 64 * 1024;
const urlEncoded = { "Content-Type": "application/x-www-form-urlencoded" };

function post(body: string | Buffer, headers: Record<string, string> = urlEncoded): Question {
  return { method: "POST", headers, body };
}

test("a form arrives as it was typed", async () => {
  const front = await startFront();
  const answer = await front.ask("/page", form({ name: "Zoë O’Shea", postcode: "wr5 2np" }));
  expect(JSON.parse(answer.text).form).toEqual({ name: "Zoë O’Shea", postcode: "wr5 2np" });
});

test("an empty POST without a type is a form without fields", async () => {
  const front = await startFront();
  const answer = await front.ask("/page", { method: "POST" });
  expect(JSON.parse(answer.text).form).toEqual({});
});

test("a form of exactly 64 KB passes, one byte more is refused with 413, announced or not", async () => {
  const front = await startFront();
  const largest = `a=${"x".repeat(LIMIT - 2)}`;
  expect((await front.ask("/page", post(largest))).status).toBe(200);
  expect((await front.ask("/page", post(`${largest}x`))).status).toBe(413);
  const chunked = { ...urlEncoded, "Transfer-Encoding": "chunked" };
  expect((await front.ask("/page", post(`${largest}x`, chunked))).status).toBe(413);
  const answer = await front.ask("/page", post("x".repeat(30 * LIMIT)));
  expect(answer.status).toBe(413);
  expect(answer.text).toContain("Nothing was saved");
});

test.each(["application/json", "text/plain", "image/png", "application/x-www-form-urlencoded-not"])(
  "a POST of %s is refused with 415",
  async (type) => {
    const front = await startFront();
    expect((await front.ask("/page", post("{}", { "Content-Type": type }))).status).toBe(415);
  },
);

test("a body without a type is refused with 415", async () => {
  const front = await startFront();
  expect((await front.ask("/page", post("name=a", {}))).status).toBe(415);
});

test.each([
  ["a lone percent sign", "name=100%"],
  ["half an escape", "name=%4"],
  ["an escape that is no letter", "name=%E0%A4"],
  ["bytes that are not UTF-8", Buffer.from([0x6e, 0x3d, 0xff, 0xfe])],
])("a form with %s is refused with 400", async (_what, body) => {
  const front = await startFront();
  expect((await front.ask("/page", post(body))).status).toBe(400);
});

test("a multipart form is read where it is whole, and refused with 400 where it is not", async () => {
  const front = await startFront();
  const type = { "Content-Type": "multipart/form-data; boundary=b" };
  const part = (text: string) => `--b\r\nContent-Disposition: form-data; name="name"\r\n\r\n${text}\r\n`;
  const whole = await front.ask("/page", post(`${part("Zoë")}--b--\r\n`, type));
  expect(JSON.parse(whole.text).form).toEqual({ name: "Zoë" });
  expect((await front.ask("/page", post(part("Zoë"), type))).status).toBe(400);
  expect((await front.ask("/page", post(`${part("a\0b")}--b--\r\n`, type))).status).toBe(400);
  expect((await front.ask("/page", post("x", { "Content-Type": "multipart/form-data" }))).status).toBe(400);
});

test("methods that no page has are refused with 405 and the ones there are", async () => {
  const front = await startFront();
  for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]) {
    const answer = await front.ask("/page", { method });
    expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, "GET, HEAD, POST"]);
  }
});

test("programs get errors as JSON at addresses of open data", async () => {
  const front = await startFront();
  const answer = await front.ask("/petitions.json", { method: "DELETE" });
  expect(answer.headers["content-type"]).toBe("application/json");
  expect(JSON.parse(answer.text)).toMatchObject({ status: 405 });
});
