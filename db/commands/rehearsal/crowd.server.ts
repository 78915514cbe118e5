import Database from "better-sqlite3";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import { MINUTE } from "#app/domain/time/durations.ts";
import type { Signing } from "../../seed/bulk-sign.server.ts";
import { inventName, plainLetters } from "../../seed/names.ts";
import { pick, type Random } from "../../seed/random.ts";

/** Real postcodes: those of the council addressed, and some of everywhere in Great Britain. */
export interface Homes {
  near: string[];
  anywhere: string[];
}

/** Of all who sign, so many live where the council is; the others hear of it elsewhere. */
const NEAR = 0.4;
/** Northern Ireland's share of the people of the United Kingdom: its postcodes place nobody, so people choose. */
const NORTHERN_IRISH = 0.028;
const NORTHERN_IRISH_SEATS = 18;
/** Every so many postcodes stand for all. */
const EVERY = 40;

/** Reads homes from the file of postcodes. */
export function readHomes(file: string, bodyGss: string): Homes {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const rows = db
      .prepare<[], { postcode: string; council: string; county: string }>(
        "select p.postcode, c.council, c.county from postcodes p join combos c on c.id = p.combo where c.ward <> ''",
      )
      .iterate();
    const homes: Homes = { near: [], anywhere: [] };
    let index = 0;
    for (const { postcode, council, county } of rows) {
      index += 1;
      if (council === bodyGss || county === bodyGss) homes.near.push(postcode);
      if (index % EVERY === 0) homes.anywhere.push(postcode);
    }
    return homes;
  } finally {
    db.close();
  }
}

/** Invents so many signatories who sign and confirm between two instants, in the order of confirming. */
export function inventCrowd(
  random: Random,
  homes: Homes,
  crowd: { count: number; from: number; until: number; mark: string; takenNames: ReadonlySet<string> },
): Signing[] {
  const { count, from, until, mark, takenNames } = crowd;
  const moments = Array.from({ length: count }, () => from + Math.floor(random() * (until - from - MINUTE)));
  return moments
    .sort((a, b) => a - b)
    .map((signedAt, index) => {
      const name = inventName(random, takenNames);
      const email = `${plainLetters(name)}.${mark}.${index + 1}@example.org`;
      const showName = random() < 0.34 ? "on" : undefined;
      const form = SignForm.parse({ name, email, ...homeOf(random, homes), showName });
      return { form, signedAt, confirmedAt: signedAt + MINUTE };
    });
}

function homeOf(random: Random, homes: Homes): { postcode: string; country: string; constituency: string } {
  const chance = random();
  if (chance < NEAR) return { postcode: pick(random, homes.near), country: "", constituency: "" };
  if (chance < NEAR + NORTHERN_IRISH * (1 - NEAR)) {
    const seat = 1 + Math.floor(random() * NORTHERN_IRISH_SEATS);
    return { postcode: "BT1 1AA", country: "", constituency: `N05${String(seat).padStart(6, "0")}` };
  }
  return { postcode: pick(random, homes.anywhere), country: "", constituency: "" };
}
