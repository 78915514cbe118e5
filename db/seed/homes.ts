import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Places } from "#app/domain/place/places.server.ts";
import { readCsv } from "../reference/read-csv.ts";
import { pick, type Random } from "./random.ts";

/** How many of a petition's signatories live where. */
export interface Spread {
  /** People by the district or unitary council they live in. */
  councils: Readonly<Record<string, number>>;
  /** All over Great Britain, more where more people live. */
  anywhere?: number;
  /** With a postcode that places nobody, and a constituency that they chose themselves. */
  northernIreland?: number;
  /** With a British Forces address. */
  forces?: number;
  /** With a well-formed postcode that no list has yet. */
  unknown?: number;
  /** In other countries, without a postcode. */
  abroad?: number;
}

/** Where one signatory lives, as a sign form says it. */
export interface Home {
  postcode: string;
  country: string;
  constituency: string;
}

const NORTHERN_IRISH_DISTRICTS = ["BT1", "BT5", "BT15", "BT28", "BT47", "BT71", "BT74"];
const FORCES = ["BFPO 2", "BFPO 10", "BFPO 16", "BFPO 57", "BFPO 140"];
const UNKNOWN = ["WR5 9ZZ", "WR14 9ZZ", "DY10 9ZZ", "S40 9ZZ", "LS1 9ZZ"];
const ABROAD = ["IE", "IE", "FR", "ES", "ES", "DE", "NL", "AU", "CA", "NZ", "US", "IN"];
/** The last letters of a postcode that every district has. */
const INWARD = ["1AA", "2BB", "3DD", "4EE", "5FF", "6GG"];
/** Northern Ireland's constituencies are numbered from 1 to 18. */
const NORTHERN_IRISH_SEATS = 18;

/** The homes of a petition's signatories, in no order. The postcodes are real ones, kept beside this in `data`. */
export function spreadHomes(random: Random, spread: Spread, places: Places): Home[] {
  const byCouncil = postcodesByCouncil(places);
  const homes: Home[] = [];
  for (const [council, people] of Object.entries(spread.councils))
    for (let i = 0; i < people; i += 1)
      homes.push(inBritain(pickSkewed(random, byCouncil.get(council) ?? [])));
  const weighed = weighCouncils([...byCouncil.keys()]);
  for (let i = 0; i < (spread.anywhere ?? 0); i += 1)
    homes.push(inBritain(pick(random, byCouncil.get(pickWeighed(random, weighed)) ?? [])));
  for (let i = 0; i < (spread.northernIreland ?? 0); i += 1) {
    const seat = 1 + Math.floor(random() * NORTHERN_IRISH_SEATS);
    const constituency = `N05${String(seat).padStart(6, "0")}`;
    const postcode = `${pick(random, NORTHERN_IRISH_DISTRICTS)} ${pick(random, INWARD)}`;
    homes.push({ postcode, country: "", constituency });
  }
  for (let i = 0; i < (spread.forces ?? 0); i += 1) homes.push(inBritain(pick(random, FORCES)));
  for (let i = 0; i < (spread.unknown ?? 0); i += 1) homes.push(inBritain(pick(random, UNKNOWN)));
  for (let i = 0; i < (spread.abroad ?? 0); i += 1)
    homes.push({ postcode: "", country: pick(random, ABROAD), constituency: "" });
  return shuffle(random, homes);
}

function inBritain(postcode: string): Home {
  return { postcode, country: "", constituency: "" };
}

function postcodesByCouncil(places: Places): Map<string, string[]> {
  const file = fileURLToPath(new URL("./data/postcodes.txt", import.meta.url));
  const byCouncil = new Map<string, string[]>();
  for (const postcode of readFileSync(file, "utf8").split("\n")) {
    const council = postcode === "" ? "" : places.locate(postcode).cell.council;
    if (council === "") continue;
    const neighbours = byCouncil.get(council);
    if (neighbours) neighbours.push(postcode);
    else byCouncil.set(council, [postcode]);
  }
  return byCouncil;
}

/** The first of the list more often than the last: in every place, some streets have more to do with it. */
function pickSkewed(random: Random, postcodes: readonly string[]): string {
  const postcode = postcodes[Math.floor(random() ** 1.4 * postcodes.length)];
  if (postcode === undefined) throw new Error("no postcode is kept for this council");
  return postcode;
}

/** Councils with their population, added up to and including each. */
function weighCouncils(councils: readonly string[]): { council: string; sum: number }[] {
  const rows = readCsv("councils.csv", ["gss_code", "population_2020"]);
  const population = new Map(rows.map((row) => [row("gss_code"), Number(row("population_2020")) || 0]));
  let sum = 0;
  return councils.map((council) => {
    sum += population.get(council) ?? 0;
    return { council, sum };
  });
}

function pickWeighed(random: Random, weighed: readonly { council: string; sum: number }[]): string {
  const point = random() * (weighed.at(-1)?.sum ?? 0);
  const found = weighed.find(({ sum }) => sum > point);
  if (!found) throw new Error("councils have no population");
  return found.council;
}

function shuffle<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
