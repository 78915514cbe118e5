import { expect, test } from "vitest";
import { patternMatcher } from "#app/http/route-pattern.ts";
import { routeSections } from "#app/http/route-sections.ts";
import { buildOnce } from "#tests/routes/site-pages.ts";

test("a section finds for any path the route that the whole site finds", async () => {
  const build = await buildOnce();
  const whole = patternMatcher(build.routes);
  const sectionAt = routeSections(build);
  const patterns = Object.values(build.routes).map((route) => `/${route?.path ?? ""}`);
  const paths = patterns.flatMap((pattern) => {
    const path = pattern.replace(/:\w+/g, "some-thing").replace("*", "any/thing");
    const [, first = "", ...others] = path.split("/");
    return [
      path,
      path.toUpperCase(),
      `${path}/more`,
      path.slice(0, path.lastIndexOf("/")) || "/",
      `/${first}`,
      `/%70${path.slice(2)}`,
      `${path}/`,
      `/${[`${first}x`, ...others].join("/")}`,
      path.replace("some-thing", "s%C3%B6me"),
      path.replace("some-thing", "12.json"),
    ];
  });
  expect(paths.length).toBeGreaterThan(1500);
  for (const path of new Set(paths))
    expect(`${path} ${patternMatcher(sectionAt(path).routes)(path)}`).toBe(`${path} ${whole(path)}`);
});

test("a section is a small part of the site", async () => {
  const build = await buildOnce();
  const sectionAt = routeSections(build);
  const most = Object.keys(build.routes).length / 5;
  for (const path of ["/", "/petitions/a-slug", "/confirm/token", "/nowhere/at/all"]) {
    const { routes, assets } = sectionAt(path);
    expect(Object.keys(routes).length).toBeLessThan(most);
    expect(Object.keys(assets.routes).length).toBe(Object.keys(routes).length);
  }
});
