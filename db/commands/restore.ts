/** Puts a backup in the place of the database: `npm run restore FILE`. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { tryLock } from "#app/prepare/exclusive-lock.server.ts";
import { restoreDatabase } from "../backup/restore-database.server.ts";
import { engineOf, sqliteFile } from "../client.server.ts";
import { type Command, type ExitCode, runCommand } from "./run-command.ts";
import { timeInName, totals, whyNot } from "./words.ts";

await runCommand(restore);

async function restore({ settings, args, say }: Command): Promise<ExitCode> {
  const [given] = args.filter((arg) => !arg.startsWith("--"));
  if (engineOf(settings.databaseUrl) === "postgres") {
    say(
      "On PostgreSQL stop the site and use its own tool:\n" +
        '  pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" hear-hear.dump',
    );
    return 2;
  }
  if (given === undefined || !existsSync(given)) {
    say(
      given === undefined
        ? "Say which backup: npm run restore -- FILE"
        : `There is no file ${resolve(given)}.`,
    );
    return 2;
  }
  const file = resolve(sqliteFile(settings.databaseUrl));
  const lock = tryLock(`${file}.lock`);
  if (!lock) {
    say(`A server is running on ${file}. Stop it first: what it writes would be lost.`);
    return 2;
  }
  try {
    const aside = `${file}.replaced-${timeInName()}`;
    const anyway = args.includes("--anyway");
    const outcome = await restoreDatabase({ backup: resolve(given), file, aside, anyway });
    if (outcome.kind === "refused") {
      say(`Nothing was changed: ${whyNot(resolve(given), outcome.verified)}`);
      if (outcome.verified.kind === "sound") say("To restore it all the same, add --anyway.");
      return 1;
    }
    say(`Restored to ${file}: ${totals(outcome.verified)}.`);
    if (outcome.replaced !== undefined) say(`What was there before is kept: ${outcome.replaced}`);
    say("Start the site with the APP_SECRET and HASH_SECRET of the time of the backup.");
    return 0;
  } finally {
    lock.release();
  }
}
