import { expect, test } from "vitest";
import { petitionSteps, stepAhead, stepToClaim } from "#app/domain/area/petition-progress.ts";

const RULE = { minSignatures: 20, officerThreshold: 1000, debateThreshold: 3000 };

test("a petition is on its way to the next number of the council's rule, and stays at the last one", () => {
  const ahead = (total: number) => stepAhead(petitionSteps(RULE, total));
  expect(ahead(19)).toEqual({ kind: "accepted", needed: 20, isPassed: false });
  expect(ahead(20)?.kind).toBe("officer");
  expect(ahead(2999)).toEqual({ kind: "debate", needed: 3000, isPassed: false });
  expect(ahead(3000)).toEqual({ kind: "debate", needed: 3000, isPassed: true });
});

test("what is claimed is a debate where that is passed, else an officer; being a petition is no claim", () => {
  const claim = (total: number) => stepToClaim(petitionSteps(RULE, total))?.kind;
  expect([claim(999), claim(1000), claim(2999), claim(3000)]).toEqual([
    undefined,
    "officer",
    "officer",
    "debate",
  ]);
  const officerLast = { ...RULE, officerThreshold: 5000 };
  expect(stepToClaim(petitionSteps(officerLast, 6000))?.kind).toBe("debate");
});

test("a rule that names no number leads nowhere", () => {
  const none = { minSignatures: null, officerThreshold: null, debateThreshold: null };
  expect(stepAhead(petitionSteps(none, 10))).toBeUndefined();
});
