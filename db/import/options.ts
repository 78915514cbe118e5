import type { TermSecrets } from "./terms/term-secrets.server.ts";

/** What an import is told beside its file. */
export interface ImportOptions {
  secrets: TermSecrets;
  /** Everything is read, matched and counted, nothing is written. */
  isDryRun: boolean;
  /** The file is a part on purpose: nobody and nothing is ended for not being in it. */
  isPartial: boolean;
  /** The London day that the file speaks of. */
  checkedOn: string;
  now: number;
}
