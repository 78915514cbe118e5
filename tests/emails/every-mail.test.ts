import { expect, test } from "vitest";
import { DEMONSTRATION_BAND } from "#app/emails/layout.ts";
import { NOTHING_TYPED } from "./account-samples.ts";
import { answerMails } from "./answer-samples.ts";
import { SITE } from "./sample-site.ts";
import { everyMail } from "./samples.ts";

const HOSTILE = `</p><script>alert("1")</script>\r\nBcc: everyone@example.org\u202e & 'x'`;

test("every mail is a British English document that loads nothing from anywhere", () => {
  for (const [name, { html }] of everyMail()) {
    expect(html, name).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(html, name).not.toMatch(/<img|<script|<link|<iframe|src=|url\(|@import/);
    expect(html, name).toContain("max-width:600px");
    expect(html, name).toContain("prefers-color-scheme:dark");
    expect(html.match(/<h1/g), name).toHaveLength(1);
  }
});

test("every table is there for layout, or has headings that say of what; nothing needs more than Word can set", () => {
  for (const [name, { html }] of everyMail()) {
    const tables = html
      .replace(/<!--.*?-->/gs, "")
      .split(/(?=<table)/)
      .slice(1);
    for (const table of tables) {
      const isLayout = /^<table[^>]*role="presentation"/.test(table);
      expect(isLayout !== /<th\b[^>]*scope="(?:row|col)"/.test(table), `${name}: ${table.slice(0, 80)}`).toBe(
        true,
      );
      expect(table, name).toMatch(/^<table[^>]* cellpadding="0" cellspacing="0" border="0"/);
    }
    expect(html, name).not.toMatch(/display:(?:flex|grid)|position:|float:|background-image|calc\(|var\(/);
    expect(html, name).toMatch(/<!--\[if mso\]><table[^>]* width="600"/);
  }
});

test("every mail has one line as its subject and says who runs the site", () => {
  for (const [name, { subject, text, html }] of everyMail({ campaignTitle: HOSTILE })) {
    expect(subject, name).not.toMatch(/[\p{Cc}\u202e]/u);
    expect([...subject].length, name).toBeLessThanOrEqual(140);
    for (const part of [text.replaceAll("\n", " "), html]) {
      expect(part, name).toContain("Hear Hear is run by Hear Hear Trust");
      expect(part, name).toContain(SITE.operatorContact);
    }
  }
});

test("what somebody typed is text and never markup or a control character", () => {
  for (const [name, { text, html }] of everyMail({ campaignTitle: HOSTILE })) {
    expect(html, name).not.toContain("<script");
    expect(html, name).not.toContain("\u202e");
    if (!NOTHING_TYPED.includes(name)) expect(html, name).toContain("&#60;script&#62;");
    expect(text, name).not.toMatch(/[\r\u202e]/);
  }
});

test("the text part has 72 columns, save for addresses", () => {
  for (const [name, { text }] of everyMail()) {
    for (const line of text.split("\n")) {
      if (!line.startsWith("https://")) expect([...line].length, `${name}: ${line}`).toBeLessThanOrEqual(72);
    }
  }
});

test("text and HTML hold the same addresses", () => {
  for (const [name, { text, html }] of everyMail()) {
    const linked = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]);
    const written = [...text.matchAll(/^https:\S+$/gm)].map((match) => match[0]);
    expect([...new Set(linked)].sort(), name).toEqual([...new Set(written)].sort());
    expect(linked.length, name).toBeGreaterThan(0);
  }
});

test("only mail of the demonstration carries its band, in both parts", () => {
  for (const [name, { text, html }] of everyMail({ site: { ...SITE, demonstration: true } })) {
    expect(text.startsWith(`*** ${DEMONSTRATION_BAND} ***\n`), name).toBe(true);
    expect(html, name).toContain(DEMONSTRATION_BAND);
  }
  for (const [name, { text, html }] of everyMail()) {
    expect(text + html, name).not.toContain("Demonstration");
  }
});

test("no mail shouts or asks to share", () => {
  for (const [name, { subject, text }] of everyMail()) {
    expect(`${subject}\n${text}`, name).not.toMatch(/!|\bshare\b|\bdonate\b|\bfriends?\b/i);
  }
});

test("mails about an answer name a campaign in a subject as short as a list of mails shows", () => {
  const campaignTitle =
    "Show every month how long children wait for special educational needs help everywhere";
  for (const [name, { subject, text }] of answerMails({ site: SITE, campaignTitle })) {
    expect([...subject].length, name).toBeLessThanOrEqual(78);
    expect(text.replaceAll("\n", " "), name).toContain(campaignTitle);
  }
});
