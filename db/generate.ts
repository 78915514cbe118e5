/** Writes the next migration of both engines from the tables: `npm run db:generate -- what_it_does`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MIGRATIONS } from "./migrate.server.ts";
import { nextMigration } from "./migration-plan.ts";

const effect = process.argv[2];
if (!effect || !/^[a-z0-9_]+$/.test(effect)) {
  process.stderr.write("Name the migration by its effect: npm run db:generate -- add_reply_tokens\n");
  process.exit(1);
}

for (const engine of ["sqlite", "postgres"] as const) {
  const folder = MIGRATIONS[engine];
  const { statements, snapshot, journal } = await nextMigration(engine, folder);
  if (statements.length === 0) {
    process.stdout.write(`${engine}: nothing to do\n`);
    continue;
  }
  const idx = journal.entries.length;
  const tag = `${String(idx).padStart(4, "0")}_${effect}`;
  journal.entries.push({ idx, version: journal.version, when: Date.now(), tag, breakpoints: true });
  mkdirSync(join(folder, "meta"), { recursive: true });
  writeFileSync(join(folder, `${tag}.sql`), `${statements.join("\n--> statement-breakpoint\n")}\n`);
  writeFileSync(join(folder, "meta", "_journal.json"), `${JSON.stringify(journal, null, 2)}\n`);
  writeFileSync(join(folder, "meta", "snapshot.json"), `${JSON.stringify(snapshot, null, 2)}\n`);
  process.stdout.write(`${engine}: ${tag}.sql, ${statements.length} statements\n`);
}
