import { expect, test } from "vitest";
import { clientAddress } from "#app/http/client-address.ts";
import { startFront } from "./front.ts";

test.each([
  ["198.51.100.7", "198.51.100.7"],
  ["203.0.113.9, 198.51.100.7", "198.51.100.7"],
  ["203.0.113.9, 198.51.100.7, 10.0.0.2", "198.51.100.7"],
  ["198.51.100.7:5123", "198.51.100.7"],
  ["[2001:DB8::7]:5123", "2001:db8::7"],
  ["::ffff:198.51.100.7", "198.51.100.7"],
  ["10.0.0.9", "10.0.0.9"],
  ["198.51.100.7, nonsense", "127.0.0.1"],
  ["", "127.0.0.1"],
])("behind a trusted proxy %j means %s", (forwarded, address) => {
  expect(clientAddress("::ffff:127.0.0.1", { "x-forwarded-for": forwarded }, true)).toBe(address);
});

test("without a trusted proxy nobody can say that they are somebody else", async () => {
  const front = await startFront();
  const answer = await front.ask("/page", { headers: { "X-Forwarded-For": "198.51.100.7" } });
  expect(JSON.parse(answer.text).client).toBe("127.0.0.1");
});

test("with one, pages are told the forwarded address", async () => {
  const front = await startFront({ trustProxy: true });
  const answer = await front.ask("/page", { headers: { "X-Forwarded-For": "198.51.100.7" } });
  expect(JSON.parse(answer.text).client).toBe("198.51.100.7");
});
