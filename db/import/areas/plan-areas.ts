import type { Ending } from "#app/domain/area/end-areas.server.ts";
import { addDays } from "#app/domain/time/london.ts";
import { ImportFault } from "../import-fault.ts";
import type { Table, TableRow } from "../read/read-table.ts";
import type { Refused } from "../report.ts";
import { type Area, type AreaFormat, columnsOf, newArea } from "./area-columns.ts";

/** What a table of areas will change. */
export interface AreaPlan {
  /** New areas, and those that are known with what the table says of them now. */
  rows: Area[];
  /** Areas whose last day is over. */
  endings: Ending[];
  added: number;
  changed: number;
  unchanged: number;
  refused: Refused[];
}

const CODE = /^[ENSW]\d{8}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Compares a table of areas with those there are. A row may give `end_date` and `successor_gss` (several with spaces),
 * a council `former_gss_codes`. An area that is not in the table stays as it is; so does the address of its page.
 * What begins or ends after `today` waits: its row is refused until then.
 * @throws ImportFault when a code stands twice.
 */
export function planAreas(
  table: Table,
  format: AreaFormat,
  known: ReadonlyMap<string, Area>,
  { today, corrections }: { today: string; corrections: ReadonlyMap<string, Partial<Area>> },
): AreaPlan {
  const plan: AreaPlan = { rows: [], endings: [], added: 0, changed: 0, unchanged: 0, refused: [] };
  const has = columnsOf(table);
  refuseDoubles(table);
  const inTable = new Set(table.rows.map((row) => row.value("gss_code")));
  const slugs = new Set([...known.values()].map(({ level, slug }) => `${level} ${slug}`));
  const followed = new Map<string, Ending>();

  for (const row of table.rows) {
    const gssCode = row.value("gss_code");
    const before = known.get(gssCode);
    const part = format.partOf(row, has);
    const endsOn = row.value("end_date");
    const successors = row.value("successor_gss").split(/\s+/).filter(Boolean);
    const problem =
      rowProblem(row, part, before, today) ||
      successors
        .filter((code) => !known.has(code) && !inTable.has(code))
        .map(
          (code) => `its successor ${code} is not known; give the successors first, or in the same file`,
        )[0] ||
      parentProblem(part, known, inTable);
    if (problem) {
      plan.refused.push({ row: `row ${row.number}`, reason: problem });
      continue;
    }
    if (before) keep(before, part);
    else add(gssCode, part);
    if (endsOn !== "" && (before?.endsOn ?? "") === "") plan.endings.push({ gssCode, endsOn, successors });
    for (const former of row.value("former_gss_codes").split(/\s+/).filter(Boolean))
      follow(former, gssCode, part);
  }
  plan.endings.push(
    ...[...followed.values()].filter(({ gssCode }) => !plan.endings.some((one) => one.gssCode === gssCode)),
  );
  return plan;

  function keep(before: Area, part: Partial<Area>): void {
    // What a table leaves blank is not known to it; an area's page keeps its address.
    const said = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== ""));
    const next = { ...before, ...said, ...corrections.get(before.gssCode), slug: before.slug };
    const isSame = JSON.stringify(next) === JSON.stringify(before);
    if (isSame) plan.unchanged += 1;
    else {
      plan.changed += 1;
      plan.rows.push(next);
    }
  }

  function add(gssCode: string, part: Partial<Area>): void {
    const parent = known.get(part.parentGss ?? "");
    const inherited = parent
      ? { nation: parent.nation, region: parent.region, educationGss: parent.educationGss }
      : {};
    const area = newArea(
      gssCode,
      part.level === "ward" || part.level === "division" ? { ...inherited, ...part } : part,
    );
    const isPage = area.level === "council" || area.level === "constituency";
    const slug =
      isPage && slugs.has(`${area.level} ${area.slug}`)
        ? `${area.slug}-${(area.startsOn || today).slice(0, 4)}`
        : area.slug;
    slugs.add(`${area.level} ${slug}`);
    plan.added += 1;
    plan.rows.push({ ...area, slug });
  }

  /** A code that a council had before: where that is still a council of today, it ends the day before this begins. */
  function follow(former: string, gssCode: string, part: Partial<Area>): void {
    if (known.get(former)?.endsOn !== "" || !part.startsOn) return;
    const ending = followed.get(former);
    const successors = [...(ending?.successors ?? []), gssCode];
    followed.set(former, { gssCode: former, endsOn: addDays(part.startsOn, -1), successors });
  }
}

function rowProblem(row: TableRow, part: Partial<Area>, before: Area | undefined, today: string): string {
  if (!CODE.test(row.value("gss_code"))) return `"${row.value("gss_code")}" is not a GSS code like E07000237`;
  if (!part.name) return "it has no name";
  if (before && before.level !== part.level)
    return `${before.gssCode} is a ${before.level}, here it is a ${part.level}`;
  for (const column of ["start_date", "end_date"]) {
    const day = row.value(column);
    if (day === "") continue;
    if (!DAY.test(day)) return `"${day}" is not a day like 2027-03-31`;
    if (column === "start_date" && day > today)
      return `not yet: it begins on ${day}. Import the file again from that day`;
    if (column === "end_date" && day >= today && before?.endsOn === "")
      return `not yet: its last day is ${day}. Import the file again after that day`;
  }
  return "";
}

function parentProblem(
  part: Partial<Area>,
  known: ReadonlyMap<string, Area>,
  inTable: ReadonlySet<string>,
): string {
  const { parentGss } = part;
  if (!parentGss || known.has(parentGss) || inTable.has(parentGss)) return "";
  return `${parentGss}, in which it lies, is not known: import the councils first`;
}

function refuseDoubles(table: Table): void {
  const first = new Map<string, number>();
  for (const row of table.rows) {
    const code = row.value("gss_code");
    const other = first.get(code);
    if (other !== undefined && code !== "")
      throw new ImportFault(`${table.name}: rows ${other} and ${row.number} both are ${code}.`);
    first.set(code, row.number);
  }
}
