import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CampaignText } from "#app/components/markdown.tsx";

/** Every tag that may come out, written exactly so; outside tags there are no angle brackets. */
const TAG = [
  "</?(?:p|h3|h4|ul|ol|li|strong|em|blockquote|bdi)>",
  '<ol start="\\d{1,9}">',
  "<br/>",
  '<a href="(?:https?://|mailto:)[^"<>\\s]+" rel="nofollow ugc noopener">',
  "</a>",
].join("|");
const SAFE = new RegExp(`^(?:[^<>]|${TAG})*$`);
const UNSEEN = /[^\P{Cc}\n]|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;
/** What a form lets through at most, in characters. */
const MOST = 3000;

/** What Markdown, HTML and those who attack them are made of. */
const PIECES = [
  ..."*_`[]()<>!&~#>-+=|\\:\"' \t\n",
  "\n\n",
  "\n> ",
  "\n- ",
  "\n1. ",
  "\n    ",
  "\n```\n",
  "\n---\n",
  "](",
  "![",
  "[a]: ",
  "[^1]",
  "[^1]: ",
  "***",
  "<!--",
  "-->",
  "<script>",
  "</script>",
  "<img src=x onerror=alert(1)>",
  "<a href='javascript:alert(1)'>",
  "<svg/onload=alert(1)>",
  "<style>",
  "<![CDATA[",
  "<?",
  "javascript:alert(1)",
  "JaVaScRiPt&colon;alert(1)",
  "java\nscript:alert(1)",
  "data:text/html;base64,PHM+",
  "vbscript:x",
  "//evil.example",
  "/sign-in",
  "\\\\evil.example",
  "https://example.org",
  "https://gov.uk@evil.example/",
  "http://xn--80ak6aa92e.example",
  "https://аррӏе.example",
  "mailto:a@example.org?bcc=b@example.org",
  "<https://example.org>",
  "<a@example.org>",
  "&#x202e;",
  "&lt;script&gt;",
  "&#0;",
  "&#60;",
  "&quot;",
  "\u202e",
  "\u2066",
  "\u200f",
  "\u0000",
  "\ud800",
  ' "title" onmouseover=x',
  "'",
  "a",
  "Children",
  "ß",
  "שלום",
  "𝕏",
];

const anything = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((all) => all.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 900 }),
      )
      .map(([all, times]) => all.join("").repeat(times).slice(0, MOST)),
  },
);

test("whatever is typed, nothing but a few plain tags comes out, no attribute but a link's, and no unseen mark", () => {
  fc.assert(
    fc.property(anything, (markdown) => {
      const html = render(markdown);
      expect(html).toMatch(SAFE);
      expect(html).not.toMatch(UNSEEN);
      expect(depthOf(html)).toBeLessThan(40);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ["quotations", ">".repeat(MOST)],
  ["quotations with spaces", "> ".repeat(MOST / 2)],
  ["a thousand quotations over a thousand lines", `${">".repeat(1000)}a\n${"b\n".repeat(1000)}`],
  ["lists in one line", "1. ".repeat(MOST / 3)],
  ["lists in quotations in lists", "1. > - ".repeat(MOST / 7)],
  ["lists line by line", Array.from({ length: 70 }, (_, n) => `${" ".repeat(n)}- a`).join("\n")],
  ["emphasis", `${"*a **b ".repeat(214)}${" a** b*".repeat(214)}`],
  ["emphasis within bounds", `${"*a **b ".repeat(45)}${" a** b*".repeat(45)}`],
  ["stars", `${"*".repeat(1500)}a${"*".repeat(1500)}`],
  ["emphasis that never ends", "*a_ ".repeat(750)],
  ["brackets", "[".repeat(MOST)],
  ["links in links", `${"[".repeat(1000)}a${"](b)".repeat(500)}`],
  ["references", `${"[a]: b\n".repeat(200)}${"[a]".repeat(500)}`],
  ["definitions", '[a]:\n"'.repeat(500)],
  ["open comments", "<!--".repeat(750)],
  ["backticks", Array.from({ length: 76 }, (_, n) => "`".repeat(n)).join(" ")],
  ["headings", "a\n=\n".repeat(750)],
])("%s without end are shown in a moment and break nothing", (_what, markdown) => {
  render(markdown);
  const before = performance.now();
  const html = render(markdown);
  // Some forty milliseconds; the rest is room for a busy machine. Unbounded, these take seconds or overflow.
  expect(performance.now() - before).toBeLessThan(600);
  expect(depthOf(html)).toBeLessThan(40);
});

test.each([
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "&#106;avascript:alert(1)",
  "data:text/html,b",
  "vbscript:x",
  "//evil.example",
  "/sign-in",
  "https:evil.example",
  "https://gov.uk@evil.example/",
  "mailto:not-an-address",
  "tel:0123",
])("a link to %s is only its words", (url) => {
  expect(render(`[words](<${url}>)`)).toBe("<p>words</p>");
});

test("a link says where it goes, in the letters of the network, and not twice", () => {
  const rel = 'rel="nofollow ugc noopener"';
  expect(render('[the council](https://example.org/a "title")')).toBe(
    `<p><a href="https://example.org/a" ${rel}>the council</a> (<bdi>example.org</bdi>)</p>`,
  );
  expect(render("[gov.uk](https://evil.example)")).toContain("(<bdi>evil.example</bdi>)");
  expect(render("[apple](https://аррӏе.example)")).toContain("(<bdi>xn--");
  expect(render("[example.org](https://example.org/)")).not.toContain("bdi");
  expect(render("<https://example.org>")).not.toContain("bdi");
  expect(render("[us](mailto:a@example.org?bcc=b@example.org&body=x)")).toBe(
    `<p><a href="mailto:a@example.org" ${rel}>us</a> (<bdi>a@example.org</bdi>)</p>`,
  );
});

test("headings, lists, emphasis, quotations and line breaks come out as they were meant", () => {
  expect(render("# One\n\n## Two\n\n#### Four")).toBe("<h3>One</h3>\n<h3>Two</h3>\n<h4>Four</h4>");
  expect(render("3. a\n4. b\n   - c")).toMatch(/^<ol start="3">\s*<li>a<\/li>\s*<li>b\s*<ul>\s*<li>c<\/li>/);
  expect(render("> **so** _it_ was  \nsaid")).toMatch(
    /<blockquote>\s*<p><strong>so<\/strong> <em>it<\/em> was<br\/>\s*said/,
  );
  expect(render("`a` and ![a map](https://example.org/m.png)")).toBe("<p>a and a map</p>");
});

function render(markdown: string): string {
  return renderToStaticMarkup(<CampaignText markdown={markdown} />);
}

/** How many tags are open at once, at most. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, close] of html.matchAll(/<(\/?)[a-z0-9]+[^>]*?(\/?)>/g)) {
    if (close !== "") continue;
    depth += slash === "/" ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
