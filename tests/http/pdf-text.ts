import { inflateSync } from "node:zlib";

/** What a PDF says, as a program reads it: its words in the order they are drawn, and the objects of its structure. */
export interface PdfRead {
  text: string;
  pageCount: number;
  /** Kinds of elements in the structure, in the order of the file: "H1", "P", "LBody". */
  tags: string[];
  /** The file with its streams unpacked. */
  raw: string;
}

/** Reads a PDF as pdfkit writes it: texts in hexadecimal glyphs, each font with its table back to characters. */
export function readPdf(file: Buffer): PdfRead {
  const objects = objectsOf(file);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { body } of objects.values()) {
    const named = /\/Font <<([\s\S]*?)>>/.exec(body)?.[1] ?? "";
    for (const [, name = "", id = ""] of named.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.body ?? "")?.[1] ?? "";
      fonts.set(name, glyphsOf(objects.get(toUnicode)?.stream ?? ""));
    }
  }
  const pages = [...objects.values()].filter(({ body }) => /\/Type \/Page\n/.test(body));
  const contents = pages.map(
    ({ body }) => objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? "")?.stream ?? "",
  );
  return {
    text: contents.map((content) => textOf(content, fonts)).join("\n"),
    pageCount: pages.length,
    tags: [...objects.values()].flatMap(({ body }) => /\/S \/(\w+)/.exec(body)?.[1] ?? []),
    raw: [...objects.values()].map(({ body, stream }) => body + stream).join("\n"),
  };
}

function objectsOf(file: Buffer): Map<string, { body: string; stream: string }> {
  const text = file.toString("latin1");
  const objects = new Map<string, { body: string; stream: string }>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = "", whole = ""] = match;
    const [body = "", packed] = whole.split("\nstream\n");
    const bytes = Buffer.from((packed ?? "").replace(/\nendstream$/, ""), "latin1");
    const stream = body.includes("/FlateDecode")
      ? inflateSync(bytes).toString("latin1")
      : bytes.toString("latin1");
    objects.set(id, { body: `${body}\n`, stream });
  }
  return objects;
}

function glyphsOf(cmap: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, first = "", list = ""] of cmap.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [index, [, code = ""]] of [...list.matchAll(/<(\w*)>/g)].entries()) {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, "0");
      glyphs.set(glyph, Buffer.from(code, "hex").swap16().toString("utf16le"));
    }
  return glyphs;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const lines: string[] = [];
  let glyphs = fonts.get("F1");
  for (const [, font, shown = ""] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (font !== undefined) glyphs = fonts.get(font);
    else
      lines.push(
        [...shown.matchAll(/<(\w+)>/g)]
          .flatMap(([, run = ""]) => run.match(/.{4}/g) ?? [])
          .map((glyph) => glyphs?.get(glyph) ?? "�")
          .join(""),
      );
  }
  return lines.join("\n");
}
