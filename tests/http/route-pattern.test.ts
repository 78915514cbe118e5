import { expect, test } from "vitest";
import { patternMatcher } from "#app/http/route-pattern.ts";

const patternOf = patternMatcher({
  root: { id: "root", path: "" },
  home: { id: "home", parentId: "root", index: true },
  petition: { id: "petition", parentId: "root", path: "petitions/:slug" },
  page: { id: "page", parentId: "petition", index: true },
  sign: { id: "sign", parentId: "petition", path: "sign" },
  count: { id: "count", parentId: "root", path: "petitions/:slug/count.json" },
});

test.each([
  ["/", "/"],
  ["/petitions/save-our-school", "/petitions/:slug"],
  ["/petitions/save-our-school/sign", "/petitions/:slug/sign"],
  ["/petitions/save-our-school/count.json", "/petitions/:slug/count.json"],
  ["/confirm/abc", "(none)"],
])("the path %s is known as %s", (path, pattern) => {
  expect(patternOf(path)).toBe(pattern);
});
