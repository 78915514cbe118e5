import type { LetterSetting } from "../domain/campaign/text-content.ts";
import type { LetterRecipient } from "../domain/open-letter/letter-recipients.server.ts";
import type { PrintedName } from "../domain/open-letter/printed-names.server.ts";
import { writeNames } from "./pdf-names.server.ts";
import { COLOURS, MEASURE, type PdfWriter, SHEET, writePdf } from "./pdf-writer.server.ts";
import { qrCode } from "./qr-code.ts";

/** A campaign as it is handed over: its words, and everybody who put their name to it in public. */
export interface PrintedCampaign {
  title: string;
  bodyName: string;
  organiserName: string;
  why: string;
  asks: readonly { text: string }[];
  letter: LetterSetting;
  recipients: readonly LetterRecipient[];
  coSigners: readonly string[];
  /** How many have signed, in whole sentences: of which version, on paper, and by which day. */
  counted: readonly string[];
  names: AsyncIterable<readonly PrintedName[]>;
  /** How many show their name, and how many do not. */
  shownCount: number;
  otherCount: number;
  /** Words of its kind: "open letter". */
  kind: string;
  /** Its page and its short address, whole. */
  url: string;
  shortUrl: string;
  /** Its date in words, or blank. */
  dateline: string;
  printedAt: number;
  /** Said at the head where everything in it is invented. */
  notice: string;
}

/**
 * Writes the file that is handed over: A4, tagged, with its fonts. Names are written as they are read, a few at a time,
 * so that nobody else waits for long.
 */
export async function letterPdf(printed: PrintedCampaign): Promise<Buffer> {
  const { title, organiserName, shortUrl, printedAt } = printed;
  const foot = `${shorten(title, 70)}  ·  ${bare(shortUrl)}`;
  const pdf = writePdf({ title, author: organiserName, foot, createdAt: printedAt });
  writeHead(pdf, printed);
  writeWords(pdf, printed);
  await writeSigned(pdf, printed);
  writeEnd(pdf, printed);
  return pdf.end();
}

function writeHead(
  pdf: PdfWriter,
  { organiserName, kind, title, letter, ...printed }: PrintedCampaign,
): void {
  const isLetter = letter.salutation !== "";
  pdf.write("P", organiserName, { size: 15, isBold: true, colour: COLOURS.purple });
  pdf.write("P", `${kind} · ${bare(printed.url)}`, {
    ...{ size: 9, colour: COLOURS.soft, after: printed.notice === "" ? 22 : 4 },
  });
  if (printed.notice !== "") pdf.write("P", printed.notice, { size: 9, isBold: true, after: 18 });
  if (printed.dateline !== "") pdf.write("P", printed.dateline, { align: "right", after: 10 });
  writeRecipients(pdf, printed);
  pdf.write("H1", title, { size: isLetter ? 14 : 20, isBold: true, after: 10 });
  if (isLetter) pdf.write("P", ended(letter.salutation), { after: 8 });
}

function writeRecipients(
  pdf: PdfWriter,
  { recipients, bodyName }: Pick<PrintedCampaign, "recipients" | "bodyName">,
): void {
  const copies = recipients.filter(({ isCopy }) => isCopy);
  const addressed = recipients.filter(({ isCopy }) => !isCopy);
  const list = pdf.group("L");
  const heads = addressed.length === 0 ? [[bodyName]] : addressed.map(partsOf);
  for (const lines of heads) {
    const last = lines.length - 1;
    pdf.item(
      list,
      lines.map((text, index) => ({ text, style: { isBold: index === 0, after: index === last ? 6 : 0 } })),
    );
  }
  list.end();
  if (copies.length > 0) {
    const words = copies.map((copy) => partsOf(copy).join(", ")).join("; ");
    pdf.write("P", `${copies.length === 1 ? "Copy" : "Copies"} to ${words}`, {
      size: 9.5,
      colour: COLOURS.soft,
    });
  }
  pdf.down(14);
}

function writeWords(pdf: PdfWriter, { why, asks, letter, organiserName }: PrintedCampaign): void {
  const isLetter = letter.salutation !== "";
  for (const paragraph of paragraphsOf(why)) pdf.write("P", paragraph, { after: 7 });
  if (!/[:：]\s*$/.test(why)) pdf.write("P", "We ask:", { after: 5 });
  const list = pdf.group("L");
  const indent = 22;
  for (const [index, { text }] of asks.entries()) {
    const style = { x: SHEET.left + indent, width: MEASURE - indent };
    pdf.room(pdf.heightOf(text, style));
    const item = pdf.group("LI", list);
    const { y } = pdf.doc;
    pdf.write("Lbl", `${index + 1}.`, { isBold: true, width: indent }, item);
    pdf.doc.y = y;
    pdf.write("LBody", text, { ...style, after: 6 }, item);
    item.end();
  }
  list.end();
  pdf.room(60);
  pdf.down(8);
  if (isLetter && letter.close !== "") pdf.write("P", ended(letter.close), { after: 6 });
  pdf.write("P", isLetter ? organiserName : `Started by ${organiserName}`, { isBold: true, after: 16 });
}

async function writeSigned(pdf: PdfWriter, printed: PrintedCampaign): Promise<void> {
  const { coSigners, counted, names, shownCount, otherCount } = printed;
  pdf.room(90);
  pdf.write("H2", "Signed", { size: 14, isBold: true, colour: COLOURS.purple, after: 5 });
  for (const sentence of counted) pdf.write("P", sentence, { size: 10, after: 4 });
  if (coSigners.length > 0) {
    pdf.room(60);
    pdf.write("H3", "Organisations", { size: 11.5, isBold: true, after: 3 });
    const list = pdf.group("L");
    for (const organisation of coSigners) {
      pdf.room(18);
      pdf.item(list, [{ text: organisation, style: { size: 10.5, after: 2 } }]);
    }
    list.end();
    pdf.down(8);
  }
  if (shownCount > 0) {
    pdf.room(60);
    pdf.write("H3", "People", { size: 11.5, isBold: true, after: 5 });
  }
  const { leftOut } = await writeNames(pdf, names);
  pdf.down(8);
  for (const sentence of remainder(shownCount, otherCount, leftOut)) {
    pdf.room(16);
    pdf.write("P", sentence, { size: 10, after: 4 });
  }
}

function remainder(shown: number, others: number, leftOut: number): string[] {
  const and = shown > 0 ? "And " : "";
  const many = new Intl.NumberFormat("en-GB").format(others);
  return [
    ...(others > 0
      ? [`${and}${many} ${others === 1 ? "person who does" : "people who do"} not show their name.`]
      : []),
    ...(leftOut > 0
      ? [
          `${leftOut === 1 ? "One more name is" : `${leftOut} more names are`} written in letters that this file cannot show; the page below shows them.`,
        ]
      : []),
  ];
}

function writeEnd(pdf: PdfWriter, { shortUrl, kind }: PrintedCampaign): void {
  const side = 84;
  pdf.room(side + 30);
  pdf.down(12);
  const { y } = pdf.doc;
  pdf.qr(qrCode(shortUrl), { x: SHEET.left, y, side, alt: `QR code that opens ${shortUrl}` });
  const beside = { x: SHEET.left + side + 12, width: MEASURE - side - 12, size: 9.5 };
  pdf.doc.y = y + 12;
  pdf.write(
    "P",
    `Each name here was confirmed by e-mail by the person who gave it. Roles and organisations, where they stand, were checked.`,
    {
      ...beside,
      after: 3,
    },
  );
  pdf.write(
    "P",
    `The ${kind.toLowerCase()} as it stands today, and who has signed since: ${bare(shortUrl)}`,
    {
      ...beside,
      after: 3,
    },
  );
  pdf.write("P", `This is page ${pdf.pageCount()}, the last.`, { ...beside, colour: COLOURS.soft });
}

function partsOf({ name, role, organisation }: LetterRecipient): string[] {
  return [name, role, organisation].filter((part) => part !== "");
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/** A greeting or a close with its comma, unless it ends with a mark of its own. */
function ended(words: string): string {
  return /\p{P}$/u.test(words) ? words : `${words},`;
}

/** An address as it is read and typed. */
function bare(url: string): string {
  return url.replace(/^https?:\/\//, "");
}

function shorten(words: string, length: number): string {
  return words.length <= length ? words : `${words.slice(0, length - 1).trimEnd()}…`;
}
