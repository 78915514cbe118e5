import { setImmediate } from "node:timers/promises";
import type { PrintedName } from "../domain/open-letter/printed-names.server.ts";
import { canSet } from "./pdf-fonts.server.ts";
import {
  COLOURS,
  FLOOR,
  MEASURE,
  type PdfLine,
  type PdfStructure,
  type PdfWriter,
  SHEET,
  type TextStyle,
} from "./pdf-writer.server.ts";

const COLUMNS = 3;
const GUTTER = 18;
const WIDTH = (MEASURE - GUTTER * (COLUMNS - 1)) / COLUMNS;
/** Names between two moments in which others are let in: some milliseconds. */
const NAMES_AT_ONCE = 20;

/** What became of the names. */
export interface NamesWritten {
  written: number;
  /** Names in letters that the file has no font for. */
  leftOut: number;
}

/**
 * Writes names as they come: the first ones large, each on a line, then the others in columns. Between some of them
 * everybody else who waits for the program has a turn.
 */
export async function writeNames(
  pdf: PdfWriter,
  parts: AsyncIterable<readonly PrintedName[]>,
): Promise<NamesWritten> {
  const counted: NamesWritten = { written: 0, leftOut: 0 };
  let first: PdfStructure | undefined;
  let others: PdfStructure | undefined;
  let columns: Columns | undefined;
  for await (const part of parts)
    for (const person of part) {
      if (!canSet(`${person.name}${person.role}${person.organisation}`)) {
        counted.leftOut += 1;
        continue;
      }
      if (person.isFirst) {
        first ??= pdf.group("L");
        writeFirst(pdf, first, person);
      } else {
        others ??= pdf.group("L");
        columns ??= columnsFrom(pdf);
        columns.place(linesOf(person), others);
      }
      counted.written += 1;
      if (counted.written % NAMES_AT_ONCE === 0) await setImmediate();
    }
  columns?.leave();
  first?.end();
  others?.end();
  return counted;
}

function writeFirst(pdf: PdfWriter, list: PdfStructure, person: PrintedName): void {
  const role = roleOf(person);
  const style: TextStyle = { size: 12, isBold: true, after: role === "" ? 6 : 0 };
  const detail: TextStyle = { size: 10, colour: COLOURS.soft, after: 6 };
  pdf.room(pdf.heightOf(person.name, style) + (role === "" ? 0 : pdf.heightOf(role, detail)));
  pdf.item(list, [{ text: person.name, style }, ...(role === "" ? [] : [{ text: role, style: detail }])]);
}

interface Columns {
  place(lines: readonly PdfLine[], list: PdfStructure): void;
  /** Goes on below all of them. */
  leave(): void;
}

/** Columns from here to the foot of the page, and from the head of each page after it. */
function columnsFrom(pdf: PdfWriter): Columns {
  pdf.room(60);
  let top = pdf.doc.y;
  let column = 0;
  let lowest = top;

  function next(): void {
    column += 1;
    if (column === COLUMNS) {
      pdf.doc.addPage();
      column = 0;
      top = pdf.doc.y;
      lowest = top;
    }
    pdf.doc.y = top;
  }

  return {
    place(lines, list) {
      const height = lines.reduce((sum, { text, style }) => sum + pdf.heightOf(text, style), 0);
      if (pdf.doc.y + height > FLOOR) next();
      const x = SHEET.left + column * (WIDTH + GUTTER);
      const placed = lines.map(({ text, style }) => ({ text, style: { ...style, x } }));
      pdf.item(list, placed);
      lowest = Math.max(lowest, pdf.doc.y);
    },
    leave() {
      pdf.doc.y = lowest;
    },
  };
}

function linesOf(person: PrintedName): PdfLine[] {
  const role = roleOf(person);
  const name: PdfLine = {
    text: person.name,
    style: { size: 9, leading: 0.05, width: WIDTH, after: role === "" ? 2.5 : 0 },
  };
  if (role === "") return [name];
  return [
    name,
    { text: role, style: { size: 7.5, leading: 0.05, width: WIDTH, colour: COLOURS.soft, after: 3 } },
  ];
}

function roleOf({ role, organisation }: PrintedName): string {
  return [role, organisation].filter((part) => part !== "").join(", ");
}
