import { expect, test } from "vitest";
import {
  canonicalAddress,
  clientNetwork,
  foldName,
  sortKey,
  typedKey,
} from "#app/domain/signature/identity.ts";
import { hashClient, hashPerson, hashTyped } from "#app/domain/signature/person.server.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import { testKeyring } from "#tests/set-up/keyring.ts";

test.each([
  ["Ann@Example.ORG", "ann@example.org"],
  ["ann+petitions@example.org", "ann@example.org"],
  ["ann+a+b@example.org", "ann@example.org"],
  ["+ann@example.org", "+ann@example.org"],
  ["ann.a@example.org", "ann.a@example.org"],
  ["a.n.n+x@gmail.com", "ann@gmail.com"],
  ["A.N.N@GoogleMail.com", "ann@gmail.com"],
  ["ann@BÜCHER.example", "ann@xn--bcher-kva.example"],
  ["ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example"],
])("%s is compared as %s", (typed, canonical) => {
  expect(canonicalAddress(typed)).toBe(canonical);
  expect(canonicalAddress(canonical)).toBe(canonical);
});

test.each([
  ["Ann Applegarth", "ann  APPLEGARTH"],
  ["O’Brien", "O'Brien"],
  ["Anne-Marie", "Anne Marie"],
  ["Siân", "Sia\u0302n"],
  ["Ａｎｎ", "Ann"],
  ["J. R. Smith", "JR Smith"],
])("%s and %s are one name", (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

test.each([
  ["Ann", "Anne"],
  ["Siân", "Sian"],
  ["李", "王"],
  ["🙂", "🙃"],
  ["دانا", "دينا"],
])("%s and %s are two names", (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
  expect(foldName(one)).not.toBe("");
});

test("names sort by their letters, not by accents or case", () => {
  const names = ["Zoe", "Élodie", "anna", "Eva", "O'Brien", "Obrien"];
  expect(names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    ...["anna", "Élodie", "Eva", "O'Brien", "Obrien", "Zoe"],
  ]);
});

test("two submissions are the same when address, name and postcode were typed the same, apart from the ends", () => {
  const keyring = testKeyring();
  const typed = (changes: Partial<Record<string, string>>) =>
    hashTyped(
      keyring,
      SignForm.parse({ name: "Ann A", email: "ann@example.org", postcode: "WR5 2NP", ...changes }),
    );
  const first = typed({});
  expect(typed({ name: "  Ann A ", email: " ann@example.org ", postcode: " WR5 2NP" })).toBe(first);
  expect(typed({ showName: "on", updates: "on", ward: "N08000101" })).toBe(first);
  for (const change of [
    { name: "Ann a" },
    { email: "Ann@example.org" },
    { postcode: "WR52NP" },
    { country: "FR" },
  ])
    expect(typed(change)).not.toBe(first);
  expect(typedKey({ email: "a", name: "bc", postcode: "d", country: "" })).not.toBe(
    typedKey({ email: "ab", name: "c", postcode: "d", country: "" }),
  );
});

test("a person's hashes do not depend on spelling, and no hash is another's", () => {
  const keyring = testKeyring();
  const one = hashPerson(keyring, {
    email: "Ann+x@example.org",
    name: "ANN A",
    postcode: "WR52NP",
    country: "",
  });
  const two = hashPerson(keyring, {
    email: "ann@example.org",
    name: "ann-a",
    postcode: "WR52NP",
    country: "",
  });
  expect(one).toEqual(two);
  expect(new Set(Object.values(one)).size).toBe(3);
  expect(keyring.hash("name", "x")).not.toBe(keyring.hash("postcode", "x"));
});

test.each([
  ["192.0.2.1", "192.0.2.99", true],
  ["192.0.2.1", "192.0.3.1", false],
  ["::ffff:192.0.2.1", "192.0.2.7", true],
  ["2001:db8:1:2::9", "2001:db8:1::1", true],
  ["2001:db8::1", "2001:db8:0:5:1:2:3:4", true],
  ["2001:0DB8:0001::1", "2001:db8:1::2", true],
  ["2001:db8:1::1", "2001:db8:2::1", false],
  ["::1", "::2", true],
])("%s and %s are of one network: %s", (one, other, isSame) => {
  expect(clientNetwork(one) === clientNetwork(other)).toBe(isSame);
  const keyring = testKeyring();
  const [a, b] = [hashClient(keyring, one), hashClient(keyring, other)];
  expect(a.clientNetHash === b.clientNetHash).toBe(isSame);
  expect(a.clientHash).not.toBe(b.clientHash);
});
