import type { Verified } from "../backup/verify-database.server.ts";

/** What is wrong with a database file, in a sentence. */
export function whyNot(file: string, verified: Verified): string {
  switch (verified.kind) {
    case "damaged":
      return `${file} is damaged: not every page of it can be read. Take another backup.`;
    case "not_ours":
      return `${file} is not a database of this program.`;
    case "too_new":
      return `${file} was made by a newer version of this program. Update the program first.`;
    case "sound":
      return `in ${verified.differing} places of ${file} signatures, tallies and events do not agree; npm run tallies:check names them.`;
  }
}

/** Both totals in words: `1 signature in 2 campaigns`. */
export function totals({ signatures, campaigns }: { signatures: number; campaigns: number }): string {
  return `${counted(signatures, "signature")} in ${counted(campaigns, "campaign")}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The present moment as part of a file's name, such as `2026-11-25-12.00.00`, in UTC. */
export function timeInName(): string {
  return new Date().toISOString().slice(0, 19).replace("T", "-").replaceAll(":", ".");
}
