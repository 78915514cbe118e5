import type { MailSpan } from "./blocks.ts";
import { type Html, html } from "./html.ts";
import { plainLine } from "./plain-line.ts";

/** A paragraph of somebody else's text; a quotation in it stands behind a line. */
export function wordsHtml(spans: readonly MailSpan[], isQuotation: boolean): Html {
  const set = spans.map(spanHtml);
  return isQuotation
    ? html`<blockquote class="ink facts" style="margin:0 0 18px;padding:2px 0 2px 14px;border-left:4px solid #5b2382;color:#221a2c">${set}</blockquote>`
    : html`<p class="ink" style="margin:0 0 18px;color:#221a2c">${set}</p>`;
}

/** A list in it. */
export function pointsHtml(items: readonly (readonly MailSpan[])[], isNumbered: boolean): Html {
  const points = items.map(
    (item) => html`<li style="margin:0 0 6px;padding-left:4px">${item.map(spanHtml)}</li>`,
  );
  return isNumbered
    ? html`<ol class="ink" style="margin:0 0 18px;padding:0 0 0 26px;color:#221a2c">${points}</ol>`
    : html`<ul class="ink" style="margin:0 0 18px;padding:0 0 0 26px;color:#221a2c">${points}</ul>`;
}

function spanHtml({ text, isStrong = false, isSoft = false, href, where }: MailSpan): Html {
  const lines = text.split("\n").map((line, index) => html`${index === 0 ? "" : BREAK}${inLine(line)}`);
  const set = isStrong ? html`<b>${lines}</b>` : isSoft ? html`<em>${lines}</em>` : html`${lines}`;
  if (href === undefined) return set;
  const host = where === undefined ? html`` : html` (<bdi>${where}</bdi>)`;
  return html`<a href="${href}" class="link" style="color:#5b2382;overflow-wrap:anywhere">${set}</a>${host}`;
}

const BREAK = html`<br>`;

/** One line without marks that are not seen; the blanks at its ends part it from its neighbours. */
function inLine(text: string): string {
  const [, before = ""] = /^(\s*)/.exec(text) ?? [];
  const [, after = ""] = /(\s*)$/.exec(text) ?? [];
  const line = plainLine(text);
  if (line === "") return before === "" ? "" : " ";
  return `${before === "" ? "" : " "}${line}${after === "" ? "" : " "}`;
}
