import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { MAP_SHAPES, MAP_VIEWS, type MapView } from "#app/domain/area/map-drawing.ts";
import { makeAreaMaps } from "#app/domain/area/map-drawings.server.ts";
import { readBoundaryFile } from "#db/reference/boundary-file.ts";
import { type CsvRow, readCsv } from "#db/reference/read-csv.ts";

const maps = makeAreaMaps(readBoundaryFile);
const ALL = MAP_VIEWS.flatMap((view) => MAP_SHAPES.map((shape) => ({ view, shape })));

const constituencies = readCsv("constituencies.csv", ["gss_code"]);
const councils = readCsv("councils.csv", ["gss_code", "type", "nation", "is_send_authority"]);
const runsEducation = (row: CsvRow) =>
  row("is_send_authority") === "yes" || row("nation") === "Northern Ireland";

const AREAS: Record<MapView, { rows: CsvRow[]; count: number }> = {
  constituencies: { rows: constituencies, count: 650 },
  councils: { rows: councils.filter(runsEducation), count: 218 },
  districts: { rows: councils.filter((row) => row("type") !== "county"), count: 361 },
};

test.each(ALL)("the $shape of $view has every area once and no other", ({ view, shape }) => {
  const codes = AREAS[view].rows.map((row) => row("gss_code"));
  const drawn = maps.drawing(view, shape).outlines.map(({ gssCode }) => gssCode);
  expect(drawn).toHaveLength(AREAS[view].count);
  expect(drawn).toEqual(codes.sort());
});

test.each(ALL)("every outline of the $shape of $view covers ground within the picture", ({ view, shape }) => {
  const { outlines, width, height } = maps.drawing(view, shape);
  const outside = outlines.filter(({ path }) => {
    const points = pointsOf(path);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const isFlat = Math.max(...xs) === Math.min(...xs) || Math.max(...ys) === Math.min(...ys);
    return isFlat || Math.min(...xs, ...ys) < 0 || Math.max(...xs) > width || Math.max(...ys) > height;
  });
  expect(outside).toEqual([]);
});

test.each(ALL)("the $shape of $view is drawn the same every time", ({ view, shape }) => {
  expect(makeAreaMaps(readBoundaryFile).drawing(view, shape)).toEqual(maps.drawing(view, shape));
});

test.each(ALL)("the outlines of the $shape of $view are whole numbers of under 60 KB compressed", (which) => {
  const paths = maps.drawing(which.view, which.shape).outlines.map(({ path }) => path);
  for (const path of paths) expect(path).toMatch(/^(?:M\d+ \d+l[-\d ]+z)+$/);
  expect(gzipSync(paths.join("\n")).length).toBeLessThan(60_000);
});

test("a drawing is made once and then kept", () => {
  let readCount = 0;
  const counted = makeAreaMaps((name) => {
    readCount += 1;
    return readBoundaryFile(name);
  });
  const first = counted.drawing("constituencies", "hex");
  const readsOfFirst = readCount;
  expect(counted.drawing("constituencies", "hex")).toBe(first);
  expect(readCount).toBe(readsOfFirst);
});

test("hexagons of one kind never lie on each other", () => {
  const { outlines } = maps.drawing("constituencies", "hex");
  expect(new Set(outlines.map(({ path }) => path.slice(0, path.indexOf("l")))).size).toBe(650);
});

test("Shetland lies in its frame, and London is drawn a second time in its own", () => {
  const { outlines, frames } = maps.drawing("councils", "map");
  const isIn = (label: string) => (point: readonly [number, number]) => {
    const frame = frames.find((other) => other.label === label);
    if (!frame) return false;
    const [x, y] = [point[0] - frame.x, point[1] - frame.y];
    return x > 0 && y > 0 && x < frame.width && y < frame.height;
  };
  const pointsIn = (gssCode: string) =>
    pointsOf(outlines.find((outline) => outline.gssCode === gssCode)?.path ?? "");
  expect(pointsIn("S12000027").every(isIn("Shetland"))).toBe(true);
  expect(pointsIn("E09000033").some(isIn("London"))).toBe(true);
  expect(pointsIn("E09000033").every(isIn("London"))).toBe(false);
  const others = outlines.filter(({ gssCode }) => !/^E09|^S12000027/.test(gssCode));
  const inFrames = others.filter(({ path }) =>
    pointsOf(path).some((point) => isIn("London")(point) || isIn("Shetland")(point)),
  );
  expect(inFrames).toEqual([]);
});

/** The points of a path, absolutely. */
function pointsOf(path: string): (readonly [x: number, y: number])[] {
  return path
    .split("M")
    .slice(1)
    .flatMap((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      return numbers.flatMap((step, i) => {
        if (i % 2 === 0) {
          x += step;
          return [];
        }
        y += step;
        return [[x, y] as const];
      });
    });
}
