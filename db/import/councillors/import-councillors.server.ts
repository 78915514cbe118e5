import type { Database } from "../../database.ts";
import { ImportFault } from "../import-fault.ts";
import type { ImportOptions } from "../options.ts";
import { emptyReport, type ImportReport } from "../report.ts";
import { type CurrentTerm, listCurrentTerms, listMergedKeys } from "../terms/current-terms.server.ts";
import { planTerms } from "../terms/plan-terms.ts";
import { swapTerms } from "../terms/swap-terms.server.ts";
import type { CouncillorFile } from "./councillor-row.ts";
import { type Council, listImportCouncils } from "./councils.server.ts";
import { givePersons } from "./give-persons.ts";
import { type Found, readHolders } from "./read-holders.ts";

/** A roll with fewer of those who sit than this share is most likely half a file. */
const SHARE_OF_A_WHOLE_ROLL = 0.8;
/** Fewer sitting councillors than these say nothing about a roll. */
const FEW = 5;

/** What an import of councillors is told beside what every import is. */
export interface CouncillorOptions extends ImportOptions {
  /** GSS code, letters or name: the council of rows that do not say theirs; rows of others are left out. */
  council: string;
  /** The council really has fewer councillors than before. */
  isFewer: boolean;
}

/**
 * Brings the councillors of the councils in a file up to it. Wards are matched by name within their council and never
 * guessed; addresses are taken at the council's own domain alone. Who is no longer on a council's roll has left, unless
 * a row of that council was refused: they may be that row. Invented councillors are left alone.
 * @throws ImportFault when somebody is in the file twice, or it has far fewer people than sit there.
 */
export async function importCouncillors(
  db: Database,
  file: CouncillorFile,
  options: CouncillorOptions,
): Promise<ImportReport> {
  const { secrets, checkedOn, isPartial, isDryRun, now } = options;
  const report = emptyReport(file.format, file.rows.length);
  const councils = await listImportCouncils(db.read);
  const read = readHolders(file, councils, options.council);
  const inFile = new Map(read.found.map(({ council }) => [council.gssCode, council]));
  const current = (await listCurrentTerms(db.read, "councillor")).filter(
    ({ representative, councilGss }) => !representative.isInvented && inFile.has(councilGss),
  );
  const holders = givePersons(read.found, current, await listMergedKeys(db.read));
  if (file.isRoll && !isPartial && !options.isFewer) refuseHalfRolls(read.found, current);

  const plan = planTerms(current, holders, {
    kind: "councillor",
    checkedOn,
    oneHolder: false,
    hasLeft: ({ councilGss }) => file.isRoll && !isPartial && !read.refusedCouncils.has(councilGss),
    secrets,
  });
  if (!isDryRun) await swapTerms(db, plan.staged, { batch: secrets.newId(), now });
  const { added, changed, ended, unchanged } = plan;
  const notes = [...file.notes, ...read.notes];
  if (read.refusedCouncils.size > 0 && file.isRoll)
    notes.push("Nobody was ended on councils with refused rows: put those right and import again.");
  return { ...report, added, changed, ended, unchanged, refused: read.refused, notes };
}

function refuseHalfRolls(found: readonly Found[], current: readonly CurrentTerm[]): void {
  const councils = new Map<string, { council: Council; rows: number }>();
  for (const { council } of found) {
    const rows = (councils.get(council.gssCode)?.rows ?? 0) + 1;
    councils.set(council.gssCode, { council, rows });
  }
  for (const { council, rows } of councils.values()) {
    const { gssCode } = council;
    const sitting = current.filter(
      ({ term, councilGss }) => term.endsOn === "" && councilGss === gssCode,
    ).length;
    if (sitting >= FEW && rows < sitting * SHARE_OF_A_WHOLE_ROLL)
      throw new ImportFault(
        `The file has ${rows} councillors of ${council.name}, where ${sitting} sit: it may be half a file. ` +
          "If it is a part on purpose, add --partial; if the council has really become smaller, --fewer.",
      );
  }
}
