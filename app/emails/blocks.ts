/** A link that stands in a mail; the text part writes its address out in full. */
export type MailLink = { label: string; url: string };

/** One row of a table: its name first, then its figures as they are to be shown. */
export type MailRow = readonly [name: string, ...figures: string[]];

/** Words of somebody else's text, in one look. `\n` in them ends a line. `where` is the host that they lead to. */
export type MailSpan = { text: string; isStrong?: boolean; isSoft?: boolean; href?: string; where?: string };

/**
 * What a mail is made of. Each template says it once, as blocks; `renderMail` sets them as HTML and as plain
 * text, so the two parts cannot say different things.
 */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "subheading"; text: string }
  | { kind: "paragraph"; text: string; link?: MailLink; quiet?: boolean }
  | { kind: "button"; link: MailLink; showAddress?: boolean }
  | { kind: "list"; items: readonly string[] }
  | { kind: "facts"; facts: readonly (readonly [label: string, value: string])[] }
  | { kind: "table"; head: MailRow; rows: readonly MailRow[] }
  | { kind: "words"; spans: readonly MailSpan[]; isQuotation: boolean }
  | { kind: "points"; items: readonly (readonly MailSpan[])[]; isNumbered: boolean };

/** The first and largest line of a mail; each has one. */
export function heading(text: string): Block {
  return { kind: "heading", text };
}

/** Heads one part of a mail that has several. */
export function subheading(text: string): Block {
  return { kind: "subheading", text };
}

/** Sentences, with at most one link, which follows them. */
export function paragraph(text: string, link?: MailLink): Block {
  return { kind: "paragraph", text, link };
}

/** Sentences in smaller, softer type. */
export function note(text: string, link?: MailLink): Block {
  return { kind: "paragraph", text, link, quiet: true };
}

/** Points in their order, each with its number. */
export function list(items: readonly string[]): Block {
  return { kind: "list", items };
}

/** The one thing a mail asks its reader to do. `showAddress` also writes the address out below it. */
export function button(label: string, url: string, showAddress = false): Block {
  return { kind: "button", link: { label, url }, showAddress };
}

/** Short pairs such as a name and a postcode. */
export function facts(pairs: readonly (readonly [label: string, value: string])[]): Block {
  return { kind: "facts", facts: pairs };
}

/** Figures under headings; the first column is a name, all others are set to the right. */
export function table(head: MailRow, rows: readonly MailRow[]): Block {
  return { kind: "table", head, rows };
}

/** A paragraph of somebody else's text, with its links and emphasis. */
export function words(spans: readonly MailSpan[], isQuotation = false): Block {
  return { kind: "words", spans, isQuotation };
}

/** A list in it. */
export function points(items: readonly (readonly MailSpan[])[], isNumbered: boolean): Block {
  return { kind: "points", items, isNumbered };
}
