/** Why a file cannot be taken, in a sentence for whoever gave it. Nothing has been changed when it is thrown. */
export class ImportFault extends Error {}

/** The message of a fault of the file; undefined for any other fault. */
export function faultWords(fault: unknown): string | undefined {
  return fault instanceof ImportFault ? fault.message : undefined;
}
