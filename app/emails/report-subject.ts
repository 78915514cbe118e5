import { plainLine, shorten } from "./plain-line.ts";
import type { ReportItem } from "./report-item.ts";
import { placeOf, whoSigned } from "./report-words.ts";

/** A list of mails shows no more, and no header of it needs a second line. Source: RFC 5322, section 2.1.1. */
const SUBJECT_CHARACTERS = 78;

/**
 * "214 of your constituents in Bedwardine: SEND investigation (was 150)": what a caseworker files by, number and
 * place first. Where that is too long it loses, in this order, "of your", what it was, and the end of the name.
 * `more` says what else is in the message: " and 2 more".
 */
export function reportSubject(item: ReportItem, more = ""): string {
  const name = plainLine(item.shortName);
  const place = plainLine(placeOf(item));
  const inPlace = place === "" ? "" : ` ${place}`;
  const long = whoSigned(item) + inPlace;
  const short = whoInShort(item) + inPlace;
  const [was, plain] = tails(item);
  const fitting = [
    `${long}: ${name}${was}${more}`,
    `${short}: ${name}${was}${more}`,
    `${long}: ${name}${plain}${more}`,
    `${short}: ${name}${plain}${more}`,
  ].find((subject) => [...subject].length <= SUBJECT_CHARACTERS);
  if (fitting !== undefined) return fitting;
  const room = SUBJECT_CHARACTERS - [...`${short}: ${plain}${more}`].length;
  return shorten(`${short}: ${shorten(name, Math.max(room, 1))}${plain}${more}`, SUBJECT_CHARACTERS);
}

/** What follows the name, with and without the number before. */
function tails({ closing, previousTally }: ReportItem): [was: string, plain: string] {
  const last = closing ? "last count" : "";
  const was = previousTally === undefined ? "" : `was ${previousTally.toLocaleString("en-GB")}`;
  return [inBrackets([last, was]), inBrackets([last])];
}

function inBrackets(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== "");
  return said.length === 0 ? "" : ` (${said.join(", ")})`;
}

function whoInShort(item: ReportItem): string {
  return whoSigned(item)
    .replace(" of your constituents", " constituents")
    .replace(" people across ", " across ");
}
