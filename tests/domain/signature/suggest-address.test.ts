import { expect, test } from "vitest";
import { suggestAddress } from "#app/domain/signature/suggest-address.ts";

test.each([
  ["gmial.com", "gmail.com"],
  ["gmail.con", "gmail.com"],
  ["gmail.co", "gmail.com"],
  ["gmal.com", "gmail.com"],
  ["gmaill.com", "gmail.com"],
  ["GMIAL.COM", "gmail.com"],
  ["hotmial.com", "hotmail.com"],
  ["hotmail.co.ukk", "hotmail.co.uk"],
  ["hotmail.couk", "hotmail.co.uk"],
  ["yaho.co.uk", "yahoo.co.uk"],
  ["outlok.com", "outlook.com"],
  ["iclod.com", "icloud.com"],
  ["btinternt.com", "btinternet.com"],
  ["sky.con", "sky.com"],
])("asks once whether %s is %s", (typed, meant) => {
  expect(suggestAddress(`Ann.A@${typed}`)).toBe(`Ann.A@${meant}`);
});

test.each([
  ...["gmail.com", "Gmail.com", "googlemail.com", "hotmail.co.uk", "live.co.uk", "live.com", "me.com"],
  ...["gmx.com", "mail.com", "ymail.com", "email.com", "mac.com", "gmx.co.uk", "hotmail.fr", "live.ie"],
  ...["ms.com", "aon.com", "ge.com", "example.org", "worcestershire.gov.uk", "proton.me", "yahoo.ca"],
])("says nothing about %s", (domain) => {
  expect(suggestAddress(`ann@${domain}`)).toBeUndefined();
});
