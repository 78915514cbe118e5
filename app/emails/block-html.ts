import type { Block, MailLink, MailRow } from "./blocks.ts";
import { type Html, html } from "./html.ts";
import { plainLine } from "./plain-line.ts";
import { pointsHtml, wordsHtml } from "./words-html.ts";

/**
 * One block as rows of HTML that stand in Outlook, in a phone 320 pixels wide and without pictures. The inline
 * styles are the light colours; the classes are what the layout's dark colours hold on to.
 */
export function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "heading":
      return html`<h1 class="ink" style="margin:0 0 14px;font-size:25px;line-height:1.25;font-weight:bold;color:#221a2c">${plainLine(block.text)}</h1>`;
    case "subheading":
      return html`<h2 class="ink" style="margin:26px 0 8px;font-size:19px;line-height:1.3;font-weight:bold;color:#221a2c">${plainLine(block.text)}</h2>`;
    case "paragraph":
      return block.quiet ? quietHtml(block.text, block.link) : paragraphHtml(block.text, block.link);
    case "button":
      return buttonHtml(block.link, block.showAddress ?? false);
    case "list":
      return listHtml(block.items);
    case "facts":
      return factsHtml(block.facts);
    case "table":
      return tableHtml(block.head, block.rows);
    case "words":
      return wordsHtml(block.spans, block.isQuotation);
    case "points":
      return pointsHtml(block.items, block.isNumbered);
  }
}

/** A link in the mail's colour. */
export function linkHtml({ label, url }: MailLink): Html {
  return html`<a href="${url}" class="link" style="color:#5b2382">${plainLine(label)}</a>`;
}

function paragraphHtml(text: string, link?: MailLink): Html {
  return html`<p class="ink" style="margin:0 0 18px;color:#221a2c">${plainLine(text)}${afterHtml(text, link)}</p>`;
}

function quietHtml(text: string, link?: MailLink): Html {
  return html`<p class="soft" style="margin:0 0 14px;font-size:15px;color:#5d5468">${plainLine(text)}${afterHtml(text, link)}</p>`;
}

function afterHtml(text: string, link?: MailLink): Html {
  if (!link) return html``;
  return html`${text === "" ? "" : " "}${linkHtml(link)}`;
}

function buttonHtml({ label, url }: MailLink, showAddress: boolean): Html {
  const address = html`<p class="soft" style="margin:0 0 18px;font-size:15px;color:#5d5468">If the button does not work, open this address:<br><a href="${url}" class="link" style="color:#5b2382;word-break:break-all">${url}</a></p>`;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 16px"><tr><td class="button" align="center" bgcolor="#5b2382" style="background:#5b2382;border-radius:9px;mso-padding-alt:14px 22px"><a href="${url}" class="button" style="display:inline-block;padding:14px 22px;border-radius:9px;background:#5b2382;color:#ffffff;font-weight:bold;text-decoration:none">${plainLine(label)}</a></td></tr></table>${showAddress ? address : html``}`;
}

function listHtml(items: readonly string[]): Html {
  const points = items.map(
    (item) => html`<li style="margin:0 0 6px;padding-left:4px">${plainLine(item)}</li>`,
  );
  return html`<ol class="ink" style="margin:0 0 18px 26px;padding:0;color:#221a2c">${points}</ol>`;
}

function factsHtml(pairs: readonly (readonly [string, string])[]): Html {
  const rows = pairs.map(
    ([label, value]) =>
      html`<tr><th scope="row" align="left" valign="top"${isShort(label) ? NOWRAP : html``} class="soft" style="padding:3px 16px 3px 0;font-weight:normal;color:#5d5468">${plainLine(label)}</th><td valign="top" class="ink" style="padding:3px 0;font-weight:bold;color:#221a2c;word-break:break-word;overflow-wrap:anywhere"><bdi>${plainLine(value)}</bdi></td></tr>`,
  );
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" class="facts" style="margin:0 0 18px;border-left:4px solid #5b2382"><tr><td style="padding:4px 0 4px 14px"><table cellpadding="0" cellspacing="0" border="0" style="font-size:17px">${rows}</table></td></tr></table>`;
}

/** Short enough to stand on one line beside its value on a phone. */
function isShort(label: string): boolean {
  return label.length <= 14;
}

const NOWRAP = html` nowrap="nowrap"`;

function tableHtml(head: MailRow, rows: readonly MailRow[]): Html {
  const heads = head.map(
    (text, column) =>
      html`<th scope="col" align="${column === 0 ? "left" : "right"}" valign="bottom" class="ink line" style="padding:8px 0 8px ${indent(column)};border-bottom:2px solid #e4dccf;color:#221a2c">${plainLine(text)}</th>`,
  );
  const padding = rows.length > LONG_TABLE ? 4 : 8;
  const bodies = rows.map((row, index) => rowHtml(row, index === rows.length - 1, padding));
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 22px;border-collapse:collapse;font-size:16px;line-height:1.4"><thead><tr>${heads}</tr></thead><tbody>${bodies}</tbody></table>`;
}

/** Rows from which on they stand closer together: read as a list, not at a glance. */
const LONG_TABLE = 12;

function rowHtml([name, ...figures]: MailRow, isLast: boolean, padding: number): Html {
  const border = isLast ? "" : ";border-bottom:1px solid #e4dccf";
  const cells = figures.map(
    (figure) =>
      html`<td align="right" valign="top"${NOWRAP} class="ink line" style="padding:${padding}px 0 ${padding}px ${indent(1)};white-space:nowrap;color:#221a2c${border}">${figure}</td>`,
  );
  return html`<tr><th scope="row" align="left" valign="top" class="ink line" style="padding:${padding}px 0;font-weight:normal;color:#221a2c;overflow-wrap:anywhere${border}">${plainLine(name)}</th>${cells}</tr>`;
}

function indent(column: number): string {
  return column === 0 ? "0" : "12px";
}
