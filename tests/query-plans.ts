import Sqlite from "better-sqlite3";

/** A statement that was run, and with what: a plan may depend on it. */
export interface Ran {
  source: string;
  args: unknown[];
}

/** One step of how SQLite goes about a statement. */
export interface Step {
  source: string;
  detail: string;
  /** Whether what the statement finds is sorted before the first row is there: a limit then saves nothing. */
  isSorted: boolean;
}

/** Notes every statement that is run on a file in this process while `work` does, with its parameters of the first time. */
export async function statementsRun(file: string, work: () => Promise<unknown>): Promise<Ran[]> {
  const seen = new Map<string, Ran>();
  const db = new Sqlite(":memory:");
  const statement = Object.getPrototypeOf(db.prepare("select 1"));
  db.close();
  const originals = ["all", "get", "run"].map((method) => [method, statement[method]] as const);
  for (const [method, original] of originals)
    statement[method] = function noting(this: Sqlite.Statement, ...args: unknown[]) {
      if (this.database.name === file && !seen.has(this.source))
        seen.set(this.source, { source: this.source, args });
      return original.apply(this, args);
    };
  try {
    await work();
  } finally {
    for (const [method, original] of originals) statement[method] = original;
  }
  return [...seen.values()];
}

/** The steps of all these statements, as SQLite plans them with those parameters. */
export function stepsOf(file: string, statements: readonly Ran[]): Step[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    return statements
      .filter(({ source }) => /^\s*(?:select|with|insert|update|delete)\b/i.test(source))
      .flatMap(({ source, args }) => {
        const details = db
          .prepare<unknown[], { detail: string }>(`explain query plan ${source}`)
          .all(...args)
          .map(({ detail }) => detail);
        const isSorted = details.includes("USE TEMP B-TREE FOR ORDER BY");
        return details.map((detail) => ({ source: source.replace(/\s+/g, " ").trim(), detail, isSorted }));
      });
  } finally {
    db.close();
  }
}

/** The tables of which one campaign, or the country, can fill millions of rows. */
const LARGE = [
  ...["signatures", "signature_slots", "links", "public_names", "count_events", "tallies", "outbox"],
  ...[
    "deliveries",
    "delivery_items",
    "published_tallies",
    "update_receipts",
    "standings",
    "allowances",
    "jobs",
  ],
];
/** What a step that reads no more than it must is bound by, beside the campaign and a state of a few. */
const WHOLE_CAMPAIGN = /\((?:campaign_id=\?)(?: AND (?:state|is_published)=\?)*\)$/;

/** What is wrong with a step, or undefined: it goes through a large table, or through all of one campaign there. */
export function faultOf({ source, detail, isSorted }: Step): string | undefined {
  const [, way = "", name = ""] = /^(SCAN|SEARCH) (\w+)/.exec(detail) ?? [];
  const table = tableOf(source, name);
  if (!LARGE.includes(table)) return undefined;
  if (way === "SCAN") return `goes through all of ${table}`;
  const isCut = /\blimit\b/i.test(source) && !isSorted;
  return WHOLE_CAMPAIGN.test(detail) && !isCut ? `reads all of a campaign in ${table}` : undefined;
}

/** The table behind a name of a statement, which may be another name for it. */
function tableOf(source: string, name: string): string {
  const renamed = new RegExp(`\\b(?:from|join)\\s+"?(\\w+)"?\\s+(?:as\\s+)?"?${name}"?(?![\\w."])`, "i").exec(
    source,
  );
  return renamed?.[1] ?? name;
}
