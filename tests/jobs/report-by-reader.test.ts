import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { TallyLevel } from "#db/tables/tally.ts";
import {
  ARBORETUM,
  councillor,
  forwardingSite,
  mailsOf,
  petitionWith,
  publish,
  runSlot,
  TUESDAY,
  WORCESTER,
} from "../domain/forwarding/scene.ts";
import type { TestSite } from "../site.ts";

const COUNTY = "E10000034";
const CITY = "E07000237";
const WYCHAVON = "E07000238";
const CLAINES = "E05015852";

type Counts = [TallyLevel, string, number][];

/** What reaches everybody of a petition to Worcestershire with these published counts, in one line each. */
async function textsOf(site: TestSite, counts: Counts, changes: Parameters<typeof petitionWith>[2] = {}) {
  const council = { bodyKind: "council", bodyGss: COUNTY } as const;
  const petition = await petitionWith(site, counts, { title: "SEND investigation", ...council, ...changes });
  await runSlot(site, TUESDAY);
  const mails = await mailsOf(site);
  return {
    petition,
    mails: mails.map(({ subject, text }) => ({ subject, text: text.replace(/\s+/g, " ") })),
  };
}

async function divisionOf(site: TestSite): Promise<{ gssCode: string; name: string }> {
  const { areas } = site.db.tables;
  const rows = await site.db.read.select().from(areas).where(eq(areas.parentGss, COUNTY));
  const division = rows.find(({ level, endsOn }) => level === "division" && endsOn === "");
  if (!division) throw new Error("Worcestershire has no divisions");
  return division;
}

test("a member reads of the councils in the constituency and of its wards when a council is asked", async () => {
  const site = await forwardingSite();
  const { mails } = await textsOf(site, [
    ["constituency", WORCESTER, 214],
    ["lower", CITY, 190],
    ["lower", WYCHAVON, 400],
    ["ward", ARBORETUM, 38],
  ]);
  const [mail] = mails;
  expect(mails).toHaveLength(1);
  expect(mail?.subject).toBe("214 of your constituents in Worcester: SEND investigation");
  expect(mail?.text).toContain(
    "To the Member of Parliament for Worcester 214 of your constituents have signed.",
  );
  expect(mail?.text).toMatch(
    /Council Signed -+ Worcester 190 Elsewhere in the constituency 24 Ward Signed -+ Arboretum 38/,
  );
  expect(mail?.text).not.toMatch(/Wychavon|400/);
  expect(mail?.text).not.toMatch(/families|stor(y|ies)/i);
});

test("a member reads of wards alone when no council is asked", async () => {
  const site = await forwardingSite();
  const counts: Counts = [
    ["constituency", WORCESTER, 214],
    ["lower", CITY, 190],
    ["ward", ARBORETUM, 38],
  ];
  const { mails } = await textsOf(site, counts, { bodyKind: "department", bodyGss: "" });
  expect(mails[0]?.text).toContain("Ward Signed");
  expect(mails[0]?.text).not.toContain("Council Signed");
});

test("a ward councillor reads of the ward, and of its council where that is published", async () => {
  const site = await forwardingSite();
  await councillor(site, {});
  const { mails } = await textsOf(site, [
    ["ward", ARBORETUM, 38],
    ["lower", CITY, 190],
  ]);
  expect(mails[0]?.subject).toBe("38 of your constituents in Arboretum: SEND investigation");
  expect(mails[0]?.text).toContain("In Worcester as a whole, 190 people have signed.");
  const other = await forwardingSite();
  await councillor(other, {});
  const alone = await textsOf(other, [["ward", ARBORETUM, 38]]);
  expect(alone.mails[0]?.text).not.toContain("as a whole");
});

test("a county councillor reads of constituents only as far as divisions are known", async () => {
  for (const { inDivision, expected } of [
    { inDivision: 100, expected: /^100 of your constituents in / },
    { inDivision: 60, expected: /^At least 60 of your constituents in / },
    { inDivision: 40, expected: /^100 people across Worcestershire: / },
  ]) {
    const site = await forwardingSite();
    const division = await divisionOf(site);
    await councillor(site, { gssCode: division.gssCode });
    const { mails } = await textsOf(site, [
      ["upper", COUNTY, 100],
      ["lower", CITY, 55],
      ["lower", WYCHAVON, 45],
      ["division", division.gssCode, inDivision],
    ]);
    const [mail] = mails;
    expect(mail?.subject).toMatch(expected);
    expect(mail?.text).toContain(`To Councillor Pat Example, ${division.name}`);
    if (inDivision > 50) continue;
    expect(mail?.subject).not.toContain("constituents");
    expect(mail?.text).not.toContain("constituents");
    expect(mail?.text).toContain("across Worcestershire; we cannot yet tell your division apart.");
    expect(mail?.text).toMatch(/District Signed -+ Worcester 55 Wychavon 45/);
    expect(mail?.text).not.toMatch(/\b40\b/);
  }
});

test("the office of the council asked reads of everyone, the whole table and each ask, and nobody is its constituent", async () => {
  const site = await forwardingSite();
  const { representativeId } = await councillor(site, { gssCode: COUNTY, email: "office@county.example" });
  await site.db.transaction("make office", async (tx) => {
    const { representatives } = tx.tables;
    const office = { kind: "office", fullTitle: "The Director of Children's Services" } as const;
    await tx.update(representatives).set(office).where(eq(representatives.id, representativeId));
  });
  const { mails } = await textsOf(site, [
    ["upper", COUNTY, 600],
    ["lower", CITY, 190],
    ["lower", WYCHAVON, 400],
  ]);
  const [mail] = mails;
  expect(mail?.subject).toBe("1,000 people: SEND investigation");
  expect(mail?.text).toContain("To the Director of Children's Services, Worcestershire County Council");
  expect(mail?.text).toContain("They ask Worcestershire County Council: 1. ");
  expect(mail?.text).toMatch(
    /Council Signed -+ Wychavon 400 Worcester 190 Elsewhere, or place not known 410/,
  );
  expect(mail?.text).toContain("Give your official answer");
  expect(mail?.subject + (mail?.text ?? "")).not.toMatch(/constituent/i);
});

test("an office whose title says of which council it is reads the council's name once", async () => {
  const site = await forwardingSite();
  const { representativeId } = await councillor(site, { gssCode: COUNTY, email: "office@county.example" });
  await site.db.transaction("make office", async (tx) => {
    const { representatives } = tx.tables;
    const office = { kind: "office", fullTitle: "Jo Hale, Director, Worcestershire County Council" } as const;
    await tx.update(representatives).set(office).where(eq(representatives.id, representativeId));
  });
  const { mails } = await textsOf(site, [["upper", COUNTY, 600]]);
  expect(mails[0]?.text).toContain("To Jo Hale, Director, Worcestershire County Council 1,000 people");
});

test("two who share an address read both their counts, each by its place, and both are addressed", async () => {
  const site = await forwardingSite();
  await councillor(site, { email: "members@city.example", name: "Pat Example" });
  await councillor(site, { email: "members@city.example", name: "Sam Sample", gssCode: CLAINES });
  const { mails } = await textsOf(site, [
    ["ward", ARBORETUM, 38],
    ["ward", CLAINES, 60],
  ]);
  expect(mails).toHaveLength(1);
  const [mail] = mails;
  expect(mail?.text).toMatch(/To Councillor \w+ \w+ \(\w+\) and Councillor \w+ \w+ \(\w+\)/);
  expect(mail?.text).toContain("38 of your constituents in Arboretum have signed.");
  expect(mail?.text).toContain("60 of your constituents in Claines have signed.");
});

test("growth of one to four is not stated, and no rest gives fewer than five away", async () => {
  const site = await forwardingSite();
  const { petition } = await textsOf(site, [["constituency", WORCESTER, 49]]);
  await publish(site, petition.id, [
    ["constituency", WORCESTER, 52],
    ["ward", ARBORETUM, 40],
    ["ward", CLAINES, 10],
  ]);
  await runSlot(site, "2026-12-08");
  const mail = (await mailsOf(site)).find(({ subject }) => subject.startsWith("52 "));
  expect(mail?.subject).not.toContain("was");
  expect(mail?.text).not.toMatch(/\b49\b/);
  expect(mail?.text).toMatch(/Arboretum +40\nElsewhere in Worcester +12\n/);
  expect(mail?.text).not.toContain("Claines");
});
