import { blockHtml, linkHtml } from "./block-html.ts";
import { blockText, linkedText, wrap } from "./block-text.ts";
import type { Block, MailLink } from "./blocks.ts";
import { type Html, html } from "./html.ts";
import { plainLine, subjectLine } from "./plain-line.ts";

/** A mail ready to go: always both a text and an HTML part that say the same. */
export type RenderedMail = { subject: string; text: string; html: string };

/** What every mail says of the site that sends it. `demonstration` and `example` put a band over it. */
export type MailSite = {
  siteName: string;
  operatorName: string;
  /** An address or a URL at which a person answers. */
  operatorContact: string;
  demonstration: boolean;
  /** Nothing that is sent: it shows what such a mail would look like, with invented numbers. */
  example?: boolean;
};

/** What a template hands over to be set. */
export type MailContent = {
  site: MailSite;
  subject: string;
  /** A line above the heading that says who is spoken to. */
  to?: string;
  blocks: readonly Block[];
  /** Why the reader gets this mail and how to stop it; stands in the foot. */
  foot: { text: string; links?: readonly MailLink[] };
};

/** The words over every mail of the demonstration. */
export const DEMONSTRATION_BAND = "Demonstration: invented people, nothing was sent";

/** The words over a mail that shows what one would look like. */
export const EXAMPLE_BAND = "An example: the numbers are invented, nothing was sent";

/**
 * Sets a mail as HTML and as text in the site's one layout: 600 pixels, tables and inline styles for old mail
 * programs, its own dark colours, and a foot that names who runs the site. Nothing in it loads from anywhere.
 */
export function renderMail(content: MailContent): RenderedMail {
  return { subject: subjectLine(content.subject), text: mailText(content), html: mailHtml(content).markup };
}

function mailText({ site, to, blocks, foot }: MailContent): string {
  const words = bandWords(site);
  const band = words ? [wrap(`*** ${words} ***`)] : [];
  const parts = [
    ...band,
    ...(to ? [wrap(to)] : []),
    ...blocks.map(blockText),
    ["-".repeat(72), wrap(foot.text), ...(foot.links ?? []).map((link) => linkedText("", link))].join("\n"),
    wrap(operatorSentence(site)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function mailHtml({ site, subject, to, blocks, foot }: MailContent): Html {
  const words = bandWords(site);
  const band = html`<tr><td class="band" align="center" bgcolor="#fdf0d8" style="padding:10px 16px;background:#fdf0d8;border-radius:12px 12px 0 0;font-size:15px;color:#6b4100">${words ?? ""}</td></tr>`;
  const addressed = html`<p class="soft" style="margin:0 0 18px;font-size:15px;color:#5d5468">${plainLine(to ?? "")}</p>`;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${subjectLine(subject)}</title>
${STYLE}
${OUTLOOK_STYLE}
</head>
<body class="page" style="margin:0;padding:0;background:#f4eff7;-webkit-text-size-adjust:100%">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4eff7" style="background:#f4eff7"><tr><td align="center" style="padding:20px 8px">
${OUTLOOK_OPEN}
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;background:#ffffff;border-radius:12px;font-family:Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5;color:#221a2c;text-align:left">
${words ? band : html``}
<tr><td class="pad" style="padding:28px 28px 10px;overflow-wrap:break-word">
${to ? addressed : html``}${blocks.map(blockHtml)}
</td></tr>
<tr><td class="pad soft line" style="padding:16px 28px 26px;border-top:1px solid #e4dccf;font-size:14px;color:#5d5468;overflow-wrap:break-word">
${footHtml(foot)}
<p style="margin:0">${plainLine(operatorSentence(site))}</p>
</td></tr>
</table>
${OUTLOOK_CLOSE}
</td></tr></table>
</body>
</html>
`;
}

/** The words over a mail of this site that nobody must take for real, if any. */
export function bandWords({ demonstration, example = false }: MailSite): string | undefined {
  if (example) return EXAMPLE_BAND;
  return demonstration ? DEMONSTRATION_BAND : undefined;
}

function footHtml({ text, links = [] }: MailContent["foot"]): Html {
  const listed = links.map((link, index) => html`${index === 0 ? " " : " · "}${linkHtml(link)}`);
  return html`<p style="margin:0 0 8px">${plainLine(text)}${listed}</p>`;
}

/** Who runs the site, and where a person answers: the end of every mail. */
export function operatorSentence({ siteName, operatorName, operatorContact }: MailSite): string {
  return `${siteName} is run by ${operatorName}. Write to us: ${operatorContact}`;
}

const STYLE = html`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.pad{padding-left:18px!important;padding-right:18px!important}}
@media (prefers-color-scheme:dark){
.page{background:#17131c!important}.card{background:#211b29!important}
.ink{color:#f3eef7!important}.soft{color:#b9aec4!important}.line{border-color:#3a3144!important}
.link{color:#cfa6f0!important}.button{background:#cfa6f0!important;color:#17131c!important}
.facts{border-color:#cfa6f0!important}.band{background:#35270f!important;color:#f2b866!important}
}
</style>`;

/** Word, which sets mail in Outlook, hands no font on into tables. */
const OUTLOOK_STYLE = html`<!--[if mso]><style>body,table,td,th,p,a,li,h1,h2{font-family:Arial,Helvetica,sans-serif!important}table{border-collapse:collapse}</style><![endif]-->`;
const OUTLOOK_OPEN = html`<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`;
const OUTLOOK_CLOSE = html`<!--[if mso]></td></tr></table><![endif]-->`;
