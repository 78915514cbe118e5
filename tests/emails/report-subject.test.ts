import fc from "fast-check";
import { expect, test } from "vitest";
import { reportSubject } from "#app/emails/report-subject.ts";
import { reportItem } from "./report-props.ts";

test("a subject says how many, where, about what and what it was", () => {
  expect(reportSubject(reportItem({ areaName: "Bedwardine" }))).toBe(
    "214 of your constituents in Bedwardine: SEND investigation (was 150)",
  );
  expect(reportSubject(reportItem({ previousTally: undefined }), " and 2 more")).toBe(
    "214 of your constituents in Severnford: SEND investigation and 2 more",
  );
  expect(reportSubject(reportItem({ basis: "everyone", areaName: "", tally: 1803 }))).toBe(
    "1,803 people: SEND investigation (was 150)",
  );
});

test("a long place loses first “of your”, then what it was, then the end of the name, never the place", () => {
  const areaName = "Dumfriesshire, Clydesdale and Tweeddale";
  const subject = (shortName: string, tally: number) =>
    reportSubject(reportItem({ areaName, shortName, tally }));
  expect(subject("Baths", 200)).toBe(`200 constituents in ${areaName}: Baths (was 150)`);
  expect(subject("Quiet hour", 15_000)).toBe(`15,000 constituents in ${areaName}: Quiet hour`);
  expect(subject("Changing Places toilets", 1500)).toBe(`1,500 constituents in ${areaName}: Changing…`);
});

test("no subject has more than 78 characters, and each begins with the number", () => {
  const item = fc.record({
    basis: fc.constantFrom("constituents", "at_least", "across", "everyone"),
    areaName: fc.string({ minLength: 1, maxLength: 90 }),
    shortName: fc.string({ minLength: 1, maxLength: 40 }),
    tally: fc.integer({ min: 5, max: 9_999_999 }),
    previousTally: fc.option(fc.integer({ min: 5, max: 9_999_999 }), { nil: undefined }),
    closing: fc.boolean(),
  });
  fc.assert(
    fc.property(item, fc.constantFrom("", " and 4 more", " and 1 more place"), (changes, more) => {
      const subject = reportSubject(reportItem(changes), more);
      expect([...subject].length).toBeLessThanOrEqual(78);
      expect(subject.replace("At least ", "")).toMatch(
        new RegExp(`^${changes.tally.toLocaleString("en-GB")} `),
      );
    }),
  );
});
