import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openPlaces } from "#app/domain/place/places.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { referenceSources } from "#db/reference/postcode-file.ts";
import { reportResult } from "./result.ts";

/*
 * Places every postcode of the country, in random order, beside a bare look-up of the same keys in the same file.
 * Run: node --expose-gc --import tsx tests/load/placing.ts
 */

const startedAt = performance.now();
const built = await buildPostcodes({ sources: referenceSources(), into: join(tmpdir(), "hear-hear-places") });
report(`postcode file ${built.isNew ? "built" : "found"} in ${seconds(performance.now() - startedAt)}`);

const memoryBefore = rss();
const openedAt = performance.now();
const places = openPlaces(built.file);
report(`opened in ${(performance.now() - openedAt).toFixed(0)} ms`);

const db = new Database(built.file, { readonly: true });
const bare = db.prepare<[string], number>("select combo from postcodes where postcode = ?").pluck();
const everyKey = db.prepare<[], string>("select postcode from postcodes").pluck();
for (const key of everyKey.iterate()) places.locate(key);
globalThis.gc?.();
report(`memory: ${memoryBefore} MB before opening, ${rss()} MB after placing every postcode once`);

db.pragma("mmap_size = 268435456");
const keys = shuffled(everyKey.all());

const rounds = { bare: 0, placing: 0 };
let placed = 0;
for (let round = 0; round < 3; round += 1) {
  rounds.bare = best(
    rounds.bare,
    time(() => {
      for (const key of keys) bare.get(key);
    }),
  );
  placed = 0;
  rounds.placing = best(
    rounds.placing,
    time(() => {
      for (const key of keys) if (places.locate(key).kind === "placed") placed += 1;
    }),
  );
}

const micros = (milliseconds: number) => ((milliseconds * 1000) / keys.length).toFixed(2);
report(`${placed} of ${keys.length} placed`);
report(
  `placing ${micros(rounds.placing)} µs each, ${Math.round(keys.length / (rounds.placing / 1000))} a second`,
);
report(
  `bare look-up ${micros(rounds.bare)} µs each; placing takes ${(rounds.placing / rounds.bare).toFixed(2)} times that`,
);
reportResult({
  what: "placing a postcode, beside a bare look-up by key",
  measured: `${(rounds.placing / rounds.bare).toFixed(2)} × its time`,
});
places.close();
db.close();

function time(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function best(before: number, now: number): number {
  return before === 0 ? now : Math.min(before, now);
}

function shuffled(texts: string[]): string[] {
  let seed = 1;
  for (let at = texts.length - 1; at > 0; at -= 1) {
    seed = (seed * 48271) % 2147483647;
    const other = seed % (at + 1);
    const [a = "", b = ""] = [texts[at], texts[other]];
    texts[at] = b;
    texts[other] = a;
  }
  return texts;
}

function rss(): number {
  return Math.round(process.memoryUsage.rss() / 1_000_000);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
