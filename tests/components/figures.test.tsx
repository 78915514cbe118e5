import { expect, test } from "vitest";
import { AskList } from "#app/components/ask-list.tsx";
import { CampaignList } from "#app/components/campaign-card.tsx";
import { CountHeadline } from "#app/components/count-headline.tsx";
import { PlaceBars } from "#app/components/place-bars.tsx";
import { Progress } from "#app/components/progress.tsx";
import { ToldTable } from "#app/components/told-table.tsx";
import { htmlOf, tagWith } from "./html.ts";

test("the count is a number and a sentence", () => {
  expect(htmlOf(<CountHeadline count={1803} goal={2500} />)).toBe(
    '<p class="count"><b>1,803</b> <span>people have confirmed their signature. 2,500 is the next goal.</span></p>',
  );
  expect(htmlOf(<CountHeadline count={1} />)).toContain("person has confirmed their signature.");
  expect(htmlOf(<CountHeadline count={2500} goal={2500} />)).not.toContain("next goal");
  expect(htmlOf(<CountHeadline count={40} goal={50} isClosed />)).toContain("people signed.");
});

test("progress says its numbers and never passes its end", () => {
  const html = htmlOf(<Progress count={1803} goal={2500} />);
  expect(tagWith(html, "<svg")).toContain('role="img" aria-label="1,803 of 2,500"');
  expect(html).toContain('width="72.1%"');
  expect(tagWith(htmlOf(<Progress count={9000} goal={2500} />), "progress-won")).toContain('width="100%"');
});

test("places are a list with each number as text, and bars that a screen reader passes over", () => {
  const places = [
    { key: "a", name: "Marl & Hills", count: 200 },
    { key: "b", name: "Wyre <Chase>", count: 50, href: "/councils/wyre" },
  ];
  const html = htmlOf(<PlaceBars label="Signatures by council" places={places} />);
  expect(html).toContain("Marl &amp; Hills</span><b>200</b>");
  expect(html).toContain('<a href="/councils/wyre">Wyre &lt;Chase&gt;</a></span><b>50</b>');
  expect(html).toContain('width="25%"');
  for (const svg of html.match(/<svg[^>]*>/g) ?? []) expect(svg).toContain('aria-hidden="true"');
});

test("no figure carries an inline style, which the content policy would drop", () => {
  const html = [
    htmlOf(<Progress count={1} goal={2} />),
    htmlOf(<PlaceBars label="x" places={[{ key: "a", name: "A", count: 5 }]} />),
  ].join("");
  expect(html).not.toContain("style=");
});

test("the table of who was told has heads for rows and columns, and says each number in full on a phone", () => {
  const html = htmlOf(
    <ToldTable
      caption="Who has been told"
      rows={[
        {
          key: "1",
          who: "MP for Severnford",
          count: 1214,
          toldAt: Date.UTC(2026, 10, 12, 23, 30),
          fate: { words: "Delivered" },
        },
        {
          key: "2",
          who: "Councillor, Bedward",
          count: 38,
          isAtLeast: true,
          fate: { words: "Would be told" },
        },
      ]}
    />,
  );
  expect(html.match(/role="columnheader" scope="col"/g)).toHaveLength(4);
  expect(html.match(/role="rowheader" scope="row"/g)).toHaveLength(2);
  expect(html).toContain('1,214<span class="phone"> of their constituents have signed</span>');
  expect(html).toContain("at least 38");
  expect(html).toContain("12 November");
  expect(html).toContain("Not yet");
});

test("what became of each ask is said in words", () => {
  const html = htmlOf(
    <AskList
      asks={[
        { text: "Say sorry", outcome: "promised", when: "in May" },
        { text: "Publish a plan", outcome: "open" },
      ]}
    />,
  );
  expect(html).toContain('<span class="chip chip-ok">Promised in May</span>');
  expect(html).toContain('<span class="chip chip-waiting">Not answered</span>');
});

test("in a demonstration no ask is said to be not answered, for nobody was asked", () => {
  const html = htmlOf(<AskList asks={[{ text: "Publish a plan", outcome: "open" }]} isDemonstration />);
  expect(html).toContain('<span class="chip chip-waiting">Open</span>');
  expect(html).not.toContain("Not answered");
});

test("a list of campaigns links each title and says the count, and how many of them are from here", () => {
  const campaign = { href: "/petitions/a", title: "A & B", addressedTo: "Petition to a council" };
  const html = htmlOf(
    <CampaignList
      campaigns={[
        { ...campaign, count: 1803, goal: 2500, here: { count: 214, name: "Severnford" } },
        { ...campaign, href: "/petitions/b", count: 1, state: { words: "Closed" } },
      ]}
    />,
  );
  expect(html).toContain('<a href="/petitions/a">A &amp; B</a>');
  expect(html).toContain("1,803</b> signatures, 214 of them in Severnford");
  expect(html).toContain("1</b> signature ");
});
