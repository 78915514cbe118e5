/** Copies the database beside a running server and checks the copy: `npm run backup [FILE]`. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { copyDatabase } from "../backup/copy-database.server.ts";
import { engineOf, sqliteFile } from "../client.server.ts";
import { type Command, type ExitCode, runCommand } from "./run-command.ts";
import { timeInName, totals, whyNot } from "./words.ts";

await runCommand(backUp);

async function backUp({ settings, args: [given], say }: Command): Promise<ExitCode> {
  if (engineOf(settings.databaseUrl) === "postgres") {
    say(
      "On PostgreSQL use its own tool, which also copies beside a running server:\n" +
        '  pg_dump --format=custom --file=hear-hear.dump "$DATABASE_URL"',
    );
    return 2;
  }
  const from = resolve(sqliteFile(settings.databaseUrl));
  if (!existsSync(from)) {
    say(`There is no database at ${from} yet. Start the site once, or set DATABASE_URL.`);
    return 2;
  }
  const to = resolve(given ?? join(settings.dataDir, "backups", `hear-hear-${timeInName()}.db`));
  if (existsSync(to)) {
    say(`${to} exists already, and a backup overwrites nothing. Name another file.`);
    return 2;
  }
  const verified = await copyDatabase(from, to);
  if (verified.kind !== "sound") {
    say(`No backup was made: ${whyNot(from, verified)}`);
    return 1;
  }
  say(`Backup: ${to}`);
  say(`Opened and recounted: ${totals(verified)}.`);
  say("Keep APP_SECRET and HASH_SECRET in another place: without them it cannot be read, with them it can.");
  if (verified.differing === 0) return 0;
  say(whyNot(to, verified));
  return 1;
}
