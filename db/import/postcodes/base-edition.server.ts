import Database from "better-sqlite3";
import type { ComboRow } from "../../reference/postcode-file.ts";

/** The edition that is in use, to compare with and to take from what a new file does not say. */
export interface BaseEdition {
  edition: string;
  /** What it was made of, where an import made it. */
  madeOf: string;
  /** All postcodes, and those that were in use when it was made. */
  count: number;
  liveCount: number;
  find(postcode: string): ComboRow | undefined;
  /** Every postcode, in order. */
  each(): Iterable<{ postcode: string; combo: ComboRow }>;
  /** The only constituency, or division, that the postcodes of a ward lie in; blank where there are several. */
  onlyOf(ward: string, kind: "constituency" | "division"): string;
  close(): void;
}

/** Opens the postcode file in use for reading beside whoever uses it. */
export function openBaseEdition(file: string): BaseEdition {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  const about = db.prepare<[string], string>("select value from about where name = ?").pluck();
  const combos = new Map(
    db
      .prepare<[], ComboRow>("select * from combos")
      .all()
      .map((row) => [row.id, row]),
  );
  const find = db.prepare<[string], number>("select combo from postcodes where postcode = ?").pluck();
  const live = db
    .prepare<[], number>("select count(*) from postcodes join combos on combos.id = combo where note = ''")
    .pluck();
  const only = new Map<string, string>();
  for (const { ward, constituency, division } of combos.values())
    for (const [kind, code] of Object.entries({ constituency, division })) {
      if (ward === "" || code === "") continue;
      const key = `${kind} ${ward}`;
      only.set(key, (only.get(key) ?? code) === code ? code : "");
    }
  return {
    edition: about.get("edition") ?? "",
    madeOf: about.get("made_of") ?? "",
    count: Number(about.get("postcodes") ?? 0),
    liveCount: live.get() ?? 0,
    find(postcode) {
      const combo = find.get(postcode);
      return combo === undefined ? undefined : combos.get(combo);
    },
    *each() {
      const all = db.prepare<[], { postcode: string; combo: number }>(
        "select postcode, combo from postcodes",
      );
      for (const { postcode, combo } of all.iterate()) {
        const row = combos.get(combo);
        if (row) yield { postcode, combo: row };
      }
    },
    onlyOf: (ward, kind) => only.get(`${kind} ${ward}`) ?? "",
    close() {
      db.close();
    },
  };
}
