import { COLOURS, FLOOR, MEASURE, type PdfWriter, SHEET, writePdf } from "./pdf-writer.server.ts";
import { qrCode } from "./qr-code.ts";

/** What a sheet for signatures on paper says. */
export interface PaperSheet {
  title: string;
  /** "To Worcestershire County Council" */
  to: string;
  asks: readonly string[];
  organiserName: string;
  /** "open letter" */
  kind: string;
  /** What people agree to by writing their name there. */
  consent: string;
  shortUrl: string;
  madeAt: number;
  notice: string;
}

const COLUMNS = [
  { heading: "Name, in capitals", share: 0.46 },
  { heading: "Postcode", share: 0.19 },
  { heading: "Signature", share: 0.35 },
] as const;
const ROW = 30;
const QR = 76;
/** With fewer lines than this under the words, the words go on a page of their own. */
const ROWS_AT_LEAST = 4;

/** Writes a sheet of two pages, to be printed on both sides: what is asked and by whom, and lines to sign on. */
export function sheetPdf(sheet: PaperSheet): Promise<Buffer> {
  const { title, organiserName, shortUrl, madeAt } = sheet;
  const bare = shortUrl.replace(/^https?:\/\//, "");
  const pdf = writePdf({ title: `Sign: ${title}`, author: organiserName, foot: bare, createdAt: madeAt });
  writeWords(pdf, sheet, bare);
  pdf.room(ROW * (ROWS_AT_LEAST + 1));
  writeLines(pdf);
  pdf.doc.addPage();
  pdf.write("P", title, { size: 12, isBold: true, after: 3 });
  pdf.write("P", `${sheet.to}. What is asked and what happens to your name stands on the other side.`, {
    size: 9.5,
    after: 10,
  });
  writeLines(pdf);
  return pdf.end();
}

function writeWords(pdf: PdfWriter, sheet: PaperSheet, bare: string): void {
  const { title, to, asks, organiserName, kind, consent, shortUrl, notice } = sheet;
  const top = pdf.doc.y;
  const width = MEASURE - QR - 20;
  if (notice !== "") pdf.write("P", notice, { size: 9, isBold: true, after: 6, width });
  pdf.write("H1", title, { size: 18, isBold: true, colour: COLOURS.purple, width, leading: 0.1, after: 6 });
  pdf.write("P", `${to}. Started by ${organiserName}.`, { size: 10.5, width, after: 3 });
  pdf.write("P", `To sign on your phone, use the code or go to ${bare}`, { size: 10.5, width, after: 8 });
  const below = pdf.doc.y;
  const x = SHEET.left + MEASURE - QR;
  pdf.qr(qrCode(shortUrl), { x, y: top, side: QR, alt: `QR code that opens ${shortUrl}` });
  pdf.doc.y = Math.max(below, top + QR) + 4;
  pdf.write("H2", `This ${kind} asks:`, { size: 11, isBold: true, after: 3 });
  const list = pdf.group("L");
  for (const [index, ask] of asks.entries()) {
    const item = pdf.group("LI", list);
    const { y } = pdf.doc;
    pdf.write("Lbl", `${index + 1}.`, { size: 10.5, isBold: true, width: 18 }, item);
    pdf.doc.y = y;
    pdf.write("LBody", ask, { size: 10.5, x: SHEET.left + 18, width: MEASURE - 18, after: 3 }, item);
    item.end();
  }
  list.end();
  pdf.down(6);
  pdf.write("P", consent, { size: 9, after: 10 });
}

/** A table without entries: its heads are read out, its lines are drawn. */
function writeLines(pdf: PdfWriter): void {
  const table = pdf.group("Table");
  const heads = pdf.group("TR", table);
  const { y } = pdf.doc;
  for (const [index, { heading, share }] of COLUMNS.entries()) {
    pdf.doc.y = y;
    pdf.write(
      "TH",
      heading,
      { size: 9, isBold: true, x: leftOf(index) + 3, width: share * MEASURE - 6 },
      heads,
    );
  }
  heads.end();
  table.end();
  const top = pdf.doc.y + 3;
  const rows = Math.floor((FLOOR - top) / ROW);
  pdf.decorate(() => {
    const { doc } = pdf;
    doc.strokeColor(COLOURS.line).lineWidth(0.8);
    for (let row = 0; row <= rows; row += 1)
      doc.moveTo(SHEET.left, top + row * ROW).lineTo(SHEET.left + MEASURE, top + row * ROW);
    for (let column = 0; column <= COLUMNS.length; column += 1)
      doc.moveTo(leftOf(column), top).lineTo(leftOf(column), top + rows * ROW);
    doc.stroke();
  });
  pdf.doc.y = top + rows * ROW;
}

function leftOf(column: number): number {
  return SHEET.left + MEASURE * COLUMNS.slice(0, column).reduce((sum, { share }) => sum + share, 0);
}
