/** Deletes and blanks what is past its time, or says what would go: `npm run retention [-- --dry-run]`. */
import { existsSync } from "node:fs";
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import { listNextToEnd } from "#app/domain/signature/next-to-end.server.ts";
import { runRetention } from "#app/jobs/run-retention.server.ts";
import { engineOf, openDatabase, sqliteFile } from "../client.server.ts";
import { type Command, type ExitCode, runCommand } from "./run-command.ts";

const USAGE = `Say nothing, and what is past its time goes now (the running program does the same every hour), or:
  npm run retention -- --dry-run        says what would go, and changes nothing`;

await runCommand(retain);

async function retain({ settings, args, say }: Command): Promise<ExitCode> {
  const isDryRun = args[0] === "--dry-run";
  if (args.length > 1 || (args.length === 1 && !isDryRun)) {
    say(USAGE);
    return 2;
  }
  const { databaseUrl } = settings;
  if (engineOf(databaseUrl) === "sqlite" && !existsSync(sqliteFile(databaseUrl))) {
    say(`There is no database at ${sqliteFile(databaseUrl)} yet. Start the site once, or set DATABASE_URL.`);
    return 2;
  }
  const keyring = makeKeyring(settings.appSecrets, settings.hashSecret);
  const db = openDatabase(databaseUrl);
  try {
    const done = await runRetention({ db, keyring }, { isDryRun }, Date.now());
    for (const { what, kept, rows, isPart } of done)
      say(`${isPart ? "at least " : ""}${rows}\t${what} (kept ${kept})`);
    say("Next campaigns whose signatures lose their details:");
    const next = await listNextToEnd(db.read);
    for (const { slug, endsOn, count } of next) say(`${endsOn}\t${slug}\tsignatures with details: ${count}`);
    if (next.length === 0) say("None is closed.");
    say(isDryRun ? "Nothing was changed." : "Done.");
    if (!isDryRun) await db.tidy();
    return 0;
  } finally {
    await db.close();
  }
}
