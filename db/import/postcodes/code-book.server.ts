import { createHash } from "node:crypto";
import { ne } from "drizzle-orm";
import { listEndings } from "#app/domain/area/list-endings.server.ts";
import type { Reader } from "../../database.ts";
import type { SourceCodes } from "../../reference/combo-book.ts";
import { isRedivided } from "../../reference/combo-book.ts";
import type { PostcodeRow } from "./postcode-layout.ts";

/** Brings the codes of a postcode file to those of today. */
export interface CodeBook {
  /** The codes that stand for a row's; unknown ones are blank, and remembered. */
  today(row: PostcodeRow): Omit<SourceCodes, "quality">;
  /** Codes of no area of today, with the number of postcodes, most first. */
  unknown(): { level: string; code: string; count: number }[];
  /** Whether a division is older than its county's new ones. */
  isOutdated(codes: SourceCodes): boolean;
  /** Changes whenever another reading of the same file could come of it. */
  hash: string;
}

/** Counties with new divisions voted on them on this day. */
const NEW_DIVISIONS_ON = "2026-05-07";

/** Opens the areas of the database as a book of codes. */
export async function openCodeBook(read: Reader, today: string): Promise<CodeBook> {
  const { areas } = read.tables;
  const rows = await read
    .select({
      gssCode: areas.gssCode,
      level: areas.level,
      parentGss: areas.parentGss,
      startsOn: areas.startsOn,
      endsOn: areas.endsOn,
    })
    .from(areas)
    .where(ne(areas.level, "nation"))
    .orderBy(areas.gssCode);
  const endings = await listEndings(read, today);
  const area = new Map(
    rows
      .filter((row) => row.endsOn === "" || !endings.hasEnded(row.gssCode))
      .map((row) => [row.gssCode, row]),
  );
  const unknown = new Map<string, { level: string; code: string; count: number }>();
  const hash = createHash("sha256");
  for (const row of rows)
    hash.update(
      `${row.gssCode} ${row.parentGss} ${row.startsOn} ${endings.successorsOf(row.gssCode).join(",")}\n`,
    );

  function current(code: string, level: string): string {
    if (code === "") return "";
    if (area.get(code)?.level === level) return code;
    const [only, ...others] = endings.successorsOf(code);
    if (only !== undefined && others.length === 0 && area.get(only)?.level === level) return only;
    const met = unknown.get(code) ?? { level, code, count: 0 };
    met.count += 1;
    unknown.set(code, met);
    return "";
  }

  return {
    today(row) {
      const council = current(row.council, "council");
      const county = area.get(council)?.parentGss ?? "";
      const ward = current(row.ward, "ward");
      const division = county === "" ? "" : current(row.division, "division");
      return {
        council,
        county,
        ward: area.get(ward)?.parentGss === council ? ward : "",
        division: area.get(division)?.parentGss === county ? division : "",
        constituency: current(row.constituency, "constituency"),
      };
    },
    unknown: () => [...unknown.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    isOutdated: ({ county, division }) =>
      isRedivided(county) && (area.get(division)?.startsOn ?? "") < NEW_DIVISIONS_ON,
    hash: hash.digest("hex"),
  };
}
