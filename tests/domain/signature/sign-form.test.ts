import { expect, test } from "vitest";
import { EmailForm, SignForm } from "#app/domain/signature/sign-form.ts";

const GOOD = { name: "Ann Applegarth", email: "ann@example.org", postcode: "WR5 2NP" };

/** The fields a form is refused for; none where it is taken. */
function faults(changes: Record<string, string | undefined>): string[] {
  const parsed = SignForm.safeParse({ ...GOOD, ...changes });
  return parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]));
}

test.each([
  "X",
  "محمد الأمين",
  "李小龍",
  "Siân Gwenllïan ap Rhŷs",
  "Nguyễn Thị Ánh",
  "ദിവ്യ നായർ",
  "علی‌رضا",
  "J. R. O’Brien-Smith",
  "Ann (Nan) Applegarth, Jr.",
  "St. John Smith",
  "D'Arcy = Smith",
  "Dr. Io Shirley",
  "A. Co",
  "x".repeat(100),
  "𠀀".repeat(100),
  "e\u0301".repeat(100),
  "\u0958".repeat(100),
  `  ${"x".repeat(100)}  `,
])("the name %j is taken", (name) => {
  expect(faults({ name })).toEqual([]);
});

test.each([
  ["nothing", ""],
  ["spaces", "   "],
  ["a name without ink", "\u200b\u200d\u2060"],
  ["fillers that Unicode calls letters", "\u3164\u115f \uffa0"],
  ["blank Braille", "\u2800\u2800"],
  ["marks without a letter", "\u0301\u0308"],
  ["101 letters", "x".repeat(101)],
  ["101 letters outside the basic plane", "𠀀".repeat(101)],
  ["a line break", "Ann\nApplegarth"],
  ["a tab", "Ann\tApplegarth"],
  ["a NUL", "Ann\0"],
  ["an escape", "Ann\u001b[31m"],
  ["a C1 control", "Ann\u0085Applegarth"],
  ["a line separator", "Ann\u2028Applegarth"],
  ["a mark that turns the writing round", "Ann\u202egnilppA"],
  ["a lone surrogate", "Ann \ud800"],
  ["a leading =", "=1+1"],
  ["a leading + after spaces", "  +Ann"],
  ["a leading -", "-Ann"],
  ["a leading @", "@ann"],
  ["a leading = in full width", "＝1+1"],
  ["a leading = behind nothing", "\u200b=1+1"],
  ["a web address", "https://spam.example/x"],
  ["a web address in capitals", "HTTP://SPAM"],
  ["www", "Visit www.spam.example"],
  ["a bare domain", "spam.com"],
  ["a domain of this country", "Ann at spam.co.uk"],
  ["a short link", "bit.ly/abc"],
  ["a domain in full width", "ｓｐａｍ．ｃｏｍ"],
  ["a domain cut by nothing", "spam.\u200bcom"],
  ["an e-mail address", "ann@spam.de"],
])("a name is refused for %s", (_what, name) => {
  expect(faults({ name })).toEqual(["name"]);
});

test("a name is kept in one form of writing, whatever keyboard it came from", () => {
  expect(SignForm.parse({ ...GOOD, name: " Sia\u0302n " }).name).toBe("Siân");
});

test.each([
  "ann@example.org",
  "  ann@example.org  ",
  "Ann.O'Brien+tag@sub.example.co.uk",
  "ünïcode@example.org",
  "ann@bücher.example",
  "ann@例え.テスト",
  "ann@xn--bcher-kva.example",
  "a@b.co",
  "_-!#$%&*/=?^`{|}~@example.org",
  `${"x".repeat(242)}@example.org`,
])("the address %j is taken", (email) => {
  expect(faults({ email })).toEqual([]);
});

test.each([
  ["nothing", ""],
  ["no @", "ann.example.org"],
  ["two @", "ann@home@example.org"],
  ["nobody before the @", "@example.org"],
  ["nothing after the @", "ann@"],
  ["a domain without a dot", "ann@localhost"],
  ["a leading dot", ".ann@example.org"],
  ["a trailing dot", "ann.@example.org"],
  ["two dots", "ann..a@example.org"],
  ["a domain with a leading dot", "ann@.example.org"],
  ["a domain with a trailing dot", "ann@example.org."],
  ["a domain with two dots", "ann@example..org"],
  ["a label that begins with a hyphen", "ann@-example.org"],
  ["a number for a top level", "ann@127.0.0.1"],
  ["a space", "ann smith@example.org"],
  ["a line break", "ann@example.org\nBcc: all@example.org"],
  ["a NUL", "ann\0@example.org"],
  ["a mark without ink", "an\u200bn@example.org"],
  ["a second address", "ann@example.org,bob@example.org"],
  ["a name with it", "Ann <ann@example.org>"],
  ["255 characters", `${"x".repeat(243)}@example.org`],
])("an address is refused for %s", (_what, email) => {
  expect(faults({ email })).toEqual(["email"]);
  expect(EmailForm.safeParse({ email }).success).toBe(false);
});

test("an address copied from a page loses the marks at its ends, and keeps its own spelling", () => {
  expect(SignForm.parse({ ...GOOD, email: "\u200b Ann@Example.org\ufeff\u00a0" }).email).toBe(
    "Ann@Example.org",
  );
});

test.each([
  "wr52np",
  "WR5-2NP",
  " W R 5 2 N P ",
  "WR5 2NP.",
  "GIR 0AA",
  "bfpo 57",
  "BT1 1AA",
  "ZZ9 9ZZ",
  "JE2 3AB",
  "WRS 2NP".replace("S", "5"),
])("the postcode %j is taken", (postcode) => {
  expect(faults({ postcode })).toEqual([]);
});

test.each([
  "",
  "WR5",
  "WR5 2",
  "12345",
  "hello",
  "WR5 2NO",
  "WR5 2NP WR5 2NP",
  "not a postcode",
  "1".repeat(5000),
])("the postcode %j is refused", (postcode) => {
  expect(faults({ postcode })).toEqual(["postcode"]);
});

test("every message says what to do", () => {
  const parsed = SignForm.safeParse({});
  const messages = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  expect(messages.length).toBeGreaterThanOrEqual(2);
  for (const message of messages) expect(message).toMatch(/^(Enter|Choose) /);
  const postcode = SignForm.safeParse({ ...GOOD, postcode: "" });
  expect(postcode.error?.issues[0]?.message).toBe("Enter a full postcode, like WR5 2NP");
});

test("somebody abroad needs no postcode, and theirs is not kept; GB and blank are the United Kingdom", () => {
  const abroad = SignForm.parse({ ...GOOD, country: "fr", postcode: "75001 nonsense" });
  expect([abroad.country, abroad.postcode, abroad.typedPostcode]).toEqual(["FR", "", ""]);
  const home = SignForm.parse({ ...GOOD, country: "GB" });
  expect([home.country, home.postcode]).toEqual(["", "WR52NP"]);
  expect(faults({ country: "GB", postcode: "" })).toEqual(["postcode"]);
  for (const country of ["XX", "France", "F", "<b>", "__proto__"])
    expect(faults({ country })).toEqual(["country"]);
});

test("a box is ticked by `on` and by nothing else", () => {
  const form = SignForm.parse({ ...GOOD, showName: "on", updates: "true", handIn: "" });
  expect([form.showName, form.updates, form.handIn]).toEqual([true, false, false]);
});

test("a connection is one of three, or none; a place is a GSS code, or none", () => {
  for (const connection of ["", "live", "work", "study"]) expect(faults({ connection })).toEqual([]);
  expect(faults({ connection: "visit" })).toEqual(["connection"]);
  for (const field of ["constituency", "council", "ward"]) {
    expect(faults({ [field]: "" })).toEqual([]);
    expect(faults({ [field]: "N05000001" })).toEqual([]);
    expect(faults({ [field]: "N05000001' or 1=1" })).toEqual([field]);
  }
});
