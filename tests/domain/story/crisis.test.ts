import { expect, test } from "vitest";
import { findCrisis } from "#app/domain/story/crisis.ts";

test.each([
  ["She said she wants to die.", "suicide"],
  ["He tried to kill himself in the school toilets last week.", "suicide"],
  ["I can't go on like this any more, I don't want to be here.", "suicide"],
  ["My son told me he wished he was dead.", "suicide"],
  ["She took an overdose on Sunday.", "suicide"],
  ["She is self-harming every night.", "self_harm"],
  ["he bangs his head against the wall and cuts his arms", "self_harm"],
  ["My ex hits the kids and nobody believes us.", "violence_at_home"],
  ["He is scared to go home.", "child_in_danger"],
  ["We fled because of domestic abuse and live in a refuge.", "violence_at_home"],
  ["She told me that the driver touched her there.", "abuse"],
  ["He’s got a knife and is threatening to kill me", "child_in_danger"],
])("“%s” shows help and is read first", (text, danger) => {
  const crisis = findCrisis(text);
  expect(crisis.dangers).toContain(danger);
  expect(crisis).toMatchObject({ showHelp: true, isUrgent: true });
});

test.each([
  "Two years ago she was suicidal. She is safe now.",
  "When I was a child my dad hit me, long ago.",
  "In 2019 he self-harmed. He is better now.",
])("“%s” shows help and need not be read first", (text) => {
  expect(findCrisis(text)).toMatchObject({ showHelp: true, isUrgent: false });
});

test.each([
  "He has never self-harmed and is a happy boy.",
  "She is not suicidal, she is sad.",
  "I was dying to tell them. The council abuses its power and kills time.",
  "The deadline passed. We were cut off. He beat me at chess.",
  "The phone died, the tribunal was a suicide mission.",
  "Self-employed parents cannot attend at noon.",
])("“%s” is no sign of danger", (text) => {
  expect(findCrisis(text)).toEqual({ dangers: [], passages: [], showHelp: false, isUrgent: false });
});

test("what was over and goes on again is urgent", () => {
  expect(findCrisis("Two years ago she cut herself. She still cuts herself every week.").isUrgent).toBe(true);
});

test("passages stand where their words are", () => {
  const text = "At night he says that he wants to die.";
  const [passage] = findCrisis(text).passages;
  expect(text.slice(passage?.start, passage?.end)).toMatch(/to die$/);
});
