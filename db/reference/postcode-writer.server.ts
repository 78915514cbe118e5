import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { type ComboRow, POSTCODE_FILE_FORMAT, POSTCODE_FILE_SCHEMA } from "./postcode-file.ts";

/** A postcode file in the making. Nothing reads it before `publishFile` gives it its name. */
export interface PostcodeWriter {
  /** @throws a constraint error of SQLite for a postcode that is there already. */
  add(postcode: string, combo: number): void;
  /** Adds a postcode unless it is there already; says whether it was added. */
  addNew(postcode: string, combo: number): boolean;
  /** Writes the combinations and what the file says about itself, and commits. */
  finish(combos: readonly ComboRow[], about: Record<string, string>): void;
  close(): void;
}

/** Begins a postcode file; the path must not exist. */
export function createPostcodeFile(path: string): PostcodeWriter {
  const db = new Database(path);
  // Nothing reads the file before it is renamed, so a journal would only cost time.
  db.pragma("journal_mode = off");
  db.pragma("synchronous = off");
  db.pragma("page_size = 4096");
  db.exec(POSTCODE_FILE_SCHEMA);
  const insert = db.prepare<[string, number]>("insert into postcodes (postcode, combo) values (?, ?)");
  const insertNew = db.prepare<[string, number]>(
    "insert or ignore into postcodes (postcode, combo) values (?, ?)",
  );
  db.exec("begin");
  return {
    addNew: (postcode, combo) => insertNew.run(postcode, combo).changes > 0,
    add(postcode, combo) {
      insert.run(postcode, combo);
    },
    finish(combos, about) {
      const insertCombo = db.prepare(
        "insert into combos values (@id, @country, @ward, @division, @council, @county, @constituency, @note)",
      );
      for (const row of combos) insertCombo.run(row);
      const say = db.prepare<[string, string]>("insert into about (name, value) values (?, ?)");
      for (const [name, value] of Object.entries(about)) say.run(name, value);
      db.pragma(`user_version = ${POSTCODE_FILE_FORMAT}`);
      db.exec("commit");
    },
    close() {
      db.close();
    },
  };
}

/** Gives a finished file its name: synced, then renamed, so that it is there whole or not at all. */
export async function publishFile(part: string, file: string): Promise<void> {
  await sync(part);
  await rename(part, file);
  await sync(dirname(file));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
