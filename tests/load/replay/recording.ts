import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The counter of a petition at one moment. */
export interface Reading {
  /** UTC milliseconds. */
  at: number;
  count: number;
}

/** Who had signed by one moment: everybody, those in the United Kingdom, and those of each constituency. */
export interface PlacesReading {
  at: number;
  total: number;
  uk: number;
  counts: readonly number[];
}

export interface PlacesRecording {
  /** Constituencies by their codes, in the order of the counts. */
  codes: readonly string[];
  hours: readonly PlacesReading[];
}

/** A stretch of a recording: where it begins, how long it is, how many signed in it. */
export interface Stretch {
  from: number;
  minutes: number;
  signatures: number;
}

/** A file that is no recording, in a sentence that says what is wrong with which line. */
export class RecordingFault extends Error {}

const MINUTE = 60_000;
/** Where nothing was read for so long, nobody knows how fast it went: no busiest stretch is looked for there … */
const LONGEST_GAP = 30 * MINUTE;
/** … save where the counter was never read more often than that: so many times as long as between most readings. */
const GAP_TIMES = 3;

/** Reads a counter: CSV with `timestamp_utc,signature_count`. Repeats and falls of it are left out. @throws RecordingFault */
export function readCounts(file: string): Reading[] {
  const [header, ...lines] = linesOf(file);
  if (header !== "timestamp_utc,signature_count")
    throw new RecordingFault(`${file}: the first line must be timestamp_utc,signature_count`);
  const readings: Reading[] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    const [time = "", count = "", ...rest] = line.split(",");
    const where = `${file}, line ${index + 2}`;
    if (rest.length > 0) throw new RecordingFault(`${where}: two columns are expected`);
    const at = readTime(time, where);
    if (at < previous) throw new RecordingFault(`${where}: it is earlier than the line before`);
    previous = at;
    const reading = { at, count: readCount(count, where) };
    const last = readings.at(-1);
    if (last && reading.count <= last.count) continue;
    if (last?.at === at) readings.pop();
    readings.push(reading);
  }
  if (readings.length < 2) throw new RecordingFault(`${file}: at least two readings that differ are needed`);
  return readings;
}

/** Reads counts by constituency: CSV, packed by gzip or not, with `timestamp_utc,total,uk` and codes. @throws RecordingFault */
export function readPlaces(file: string): PlacesRecording {
  const [header = "", ...lines] = linesOf(file);
  const [time, total, uk, ...codes] = header.split(",");
  if (time !== "timestamp_utc" || total !== "total" || uk !== "uk" || codes.length === 0)
    throw new RecordingFault(
      `${file}: the first line must be timestamp_utc,total,uk and codes of constituencies`,
    );
  const strange = codes.find((code) => !/^[EWSN]\d{8}$/.test(code));
  if (strange !== undefined) throw new RecordingFault(`${file}: ${strange} is no code of a constituency`);
  let previous = Number.NEGATIVE_INFINITY;
  const hours = lines.map((line, index) => {
    const where = `${file}, line ${index + 2}`;
    const [moment = "", ...numbers] = line.split(",");
    if (numbers.length !== codes.length + 2)
      throw new RecordingFault(`${where}: ${codes.length + 3} columns are expected`);
    const [all = 0, inUk = 0, ...counts] = numbers.map((text) => (text === "" ? 0 : readCount(text, where)));
    const at = readTime(moment, where);
    if (at < previous) throw new RecordingFault(`${where}: it is earlier than the line before`);
    previous = at;
    return { at, total: all, uk: inUk, counts };
  });
  if (hours.length === 0) throw new RecordingFault(`${file}: there is nothing below the first line`);
  return { codes, hours };
}

/** The stretch of so many minutes in which most signed, gaps of the record left out. */
export function busiestStretch(readings: readonly Reading[], minutes: number): Stretch {
  const length = minutes * MINUTE;
  const countAt = counter(readings);
  const [first, last] = [readings[0]?.at ?? 0, readings.at(-1)?.at ?? 0];
  if (length > last - first)
    throw new RecordingFault(
      `the recording has ${Math.floor((last - first) / MINUTE)} minutes, and ${minutes} are to be played`,
    );
  const longest = longestGap(readings);
  let best: Stretch | undefined;
  for (const { at: from } of readings) {
    if (from + length > last && best) break;
    if (hasGap(readings, longest, { from, to: from + length })) continue;
    const signatures = countAt(from + length) - countAt(from);
    if (!best || signatures > best.signatures) best = { from, minutes, signatures };
  }
  return best ?? stretchFrom(readings, first, minutes);
}

/** The stretch that begins at a moment. @throws RecordingFault where the recording has nothing then */
export function stretchFrom(readings: readonly Reading[], from: number, minutes: number): Stretch {
  const countAt = counter(readings);
  const signatures = countAt(from + minutes * MINUTE) - countAt(from);
  if (signatures <= 0)
    throw new RecordingFault(`nobody signed in the ${minutes} minutes from ${new Date(from).toISOString()}`);
  return { from, minutes, signatures };
}

/** What the counter stood at, at any moment: in a straight line between two readings. */
export function counter(readings: readonly Reading[]): (at: number) => number {
  return (at) => {
    const after = firstAfter(readings, at);
    const [a, b] = [readings[after - 1], readings[after]];
    if (!a) return b?.count ?? 0;
    if (!b) return a.count;
    return a.count + ((b.count - a.count) * (at - a.at)) / (b.at - a.at);
  };
}

function firstAfter(readings: readonly { at: number }[], at: number): number {
  let [low, high] = [0, readings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readings[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function longestGap(readings: readonly Reading[]): number {
  const pauses = readings.slice(1).map(({ at }, index) => at - (readings[index]?.at ?? at));
  const usual = pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? 0;
  return Math.max(LONGEST_GAP, GAP_TIMES * usual);
}

function hasGap(
  readings: readonly Reading[],
  longest: number,
  { from, to }: { from: number; to: number },
): boolean {
  for (let index = firstAfter(readings, from); index < readings.length; index += 1) {
    const [before, here] = [readings[index - 1], readings[index]];
    if (!before || !here || before.at >= to) return false;
    if (here.at - before.at > longest) return true;
  }
  return false;
}

function linesOf(file: string): string[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "unreadable";
    throw new RecordingFault(
      code === "ENOENT" ? `there is no file ${file}` : `${file} cannot be read (${code})`,
    );
  }
  return bytes
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);
}

function readTime(text: string, where: string): number {
  const at = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new RecordingFault(`${where}: "${text}" is no time like 2019-03-21T12:00:00Z`);
  return at;
}

function readCount(text: string, where: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new RecordingFault(`${where}: "${text}" is no count`);
  return Number(text);
}
