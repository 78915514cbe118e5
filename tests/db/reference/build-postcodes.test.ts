import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { openPlaces } from "#app/domain/place/places.server.ts";
import { buildPostcodes } from "#db/reference/build-postcodes.server.ts";
import { POSTCODE_FILE_FORMAT, type PostcodeSources } from "#db/reference/postcode-file.ts";

const POSTCODES = `postcode,council_gss,county_gss,ward_gss,constituency_gss,quality
AB431AG,,,,,0
CB75GJ,E07000245,E10000029,E05012801,E14001578,
WR11AA,E07000237,E10000034,E05015849,E14001597,p
WR11AB,E07000237,E10000034,E05015849,E14001597,s
WR53DA,E07000237,E10000034,E05015851,E14001597,p
`;
const DIVISIONS = `postcode,division_gss,quality
CB75GJ,E58001500,o
WR11AA,E58001953,b
WR11AB,E58001953,g
WR53DA,E58001958,w
`;

function sample(postcodes = POSTCODES, divisions = DIVISIONS): { sources: PostcodeSources; into: string } {
  const folder = mkdtempSync(join(tmpdir(), "hear-hear-build-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sources = { postcodes: join(folder, "postcodes.gz"), divisions: join(folder, "divisions.gz") };
  writeFileSync(sources.postcodes, gzipSync(postcodes));
  writeFileSync(sources.divisions, gzipSync(divisions));
  return { sources, into: join(folder, "places") };
}

test("a build places every line of its sources and reports its progress", async () => {
  const { sources, into } = sample();
  const seen: number[] = [];
  const built = await buildPostcodes({ sources, into, onProgress: ({ fraction }) => seen.push(fraction) });
  expect(built).toEqual({ file: join(into, `${built.edition}.sqlite`), edition: built.edition, isNew: true });
  expect(seen.at(-1)).toBe(1);
  const places = openPlaces(built.file);
  onTestFinished(() => places.close());
  expect(places).toMatchObject({ edition: built.edition, postcodeCount: 5 });
  expect(places.locate("WR53DA").cell.division).toBe("E58001958");
  expect(places.locate("WR11AA").cell.division).toBe("");
  expect(places.locate("WR11AB")).toMatchObject({ maybeTerminated: true, cell: { division: "E58001953" } });
  expect(places.locate("CB75GJ").cell).toMatchObject({ county: "E10000029", division: "" });
  expect(places.locate("AB431AG").kind).toBe("non-geographic");
  expect(places.locate("WR11AC").kind).toBe("unknown");
});

test("a second build finds the first", async () => {
  const { sources, into } = sample();
  const first = await buildPostcodes({ sources, into });
  const inode = statSync(first.file).ino;
  expect(await buildPostcodes({ sources, into })).toEqual({ ...first, isNew: false });
  expect(statSync(first.file).ino).toBe(inode);
});

test("other sources make another edition beside the first", async () => {
  const { sources, into } = sample();
  const first = await buildPostcodes({ sources, into });
  writeFileSync(sources.divisions, gzipSync(DIVISIONS.replace("E58001958", "E58001959")));
  const second = await buildPostcodes({ sources, into });
  expect(second.edition).not.toBe(first.edition);
  expect(existsSync(first.file)).toBe(true);
});

test("sources that are broken off leave no file behind", async () => {
  const { sources, into } = sample();
  writeFileSync(sources.postcodes, gzipSync(POSTCODES).subarray(0, 60));
  await expect(buildPostcodes({ sources, into })).rejects.toThrow();
  expect(readdirSync(into)).toEqual([]);
});

test("sources out of order or with other columns are refused", async () => {
  const [header = "", ...lines] = POSTCODES.trim().split("\n");
  const unsorted = sample([header, ...lines.reverse()].join("\n"));
  await expect(buildPostcodes(unsorted)).rejects.toThrow("not sorted");
  const renamed = sample(POSTCODES.replace("ward_gss", "ward"));
  await expect(buildPostcodes(renamed)).rejects.toThrow("header");
});

test("a broken file in the place of an edition is built again", async () => {
  const { sources, into } = sample();
  const { file } = await buildPostcodes({ sources, into });
  writeFileSync(file, "half of something");
  expect(await buildPostcodes({ sources, into })).toMatchObject({ file, isNew: true });
  openPlaces(file).close();
});

test("a file of another format is not opened", async () => {
  const { sources, into } = sample();
  const { file } = await buildPostcodes({ sources, into });
  const Database = (await import("better-sqlite3")).default;
  const db = new Database(file);
  db.pragma(`user_version = ${POSTCODE_FILE_FORMAT + 1}`);
  db.close();
  expect(() => openPlaces(file)).toThrow("build it again");
});
