import { expect, test } from "vitest";
import { findMarks } from "#app/domain/story/marks.ts";

/** What is marked in a text, as "kind: words". */
function marked(text: string): string[] {
  return findMarks(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

test.each([
  ["In St Joseph's R.C. Primary they say he is naughty.", "St Joseph's R.C. Primary"],
  [
    "The new head of Bishop Latimer C.E. (VA) Primary School rang.",
    "Bishop Latimer C.E. (VA) Primary School",
  ],
  ["his school (st oswalds c of e) cant give his medicine because no one is trained", "st oswalds c of e"],
  ["My friend goes to Mary Grey School for the Deaf and signs.", "Mary Grey School for the Deaf"],
  ["My pastor at Mount Zion Assembly came with me.", "Mount Zion Assembly"],
  ["i was sat outside the elms in my car again", "the elms"],
  ["he got kicked out of bramcote for nothing at all", "bramcote"],
  ["We asked Harris Academy Peckham and they said no.", "Harris Academy Peckham"],
  ["His school is called Two Mile Hill and it is kind.", "Two Mile Hill"],
  ["WHY WILL NOBODY LISTEN TO US. HE WAS AT THE WILLOWS BEFORE", "THE WILLOWS"],
])("a school is marked whole, however it is written: %s", (text, school) => {
  expect(marked(text)).toContain(`school: ${school}`);
});

test("a country is no school", () => {
  expect(marked("I am a mother from Poland and my son wants to go back to Poland.")).toEqual([]);
});

test.each([
  ["The plan will be final. A. Bellweather, Plan Coordinator.", "A. Bellweather"],
  ["it was mrs k hobbs who cried when he left", "mrs k hobbs"],
  ["found out cos the hv sue b told me in aldi", "sue b"],
  ["i only got one reply from some woman called jan, nobody else", "jan"],
  ["rang the office and asked for val again today", "val"],
  ["the council lost minhs file and never said", "minhs"],
  ["The child I look after, J, moved to me in winter.", "J"],
  ["I work with A, who cannot speak.", "A"],
])("somebody is marked with letters and surname, without capitals too: %s", (text, name) => {
  expect(marked(text)).toContain(`name: ${name}`);
});

test("letters of a plan are nobody", () => {
  expect(marked("The council will not change Section F, or Sections B, F and I, of plan B.")).toEqual([]);
});

test("a name and a school that were marked once are marked wherever they stand again", () => {
  const text =
    "My daughter is at Perry Wood Primary. Mrs Tranter runs it. anyone else at perrywood had tranters letters?";
  expect(marked(text)).toEqual(
    expect.arrayContaining([
      "school: Perry Wood Primary",
      "school: perrywood",
      "name: Mrs Tranter",
      "name: tranters",
    ]),
  );
});

test.each([
  ["He came round to 17 Clough Bottom Terrace, BD22 and left.", "postcode: BD22"],
  ["i will. my reg is ML15vbc come and sit with me", "vehicle: ML15vbc"],
  ["its all on www.facebook.com/groups/fight4us if you care", "link: www.facebook.com/groups/fight4us"],
  ["We live at number 14 down Acacia Road.", "street_address: number 14 down Acacia Road"],
  ["we are in flat 3b and hear it all", "street_address: flat 3b"],
  ["His NHS number is 999 453 3313 on the letter.", "nhs_number: 999 453 3313"],
  ["The Ombudsman wrote back under 23 004 567 last week.", "case_reference: 23 004 567"],
  ["my case number is four five six one two", "case_reference: four five six one two"],
  ["police log 457 of 12/03 says so", "case_reference: 457 of 12/03"],
  ["dob 7 4 15 if that helps", "date: 7 4 15"],
])("numbers and addresses are marked as people type them: %s", (text, mark) => {
  expect(marked(text)).toContain(mark);
});

test("an NHS number with a slip in it says so more softly", () => {
  const [wrong] = findMarks("His NHS number is 999 453 3313 on the letter.");
  const [right] = findMarks("His NHS number is 999 453 3312 on the letter.");
  expect(wrong?.why).toMatch(/slip/);
  expect(right?.why).not.toMatch(/slip/);
});

test.each([
  "She is its only wheelchair user, and they know her.",
  "We are the only black family in the village.",
  "They are the only twins in year 4.",
  "I was the only deaf pupil in a sixth form on the island.",
  "My husband is the village vicar and everyone knows us.",
  "It is a school of 23 children.",
  "Nobody else in the village speaks Tigrinya.",
  "One of three children in Wales has it.",
])("what makes one family out of many is marked: %s", (text) => {
  expect(marked(text).some((mark) => mark.startsWith("rare_combination: "))).toBe(true);
});

test.each([
  "The only person in the room who listened was the clerk. It was the only way.",
  "We waited 143 weeks. They spent £31,000 on barristers and 28000 pounds on a logo.",
  "Section 42 of the Children and Families Act 2014 is clear, and so is paragraph 9.63.",
  "Ring 0808 800 3333 or 116 123 if you need somebody. It is 2022/23 all over again.",
  "May we see the reports first? We may not. Will the review be late? It will.",
])("what leads to nobody stays unmarked: %s", (text) => {
  expect(marked(text)).toEqual([]);
});

test("lines cut at a width are read as one", () => {
  const text =
    "We have now waited for more than a year, and so at last Perry\nWood Primary School wrote to us.";
  expect(marked(text)).toContain("school: Perry\nWood Primary School");
});
