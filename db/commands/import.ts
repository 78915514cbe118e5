/** Brings areas, postcodes and representatives up to date from files: `npm run import -- WHAT FILE`. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkSecrets } from "#app/domain/privacy/check-secrets.server.ts";
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import { findClockOffset } from "#app/domain/time/clock-offset.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { engineOf, openDatabase, sqliteFile } from "../client.server.ts";
import { faultWords } from "../import/import-fault.ts";
import { type ImportReport, reportLines } from "../import/report.ts";
import { type Asked, runImport } from "./import-kinds.ts";
import { type Command, type ExitCode, runCommand } from "./run-command.ts";

const USAGE = `npm run import -- WHAT FILE [--dry-run] [--partial] [--whole] [--as-of YYYY-MM-DD]
  mps FILE           our CSV, or JSON of members-api.parliament.uk (a file, lines, or a folder of pages)
  councillors FILE   [--council CODE] [--fewer] Democracy Club's LGSF (JSON, CSV) or candidates, Open Council Data, our CSV
  postcodes FILE     [--northern-ireland] ONSPD, NSPL, our CSV, or a folder of Code-Point Open
  areas FILE         councils, wards or constituencies (CSV), with start_date, end_date, successor_gss`;

const KINDS = ["mps", "councillors", "postcodes", "areas"] as const;

await runCommand(importFile);

async function importFile({ settings, args, say }: Command): Promise<ExitCode> {
  const asked = readArgs(args);
  if (typeof asked === "string") {
    say(`${asked}\n${USAGE}`);
    return 2;
  }
  const { databaseUrl } = settings;
  if (engineOf(databaseUrl) === "sqlite" && !existsSync(sqliteFile(databaseUrl))) {
    say(`There is no database at ${sqliteFile(databaseUrl)} yet. Start the site once, or set DATABASE_URL.`);
    return 2;
  }
  const db = openDatabase(databaseUrl);
  try {
    const keyring = makeKeyring(settings.appSecrets, settings.hashSecret);
    if (!asked.isDryRun) await checkSecrets(db, keyring);
    const now = Date.now() + (settings.isProduction ? 0 : await findClockOffset(db));
    const checkedOn = asked.asOf || londonDay(now);
    say(`Reading ${asked.path} …`);
    const report: ImportReport = await runImport(
      { ...asked, checkedOn, now },
      { db, keyring, settings, say },
    );
    for (const line of reportLines(report, asked)) say(line);
    return 0;
  } catch (fault) {
    const words = faultWords(fault);
    if (words === undefined) throw fault;
    say(`Nothing was changed. ${words}`);
    return 1;
  } finally {
    await db.close();
  }
}

/** What was typed, or what is wrong with it. */
function readArgs(args: readonly string[]): (Asked & { asOf: string }) | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean", default: false },
        partial: { type: "boolean", default: false },
        fewer: { type: "boolean", default: false },
        whole: { type: "boolean", default: false },
        "northern-ireland": { type: "boolean", default: false },
        council: { type: "string", default: "" },
        "as-of": { type: "string", default: "" },
      },
    });
    const [what = "", path = "", ...more] = positionals;
    const kind = KINDS.find((one) => one === what);
    if (!kind) return what === "" ? "Say what to import." : `"${what}" cannot be imported.`;
    if (path === "" || more.length > 0) return "Say which file, one at a time.";
    const asOf = values["as-of"];
    if (asOf !== "" && !/^\d{4}-\d\d-\d\d$/.test(asOf)) return "--as-of takes a day like 2026-11-20.";
    return {
      kind,
      path,
      asOf,
      isDryRun: values["dry-run"],
      isPartial: values.partial,
      isFewer: values.fewer,
      isWhole: values.whole,
      takesNorthernIreland: values["northern-ireland"],
      council: values.council,
    };
  } catch (fault) {
    return fault instanceof Error ? fault.message : "This was not understood.";
  }
}
