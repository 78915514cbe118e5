import PDFDocument from "pdfkit";
import { addFonts, fontRuns, PLAIN_FONT } from "./pdf-fonts.server.ts";
import type { QrCode } from "./qr-code.ts";

/** A part of a document’s structure. */
export type PdfStructure = ReturnType<PDFKit.PDFDocument["struct"]>;

/** How a text is set; everything else goes on as it was. */
export interface TextStyle {
  size?: number;
  isBold?: boolean;
  colour?: string;
  align?: "left" | "right";
  /** Between lines, of its size. */
  leading?: number;
  /** Space left below it. */
  after?: number;
  x?: number;
  width?: number;
}

/** A text and how it is set. */
export interface PdfLine {
  text: string;
  style: TextStyle;
}

export const COLOURS = { ink: "#221a2c", soft: "#5d5468", purple: "#3d1459", line: "#b9afc4" } as const;

/** Measures of a sheet of A4 in points. */
export const SHEET = { width: 595.28, height: 841.89, left: 68, right: 68, top: 62, bottom: 70 } as const;
export const MEASURE = SHEET.width - SHEET.left - SHEET.right;
/** The last line that text may reach. */
export const FLOOR = SHEET.height - SHEET.bottom;

/** A tagged document in the making: what is written goes below what was written before, with its meaning. */
export interface PdfWriter {
  doc: PDFKit.PDFDocument;
  /** Writes under a tag of the document's structure, or of `parent`'s. */
  write(tag: string, text: string, style?: TextStyle, parent?: PdfStructure): void;
  /** A part of the structure that holds others, such as a list. Ended by the caller. */
  group(tag: string, parent?: PdfStructure): PdfStructure;
  /** Writes an item of a list, of one line or several. */
  item(list: PdfStructure, lines: readonly PdfLine[]): void;
  /** How high a text will be. */
  heightOf(text: string, style?: TextStyle): number;
  /** Goes to a new page unless there is so much room left. */
  room(height: number): void;
  down(height: number): void;
  qr(code: QrCode, at: { x: number; y: number; side: number; alt: string }): void;
  /** Draws what has no meaning, as a line or an edge. */
  decorate(draw: () => void): void;
  /** The finished file. */
  end(): Promise<Buffer>;
  pageCount(): number;
}

const LEADING = 0.28;
/** How thick the rim is that makes letters heavier, of their size. */
const RIM = 0.032;

interface About {
  title: string;
  author: string;
  /** At the foot of every page, with the page's number. */
  foot: string;
  createdAt: number;
}

/** Begins a document on A4: in English, titled, tagged as PDF/UA-1 asks, with the site's own letters in it. */
export function writePdf({ title, author, foot, createdAt }: About): PdfWriter {
  const created = new Date(createdAt);
  const doc = new PDFDocument({
    size: "A4",
    margins: SHEET,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    info: { Title: title, Author: author, Creator: "Hear Hear", CreationDate: created, ModDate: created },
    // No font but ours is in the file; the default one would be.
    font: "",
  });
  addFonts(doc);
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const root = doc.struct("Document", { lang: "en-GB" });
  doc.addStructure(root);
  let pageCount = 0;
  const inUse = { font: PLAIN_FONT, size: 11, colour: "#000" };
  doc.on("pageAdded", () => {
    pageCount += 1;
    drawFoot(doc, `${pageCount}  ·  ${foot}`);
    // A text may go on from the page before.
    doc.font(inUse.font).fontSize(inUse.size).fillColor(inUse.colour);
  });
  doc.addPage();

  function set(text: string, style: TextStyle): void {
    const {
      size = 11,
      leading = LEADING,
      isBold = false,
      colour = COLOURS.ink,
      align = "left",
      x,
      width,
    } = style;
    Object.assign(inUse, { size, colour });
    doc
      .fontSize(size)
      .fillColor(colour)
      .strokeColor(colour)
      .lineWidth(size * RIM);
    const runs = fontRuns(text);
    for (const [index, run] of runs.entries()) {
      const options = {
        align,
        width: width ?? MEASURE,
        lineGap: size * leading,
        fill: true,
        stroke: isBold,
        continued: index < runs.length - 1,
      };
      inUse.font = run.font;
      doc.font(run.font);
      if (index === 0) doc.text(run.text, x ?? SHEET.left, doc.y, options);
      else doc.text(run.text, options);
    }
  }

  function write(tag: string, text: string, style: TextStyle = {}, parent: PdfStructure = root): void {
    parent.add(doc.struct(tag, {}, () => set(text, style)));
    doc.y += style.after ?? 0;
  }

  function group(tag: string, parent: PdfStructure = root): PdfStructure {
    const made = doc.struct(tag);
    parent.add(made);
    return made;
  }

  return {
    doc,
    write,
    group,
    item(list, lines) {
      const item = group("LI", list);
      const [only, ...others] = lines;
      if (only && others.length === 0) write("LBody", only.text, only.style, item);
      else {
        const body = group("LBody", item);
        for (const { text, style } of lines) write("P", text, style, body);
        body.end();
      }
      item.end();
    },
    heightOf(text, { size = 11, leading = LEADING, width = MEASURE } = {}) {
      const [run] = fontRuns(text);
      doc.fontSize(size).font(run?.font ?? PLAIN_FONT);
      return doc.heightOfString(text, { width, lineGap: size * leading });
    },
    room(height) {
      if (doc.y + height > FLOOR) doc.addPage();
    },
    down(height) {
      doc.y += height;
    },
    qr(code, { x, y, side, alt }) {
      const dot = side / code.size;
      const draw = (): void => {
        doc.fillColor("#000");
        for (const bar of code.bars) doc.rect(x + bar.x * dot, y + bar.y * dot, bar.width * dot, dot);
        doc.fill();
      };
      root.add(doc.struct("Figure", { alt, ...{ bbox: [x, y, x + side, y + side] } }, draw));
    },
    decorate(draw) {
      doc.markContent("Artifact", { type: "Layout" });
      draw();
      doc.endMarkedContent();
    },
    pageCount: () => pageCount,
    end() {
      root.end();
      doc.appendXML(UNIVERSAL_ACCESS);
      return new Promise((resolve) => {
        doc.on("end", () => resolve(Buffer.concat(chunks)));
        doc.end();
      });
    },
  };
}

/** Says in the file what it keeps to. Source: ISO 14289-1, section 5. */
const UNIVERSAL_ACCESS = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `;

/** The ribbon at the head, number and title at the foot: on every page, and read out on none. */
function drawFoot(doc: PDFKit.PDFDocument, words: string): void {
  const { x, y } = doc;
  const { bottom } = doc.page.margins;
  doc.page.margins.bottom = 0;
  doc.markContent("Artifact", { type: "Pagination" });
  doc.rect(0, 0, SHEET.width, 4).fill(COLOURS.purple);
  doc.rect(0, 6, SHEET.width, 4).fill("#1d7a46");
  doc.font(PLAIN_FONT).fontSize(8).fillColor(COLOURS.soft);
  doc.text(words, SHEET.left, SHEET.height - 40, { lineBreak: false });
  doc.endMarkedContent();
  doc.page.margins.bottom = bottom;
  doc.x = x;
  doc.y = y;
}
