/** More than a campaign may say; what is longer was not typed into one of our forms. */
const LONGEST = 20_000;
/** Quotations and lists that begin in one line: more than four within each other is not for reading. */
const NESTED = 4;
/** Columns that a line may be set in by, in all: what nests by the lines above it. */
const SET_IN = 12;
/** Signs that may mean something inside a line; a text with more than three hundred is not Markdown. */
const SIGNS = 300;

const BEGINS_QUOTATION_OR_ITEM = /^(?:>|[-+*](?= )|\d{1,9}[.)](?= ))/;
const UNDERLINE_OR_RULE = /^ *(?:=+|-+|(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,}) *$/;

/**
 * Markdown that is read quickly and nests little, whatever was typed: reading it takes time that grows with its
 * length alone, and what it becomes is a dozen levels deep at most. Undefined for what is to be shown as it stands.
 */
export function boundMarkdown(source: string): string | undefined {
  if ((source.match(/[*_`[\]<!&~\\]/g) ?? []).length > SIGNS) return undefined;
  return source
    .slice(0, LONGEST)
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", "    ")
    .replace(/([*_])\1{3,}/g, "$1$1$1")
    .split("\n")
    .map(boundLine)
    .join("\n");
}

/** A line with few levels at its front. One that would underline a heading or be a rule is blank: neither is shown. */
function boundLine(line: string): string {
  if (UNDERLINE_OR_RULE.test(line)) return "";
  let front = "";
  let rest = line;
  let room = SET_IN;
  for (let level = 0; level <= NESTED; level += 1) {
    const spaces = rest.length - rest.trimStart().length;
    const kept = Math.min(spaces, room);
    room -= kept;
    front += " ".repeat(kept);
    rest = rest.slice(spaces);
    const begin = BEGINS_QUOTATION_OR_ITEM.exec(rest)?.[0];
    if (begin === undefined) return front + rest;
    if (level === NESTED) break;
    front += begin;
    rest = rest.slice(begin.length);
  }
  return front + rest.replace(/^(\d*)([>\-+*.)])/, "$1\\$2");
}
