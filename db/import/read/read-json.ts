import { ImportFault } from "../import-fault.ts";
import { lineAt } from "./decode-text.ts";
import type { TextFile } from "./open-file.ts";

/** One value of a JSON file: the file itself, or one of its lines. */
export interface JsonValue {
  /** The line on which it begins. */
  line: number;
  value: unknown;
}

/** Whether a file begins as JSON does. */
export function looksLikeJson({ text }: TextFile): boolean {
  return /^\s*[[{]/.test(text);
}

/** Reads JSON, or one JSON value a line. @throws ImportFault that names the line where it goes wrong. */
export function readJson(file: TextFile): JsonValue[] {
  const whole = tryParse(file.text);
  if (whole.ok) return [{ line: 1, value: whole.value }];
  const lines = file.text.split(/\r?\n/);
  const first = tryParse(lines[0] ?? "");
  if (!first.ok) throw new ImportFault(faultOf(file, whole.fault));
  return lines.flatMap((text, at) => {
    if (text.trim() === "") return [];
    const read = tryParse(text);
    if (read.ok) return [{ line: at + 1, value: read.value }];
    throw new ImportFault(
      `${file.name}: line ${at + 1} is not whole JSON: the file breaks off there, or is damaged.`,
    );
  });
}

type Parsed = { ok: true; value: unknown } | { ok: false; fault: unknown };

function tryParse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (fault) {
    return { ok: false, fault };
  }
}

function faultOf({ name, text }: TextFile, fault: unknown): string {
  const place = fault instanceof Error ? /position (\d+)/.exec(fault.message)?.[1] : undefined;
  if (place === undefined || Number(place) >= text.trimEnd().length - 1)
    return `${name} is JSON that breaks off at its end: half of a file.`;
  return `${name} is not JSON: something is wrong on line ${lineAt(text, Number(place))}.`;
}
