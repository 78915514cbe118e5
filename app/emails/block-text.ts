import type { Block, MailLink, MailRow, MailSpan } from "./blocks.ts";
import { plainLine } from "./plain-line.ts";

const COLUMNS = 72;

/** One block as plain text: lines of at most 72 characters, save addresses, which are never broken. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return underlined(block.text, "=");
    case "subheading":
      return underlined(block.text, "-");
    case "paragraph":
      return block.link ? linkedText(block.text, block.link) : wrap(block.text);
    case "button":
      return `${wrap(`${plainLine(block.link.label)}:`)}\n${block.link.url}`;
    case "list":
      return block.items.map((item, index) => listed(item, `${index + 1}. `)).join("\n");
    case "facts":
      return block.facts
        .map(([label, value]) => wrap(`${plainLine(label)}: ${plainLine(value)}`, "  "))
        .join("\n");
    case "table":
      return tableText([block.head, ...block.rows]);
    case "words":
      return wordsText(block.spans, block.isQuotation ? "> " : "");
    case "points":
      return block.items
        .map((item, index) => pointText(item, block.isNumbered ? `${index + 1}. ` : "- "))
        .join("\n");
  }
}

/** Text broken between words into lines of at most 72 characters, each after `margin`; a longer word stays whole. */
export function wrap(text: string, margin = ""): string {
  const lines: string[] = [];
  let words: string[] = [];
  let columns = margin.length;
  for (const word of plainLine(text).split(" ")) {
    const wordColumns = [...word].length;
    if (words.length > 0 && columns + 1 + wordColumns > COLUMNS) {
      lines.push(words.join(" "));
      words = [];
      columns = margin.length;
    }
    columns += wordColumns + (words.length > 0 ? 1 : 0);
    words.push(word);
  }
  return [...lines, words.join(" ")].map((each) => `${margin}${each}`).join("\n");
}

/** A point of a list: its number stands out to the left of its lines. */
function listed(item: string, number: string): string {
  const margin = " ".repeat(number.length);
  return `${number}${wrap(item, margin).slice(margin.length)}`;
}

/** Somebody else's words in their own lines; where they lead stands below, an address on each line. */
function wordsText(spans: readonly MailSpan[], margin: string): string {
  const lines = spans
    .map(spanText)
    .join("")
    .split("\n")
    .map((line) => wrap(line, margin));
  return [...lines, ...addresses(spans)].join("\n");
}

function pointText(spans: readonly MailSpan[], mark: string): string {
  return [listed(spans.map(spanText).join(""), mark), ...addresses(spans)].join("\n");
}

/** A page by its words, or by its host and path where those are all its words; an e-mail address in full. */
function spanText({ text, href }: MailSpan): string {
  if (href === undefined) return text;
  if (!href.startsWith("mailto:")) return text.replace(/^https?:\/\//, "");
  const address = href.slice("mailto:".length);
  return address === text ? text : `${text} (${address})`;
}

function addresses(spans: readonly MailSpan[]): string[] {
  return spans.flatMap(({ href }) => (href === undefined || href.startsWith("mailto:") ? [] : [href]));
}

/** A sentence, the link's words and, on a line of its own, the link's address. */
export function linkedText(text: string, { label, url }: MailLink): string {
  const words = plainLine(`${text} ${label}`).replace(/[.:]$/, "");
  return `${wrap(`${words}:`)}\n${url}`;
}

function underlined(text: string, rule: string): string {
  const lines = wrap(text);
  const longest = Math.max(...lines.split("\n").map((line) => [...line].length));
  return `${lines}\n${rule.repeat(longest)}`;
}

function tableText(rows: readonly MailRow[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => plainLine(row[column] ?? "").length)),
  );
  const figuresWidth = widths.slice(1).reduce((sum, width) => sum + width + 3, 0);
  const nameWidth = Math.min(widths[0] ?? 0, COLUMNS - figuresWidth);
  const [head, ...body] = rows.map(([name, ...figures]) => {
    const figureText = figures
      .map((figure, index) => `   ${figure.padStart(widths[index + 1] ?? 0)}`)
      .join("");
    return `${clip(plainLine(name), nameWidth).padEnd(nameWidth)}${figureText}`;
  });
  return [head, "-".repeat(nameWidth + figuresWidth), ...body].join("\n");
}

function clip(name: string, width: number): string {
  return name.length <= width ? name : `${name.slice(0, width - 1)}…`;
}
