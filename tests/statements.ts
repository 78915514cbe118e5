import Sqlite from "better-sqlite3";

/** Notes the text of every statement that SQLite runs in this process while `work` does. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen = new Set<string>();
  const db = new Sqlite(":memory:");
  const statement = Object.getPrototypeOf(db.prepare("select 1"));
  db.close();
  const originals = ["all", "get", "run"].map((method) => [method, statement[method]] as const);
  for (const [method, original] of originals)
    statement[method] = function noting(this: Sqlite.Statement, ...args: unknown[]) {
      seen.add(this.source);
      return original.apply(this, args);
    };
  try {
    await work();
  } finally {
    for (const [method, original] of originals) statement[method] = original;
  }
  return [...seen];
}

/** How SQLite goes about a statement, step by step, not knowing what its parameters are. */
export function planOf(file: string, statement: string): string[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    const parameters = Array.from(statement.matchAll(/\?/g), () => "");
    const rows = db
      .prepare<string[], { detail: string }>(`explain query plan ${statement}`)
      .all(...parameters);
    return rows.map(({ detail }) => detail);
  } finally {
    db.close();
  }
}
