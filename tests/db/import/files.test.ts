import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readCouncillorFile } from "#db/import/councillors/read-councillors.ts";
import { ImportFault } from "#db/import/import-fault.ts";
import { readMemberFile } from "#db/import/mps/member-rows.ts";
import { fileOf, fixture } from "./importing.ts";

const CSV = `council_gss,council,ward_gss,ward,name,party,email,profile_url
E07000237,Worcester,E05015851,Nunnery,Zoë Ambleforth,Green Party,,https://www.worcester.gov.uk/1
E07000237,Worcester,E05015851,Nunnery,Ned Ambleforth,Green Party,,https://www.worcester.gov.uk/2
`;

function read(name: string, content: string | Uint8Array, isWhole = false) {
  return readCouncillorFile(fileOf(name, content), { isWhole });
}

function faultOf(name: string, content: string | Uint8Array): string {
  try {
    read(name, content);
  } catch (fault) {
    if (fault instanceof ImportFault) return fault.message;
    throw fault;
  }
  return "no fault";
}

const latin = (text: string) => Buffer.from(text, "latin1");

test("a byte-order mark before UTF-8, line ends of Windows, semicolons and gzip make no difference", () => {
  const plain = read("a.csv", CSV).rows;
  expect(plain).toHaveLength(2);
  expect(plain[0]).toMatchObject({ row: "row 2", name: "Zoë Ambleforth" });
  expect(read("a.csv", `\ufeff${CSV}`).rows).toEqual(plain);
  expect(read("a.csv", CSV.replaceAll("\n", "\r\n")).rows).toEqual(plain);
  expect(read("a.csv", CSV.replaceAll(",", ";")).rows).toEqual(plain);
  expect(read("a.csv.gz", gzipSync(CSV)).rows).toEqual(plain);
});

test.each([
  ["Windows-1252", latin(CSV), "row 2 holds the byte 0xEB, as Windows-1252 has it"],
  ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(CSV, "utf16le")]), "UTF-16"],
  ["UTF-16 without a mark", Buffer.from(CSV, "utf16le"), "UTF-16"],
  [
    "UTF-8 encoded twice",
    Buffer.from(latin(CSV).toString("latin1").replace("ë", "Ã«")),
    "row 2 holds letters that were encoded twice",
  ],
  ["letters that were lost", Buffer.from(CSV.replace("ë", "\ufffd")), "row 2 holds a letter that was lost"],
  ["two files joined", Buffer.from(`${CSV}\ufeff${CSV}`), "row 4 holds a byte-order mark in its middle"],
  ["nothing", Buffer.alloc(0), "is empty"],
  ["a web page", Buffer.from("<!DOCTYPE html><html></html>"), "web page"],
  ["a workbook", Buffer.from("PK\u0003\u0004 something"), "zip archive or a workbook"],
])("a file of %s is refused with what is wrong", (_, content, words) => {
  expect(faultOf("a.csv", content)).toContain(words);
});

test.each([
  ["a gzip file that breaks off", "a.csv.gz", gzipSync(CSV).subarray(0, 60), "breaks off or is damaged"],
  ["a last row cut between fields", "a.csv", CSV.slice(0, -40), "breaks off in its last row, row 3"],
  ["a last row cut inside its last field", "a.csv", CSV.slice(0, -4), "row 3, has no line end"],
  [
    "a quote that is never closed",
    "a.csv",
    CSV.replace("Nunnery,Ned", 'Nunnery,"Ned'),
    "row 3 is never closed",
  ],
  [
    "a row with too many fields",
    "a.csv",
    CSV.replace("Ned Ambleforth", "Ambleforth, Ned"),
    "row 3 has 9 fields",
  ],
  ["a header alone", "a.csv", `${CSV.split("\n")[0]}\n`, "no rows"],
  ["a column twice", "a.csv", CSV.replace("party,email", "name,email"), "two columns called name"],
  [
    "a missing column",
    "a.csv",
    CSV.replace(",name,", ",nam,"),
    "recognised as councillors (CSV), but has no column name",
  ],
  ["columns of something else", "a.csv", "colour,size\nred,4\n", "none of the layouts"],
  [
    "half of a JSON file",
    "a.json",
    readFileSync(fixture("members-api.json"), "utf8").slice(0, 700),
    "breaks off",
  ],
  ["JSON of something else", "a.json", '{"colour": "red"}', "lacks raw_name"],
  [
    "a line of JSON cut",
    "a.ndjson",
    '{"raw_name": "A", "raw_division": "B"}\n{"raw_na',
    "line 2 is not whole JSON",
  ],
])("%s is refused with the row and what is wrong", (_, name, content, words) => {
  expect(faultOf(name, content)).toContain(words);
});

test("a last row without a line end is taken where its giver says that the file is whole", () => {
  expect(read("a.csv", CSV.trimEnd(), true).rows).toHaveLength(2);
});

test("members of Parliament that lack a column, or are another thing, are refused by name", () => {
  const csv = fileOf("mps.csv", "constituency_gss,name,parliament_member_id\nE14001597,A B,1\n");
  expect(() => readMemberFile(csv, { isWhole: false })).toThrow(
    "recognised as members of parliament (CSV), but has no column elected_this_seat",
  );
  const api = fileOf("mps.json", '{"items":[{"value":{"id":1,"nameDisplayAs":"A B"}}],"totalResults":1}');
  expect(() => readMemberFile(api, { isWhole: false })).toThrow("member 1 lacks");
});

test("there being no file is said plainly", () => {
  expect(() => readMemberFile("/nowhere/at-all.csv", { isWhole: false })).toThrow("There is no file");
});
