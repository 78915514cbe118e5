import { expect, test } from "vitest";
import { type SecondLookSign, secondLookSigns } from "#app/domain/story/second-look.ts";
import { TOLD } from "#tests/story-factories.ts";

test.each<[string, SecondLookSign[]]>([
  ["The case officer Alison Thorpe never rang back.", ["named_officer"]],
  ["Mrs Thorpe at the council said no.", ["named_officer"]],
  ["The caseworker never rang back, and the council said no.", []],
  ["Our appeal is listed for June.", ["live_tribunal"]],
  ["We are waiting for the tribunal.", ["live_tribunal"]],
  ["We won at the tribunal two years ago.", []],
  ["He was held down by two adults and locked in a room.", ["abuse"]],
  ["There was a care order, and the family court said so.", ["court_case"]],
])("by its words %j two people look because of %j", (text, signs) => {
  expect(secondLookSigns({ ...TOLD, text }, [])).toEqual(signs);
});

test("by what was ticked or found two people look, and for self-harm alone they do not", () => {
  expect(secondLookSigns(TOLD, ["self_harm"])).toEqual([]);
  expect(secondLookSigns(TOLD, ["child_in_danger"])).toEqual(["abuse"]);
  expect(secondLookSigns({ ...TOLD, court: "not_sure", tribunal: "waiting" }, [])).toEqual([
    "court_case",
    "live_tribunal",
  ]);
  expect(secondLookSigns({ ...TOLD, easy: "Mrs Thorpe said no." }, [])).toEqual(["named_officer"]);
});
