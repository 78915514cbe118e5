import { assert, constantFrom, oneof, property, record, string } from "fast-check";
import { expect, test } from "vitest";
import { button, facts, heading, paragraph } from "#app/emails/blocks.ts";
import { type RenderedMail, renderMail } from "#app/emails/layout.ts";
import { setOnce } from "#app/emails/set-once.ts";
import { SITE } from "./sample-site.ts";

type Say = (name: "name" | "url") => string;

const LONG = "Wolfeschlegelsteinhausenbergerdorff Ann Example of a house with a long name";

function setInBlocks({ title }: { title: string }, say: Say): RenderedMail {
  return renderMail({
    site: SITE,
    subject: `About ${title}`,
    blocks: [
      heading("A heading"),
      paragraph(`You asked to sign “${title}”.`),
      facts([["Name", say("name")]]),
      button("Open", say("url"), true),
    ],
    foot: { text: title },
  });
}

function setInSentence({ title }: { title: string }, say: Say): RenderedMail {
  return renderMail({
    site: SITE,
    subject: title,
    blocks: [
      heading("A heading"),
      paragraph(`We were told, and it was some time ago, by ${say("name")} that this is so.`, {
        label: "Open",
        url: say("url"),
      }),
    ],
    foot: { text: title },
  });
}

test("a mail that is filled in is byte for byte the mail that is set for one", () => {
  const typed = oneof(
    string({ unit: "grapheme" }),
    constantFrom("Ann Example", "O'Brien & <b>", "", " ", "a  b", LONG, "\ue000", "\ue001".repeat(50), "$&"),
  );
  const url = constantFrom("https://a.example.org/x", `https://a.example.org/${"x".repeat(90)}?a=1&b='2'`);
  for (const set of [setInBlocks, setInSentence]) {
    const fill = setOnce(["name", "url"], set);
    assert(
      property(record({ title: typed, name: typed, url }), ({ title, ...own }) => {
        expect(fill({ title }, own)).toEqual(set({ title }, (name) => own[name]));
      }),
    );
  }
});

test("what is the same for all is set once, however many there are", () => {
  let times = 0;
  const fill = setOnce(["name", "url"], (shared: { title: string }, say) => {
    times += 1;
    return setInBlocks(shared, say);
  });
  for (let person = 0; person < 50; person += 1)
    for (const title of ["One", "Two"])
      fill({ title }, { name: `Person ${person}`, url: `https://a.test/${person}` });
  const timesForForms = times;
  fill({ title: "One" }, { name: LONG, url: "https://a.test/" });
  expect([timesForForms, times]).toEqual([4, 5]);
});

test("a value in the midst of a sentence, which breaks its lines, is set for each", () => {
  let times = 0;
  const fill = setOnce(["name", "url"], (shared: { title: string }, say) => {
    times += 1;
    return setInSentence(shared, say);
  });
  for (const name of ["Ann", "Bartholomew Quillonda Vexbury"])
    expect(fill({ title: "One" }, { name, url: "https://a.test/" }).text.replaceAll("\n", " ")).toContain(
      name,
    );
  expect(times).toBe(4);
});
