import { expect, test } from "vitest";
import { readRecipientList } from "#app/domain/recipient/recipient-list.ts";

const HEAD = "name,role,organisation,copy,email,page";

const errorsOf = (text: string) => {
  const read = readRecipientList(text);
  return read.ok ? [] : read.errors.map(({ line, message }) => `${line}: ${message}`);
};

test("a list is read whole: columns in any order, commas, semicolons or tabs, a mark at the beginning", () => {
  const row = "Director,County Council";
  for (const text of [
    `role,organisation\n${row}`,
    `\uFEFFrole;organisation\r\n${row.replaceAll(",", ";")}\r\n`,
    `organisation\trole\nCounty Council\tDirector\n\n`,
  ]) {
    const read = readRecipientList(text);
    expect(read.ok && read.forms).toMatchObject([{ role: "Director", organisation: "County Council" }]);
  }
  const copies = readRecipientList(
    `${HEAD}\nJo Hale,Leader,,yes,jo@council.example,council.example/people\n`,
  );
  expect(copies.ok && copies.forms[0]).toMatchObject({
    isCopy: true,
    sourceUrl: "https://council.example/people",
  });
});

test("every mistake is told with its line as a spreadsheet counts it, and nobody is read then", () => {
  expect(
    errorsOf(`${HEAD}
,Director,County Council,no,director@council.example,
,,County Council,no,,
,Head,"County
Council",maybe,nonsense,
`),
  ).toEqual([
    "2: page: Enter the page that publishes this address",
    "3: name: Enter a name, or a role below",
    "4: organisation: Enter it in one line, without tabs or marks that do not print",
    "4: email: Enter an e-mail address like name@example.com",
    "4: page: Enter the page that publishes this address",
    "4: copy: Enter yes or no",
  ]);
});

test("a list that is none says why: no columns, unknown ones, nobody, too many, an open quotation mark", () => {
  expect(errorsOf("")[0]).toMatch(/^1: The list is empty/);
  expect(errorsOf("Jo Hale,Leader\n")[0]).toMatch(/^1: The first line must name the columns/);
  expect(errorsOf("name,colour\nJo,red\n")[0]).toMatch(/^1: There is no column “colour”/);
  expect(errorsOf("name,role\n")[0]).toMatch(/^1: Nobody stands below/);
  const many = Array.from({ length: 21 }, (_, index) => `Officer ${index},Council`).join("\n");
  expect(errorsOf(`role,organisation\n${many}`)[0]).toMatch(/^1: It names 21/);
  expect(errorsOf('name,role\n"Jo,Leader\n')[0]).toMatch(/quotation mark/);
  expect(errorsOf("name,role\nJo,Leader,Council, of all\n")[0]).toMatch(/^2: It has more columns/);
});
