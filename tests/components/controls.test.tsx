import { expect, test } from "vitest";
import { Choice } from "#app/components/choice.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { SearchForm } from "#app/components/search-form.tsx";
import { htmlOf, tagWith } from "./html.ts";

test("a choice offers to leave it blank, and ties its error to itself", () => {
  const html = htmlOf(
    <Choice
      name="ward"
      label="Your ward"
      blank="I do not know"
      options={[{ value: "E05000001", label: "Bedward" }]}
      value="E05000001"
      error="Choose a ward from the list"
    />,
  );
  expect(html).toContain('<label for="ward">Your ward</label>');
  expect(html).toContain('<option value="">I do not know</option>');
  expect(html).toContain('<option value="E05000001" selected="">Bedward</option>');
  expect(tagWith(html, "<select")).toContain('aria-invalid="true" aria-describedby="ward-error"');
});

test("a page without errors has no summary of them", () => {
  expect(htmlOf(<ErrorSummary errors={[]} />)).toBe("");
});

test("pagination links only to pages that are there", () => {
  const hrefFor = (page: number): string => `?page=${page}`;
  expect(htmlOf(<Pagination page={1} pageCount={1} hrefFor={hrefFor} />)).toBe("");
  const first = htmlOf(<Pagination page={1} pageCount={3} hrefFor={hrefFor} />);
  expect(first).toContain('href="?page=2"');
  expect(first).not.toContain("Previous");
  const last = htmlOf(<Pagination page={3} pageCount={3} hrefFor={hrefFor} />);
  expect(last).toContain('href="?page=2"');
  expect(last).not.toContain("Next");
});

test("searching is a plain GET with the word and the filters in the address", () => {
  const html = htmlOf(
    <SearchForm
      action="/petitions"
      label="Search petitions"
      q={'"send"'}
      choices={[{ name: "council", label: "Council", blank: "Any council", options: [] }]}
    />,
  );
  expect(tagWith(html, "<form")).toContain('method="get" action="/petitions"');
  expect(tagWith(html, 'name="q"')).toContain('value="&quot;send&quot;"');
  expect(tagWith(html, 'name="q"')).not.toContain("required");
});
