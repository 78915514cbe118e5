import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { busiestStretch, counter, readCounts, readPlaces, stretchFrom } from "./recording.ts";

const HEADER = "timestamp_utc,signature_count";

function fileOf(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "hear-hear-recording-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "counts.csv");
  writeFileSync(file, content);
  return file;
}

function counts(...lines: string[]): string {
  return fileOf([HEADER, ...lines, ""].join("\n"));
}

test("a counter is read without its repeats and falls, and stands between two readings in a straight line", () => {
  const readings = readCounts(
    counts(
      "2019-03-21T12:00:00Z,100",
      "2019-03-21T12:10:00Z,200",
      "2019-03-21T12:11:00Z,190",
      "2019-03-21T12:20:00Z,300",
    ),
  );
  expect(readings.map(({ count }) => count)).toEqual([100, 200, 300]);
  const at = counter(readings);
  const noon = Date.parse("2019-03-21T12:00:00Z");
  expect([at(noon - 1), at(noon + 5 * 60_000), at(noon + 86_400_000)]).toEqual([100, 150, 300]);
});

test("the busiest stretch is where most signed, and not in a gap of the record", () => {
  const readings = readCounts(
    counts(
      "2019-03-21T12:00:00Z,0",
      "2019-03-21T12:10:00Z,100",
      "2019-03-21T12:20:00Z,1100",
      "2019-03-21T12:30:00Z,1200",
      "2019-03-21T14:30:00Z,900000",
    ),
  );
  expect(busiestStretch(readings, 10)).toEqual({
    from: Date.parse("2019-03-21T12:10:00Z"),
    minutes: 10,
    signatures: 1000,
  });
  expect(() => busiestStretch(readings, 1_000)).toThrow("has 150 minutes, and 1000 are to be played");
  expect(() => stretchFrom(readings, Date.parse("2031-01-01T00:00:00Z"), 10)).toThrow("nobody signed");
});

test("of a counter that was read once an hour the busiest stretch is found, too", () => {
  const hour = (number: number, count: number) =>
    `2016-06-25T${String(number).padStart(2, "0")}:00:00Z,${count}`;
  const readings = readCounts(
    counts(hour(8, 0), hour(9, 10), hour(10, 1010), hour(11, 1020), hour(20, 90_000)),
  );
  const { from, signatures } = busiestStretch(readings, 30);
  expect([new Date(from).toISOString(), signatures]).toEqual(["2016-06-25T09:00:00.000Z", 500]);
});

test.each([
  ["another header", "time,count\n1,2\n", "the first line must be timestamp_utc,signature_count"],
  ["a word for a time", `${HEADER}\n2019-03-21T12:00:00Z,1\nyesterday,2\n`, 'line 3: "yesterday" is no time'],
  ["a count that is none", `${HEADER}\n2019-03-21T12:00:00Z,many\n`, 'line 2: "many" is no count'],
  [
    "time that goes back",
    `${HEADER}\n2019-03-21T12:00:00Z,1\n2019-03-20T12:00:00Z,2\n`,
    "line 3: it is earlier",
  ],
  ["one reading", `${HEADER}\n2019-03-21T12:00:00Z,1\n`, "at least two readings"],
])("a counter with %s is refused with where and why", (_what, content, why) => {
  expect(() => readCounts(fileOf(content))).toThrow(why);
});

test("counts by constituency are read packed or not, and refused with codes that are none", () => {
  const text = "timestamp_utc,total,uk,E14000530,S14000001\n2019-03-21T12:00:00Z,10,9,6,3\n";
  const read = {
    codes: ["E14000530", "S14000001"],
    hours: [{ at: Date.parse("2019-03-21T12:00:00Z"), total: 10, uk: 9, counts: [6, 3] }],
  };
  expect(readPlaces(fileOf(text))).toEqual(read);
  expect(readPlaces(fileOf(gzipSync(text)))).toEqual(read);
  expect(() => readPlaces(fileOf(text.replace("E14000530", "Aberavon")))).toThrow("Aberavon is no code");
  const backwards = `${text}2019-03-21T11:00:00Z,20,18,12,6\n`;
  expect(() => readPlaces(fileOf(backwards))).toThrow("line 3: it is earlier than the line before");
  expect(() => readPlaces(fileOf(text.replace(",6,3", ",6")))).toThrow("line 2: 5 columns are expected");
});
