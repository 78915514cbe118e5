/** Markup that is safe to send as it stands: only the `html` tag makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/**
 * Builds markup from a template in which every value is hostile: strings and numbers are escaped, for text and
 * for quoted attributes alike; only what another `html` template made passes as it is.
 */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const pieces = parts.map((part, index) => part + markupOf(values[index] ?? ""));
  return new Html(pieces.join(""));
}

type HtmlValue = string | number | Html | readonly Html[];

function markupOf(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (typeof value === "string" || typeof value === "number") return escaped(String(value));
  return value.map((item) => item.markup).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
