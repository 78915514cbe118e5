import { expect, test } from "vitest";
import { errorWords } from "#app/error-words.ts";

test("every status that the site sends has words of its own", () => {
  const titles = [400, 403, 404, 409, 410, 413, 415, 429, 500].map((status) => errorWords(status).title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(errorWords(503).whatToDo).toContain("few minutes");
});

test("any other status says whose doing it is", () => {
  expect(errorWords(418).title).toBe("We could not do that");
  expect(errorWords(502).title).toBe("Something went wrong at our end");
});
