import { safeLink, saysWhere } from "../moderation/safe-link.ts";
import { withoutUnseen } from "../moderation/unseen-marks.ts";

/** Words of one look. `\n` in them ends a line. */
export interface Span {
  text: string;
  isStrong?: boolean;
  isSoft?: boolean;
  /** Where they lead; a web page or an e-mail address, nothing else. */
  href?: string;
  /** The host of that, where the words do not say it themselves. */
  where?: string;
}

/** What an update is made of. */
export type WordBlock =
  | { kind: "heading" | "paragraph" | "quotation"; spans: Span[] }
  | { kind: "list"; isNumbered: boolean; items: Span[][] };

/**
 * Reads the little Markdown that updates are written in: blank lines, `## ` headings, `- ` and `1. ` lists, `> `
 * quotations, **strong**, *soft*, [links](https://…) and bare addresses. Line breaks stay as they were typed, and
 * whatever is not understood stands as it was written. The page and the mail are both made of what this returns, so
 * that they cannot say different things.
 */
export function readWords(markdown: string): WordBlock[] {
  const blocks: WordBlock[] = [];
  for (const chunk of withoutUnseen(markdown).split(/\n[^\S\n]*\n/)) {
    let lines: Line[] = [];
    for (const line of chunk.split("\n").map(readLine)) {
      if (line.text === "" && line.kind === "paragraph") continue;
      const [first] = lines;
      if (first && !belongsTo(first, line)) {
        blocks.push(blockOf(first, lines));
        lines = [];
      }
      lines.push(line);
    }
    const [first] = lines;
    if (first) blocks.push(blockOf(first, lines));
  }
  return blocks;
}

/** The beginning of an update as plain words, for lists and previews: of its paragraphs alone. */
export function plainBeginning(markdown: string, length: number): string {
  const words = readWords(markdown)
    .flatMap((block) => (block.kind === "paragraph" ? [block.spans] : []))
    .map((spans) => spans.map(({ text }) => text).join(""))
    .join(" ")
    .replace(/\s+/g, " ");
  if (words.length <= length) return words;
  const cut = words.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2))} …`;
}

interface Line {
  kind: "heading" | "paragraph" | "quotation" | "point" | "number";
  text: string;
}

function readLine(line: string): Line {
  const trimmed = line.trim();
  const [, mark = "", rest = ""] = /^(#{1,6} |> ?|[-*•] |\d{1,3}[.)] )\s*(.*)$/.exec(trimmed) ?? [];
  if (mark.startsWith("#")) return { kind: "heading", text: rest.replace(/\s*#+$/, "") };
  if (mark.startsWith(">")) return { kind: "quotation", text: rest };
  if (/^\d/.test(mark)) return { kind: "number", text: rest };
  return mark === "" ? { kind: "paragraph", text: trimmed } : { kind: "point", text: rest };
}

/** A line without a mark goes on with whatever it follows, save a heading. */
function belongsTo(first: Line, { kind }: Line): boolean {
  if (first.kind === "heading") return false;
  return kind === first.kind || kind === "paragraph";
}

function blockOf(first: Line, lines: readonly Line[]): WordBlock {
  if (first.kind !== "point" && first.kind !== "number")
    return { kind: first.kind, spans: readSpans(lines.map(({ text }) => text).join("\n")) };
  const items: string[] = [];
  for (const { kind, text } of lines) {
    const last = items.pop();
    if (last === undefined) items.push(text);
    else if (kind === "paragraph") items.push(`${last} ${text}`);
    else items.push(last, text);
  }
  return { kind: "list", isNumbered: first.kind === "number", items: items.map(readSpans) };
}

/** Each in one step over the text: no mark stands within another, so nothing nests. */
const MARKED =
  /\[([^[\]\n]{1,200})\]\((\S{1,500}?)\)|\*\*([^*\s](?:[^*\n]{0,500}[^*\s])?)\*\*|(?<![\w*])\*([^*\s](?:[^*\n]{0,500}[^*\s])?)\*(?![\w*])|(?<!\w)_([^_\s](?:[^_\n]{0,500}[^_\s])?)_(?!\w)|(https?:\/\/[^\s<>()[\]"*]{1,500})/g;

function readSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKED)) {
    const span = spanOf(match);
    if (span === undefined) continue;
    if (match.index > from) spans.push({ text: text.slice(from, match.index) });
    spans.push(span);
    from = match.index + match[0].length;
    const rest = match[6] === undefined ? "" : match[6].slice(span.text.length);
    from -= rest.length;
  }
  if (from < text.length) spans.push({ text: text.slice(from) });
  return spans;
}

function spanOf([, words, url, strong, soft, softToo, bare]: RegExpMatchArray): Span | undefined {
  if (words !== undefined && url !== undefined) return linkSpan(words, url);
  if (strong !== undefined) return { text: strong, isStrong: true };
  const softened = soft ?? softToo;
  if (softened !== undefined) return { text: softened, isSoft: true };
  if (bare === undefined) return undefined;
  // What ends the sentence is no part of the address.
  const address = bare.replace(/[.,;:!?'’”]+$/, "");
  return linkSpan(address, address);
}

/** Only the words, where it leads nowhere that it may. */
function linkSpan(words: string, url: string): Span | undefined {
  const link = safeLink(url);
  if (!link) return undefined;
  return {
    text: words,
    href: link.href,
    ...(saysWhere(words, link) || words === url ? {} : { where: link.where }),
  };
}
