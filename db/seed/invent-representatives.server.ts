import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { v7 } from "uuid";
import { newPublicId } from "#app/domain/privacy/public-id.ts";
import { foldName } from "#app/domain/signature/identity.ts";
import type { Site } from "#app/domain/site.ts";
import { addDays, londonDay } from "#app/domain/time/london.ts";
import { chunksOf } from "../reference/chunks.ts";
import type { Tables } from "../schema.ts";
import { inventName, plainLetters } from "./names.ts";
import type { Random } from "./random.ts";

/** Who is to be invented: so many for each ward and division that nobody is known of, and an office of each council. */
export interface Invented {
  perWard: number;
  perDivision: number;
  /** GSS codes. */
  officesOf: readonly string[];
}

type Area = { gssCode: string; name: string; kind: "councillor" | "office" };
type Rows = { person: Tables["representatives"]["$inferInsert"]; term: Tables["terms"]["$inferInsert"] };

/** Two rows a person: fewer parameters than either engine takes. */
const PEOPLE_PER_UNIT = 200;

/**
 * Fills every seat of the country that nobody is known for with invented people, at a domain that does not exist; for
 * databases that are thrown away. Returns how many there are.
 */
export async function inventRepresentatives(
  site: Site,
  random: Random,
  { perWard, perDivision, officesOf }: Invented,
  now: number,
): Promise<number> {
  const { areas, terms } = site.db.tables;
  const inventing = { startsOn: addDays(londonDay(now), -400), checkedOn: londonDay(now) };
  const found = await site.db.read
    .select({ gssCode: areas.gssCode, name: areas.name, level: areas.level, taken: terms.id })
    .from(areas)
    .leftJoin(terms, and(eq(terms.gssCode, areas.gssCode), isNotNull(terms.id)))
    .where(and(eq(areas.endsOn, ""), inArray(areas.level, ["ward", "division", "council"])))
    .orderBy(asc(areas.gssCode));
  const seats = found.flatMap(({ gssCode, name, level, taken }): Area[] => {
    if (level === "council") return officesOf.includes(gssCode) ? [{ gssCode, name, kind: "office" }] : [];
    const count = taken !== null ? 0 : level === "ward" ? perWard : perDivision;
    return Array.from({ length: count }, () => ({ gssCode, name, kind: "councillor" }));
  });
  const sitting = await site.db.read
    .select({ key: site.db.tables.representatives.nameKey })
    .from(site.db.tables.representatives);
  const takenNames = new Set(sitting.map(({ key }) => key));
  const rows = seats.map((seat, index) => inventOne(site, random, { seat, index, takenNames, ...inventing }));
  for (const unit of chunksOf(rows, PEOPLE_PER_UNIT))
    await site.db.transaction("invent representatives", async (tx) => {
      await tx.insert(tx.tables.representatives).values(unit.map(({ person }) => person));
      await tx.insert(tx.tables.terms).values(unit.map(({ term }) => term));
    });
  return rows.length;
}

function inventOne(
  { keyring }: Site,
  random: Random,
  of: { seat: Area; index: number; takenNames: ReadonlySet<string>; startsOn: string; checkedOn: string },
): Rows {
  const { seat, index, takenNames, startsOn, checkedOn } = of;
  const representativeId = v7();
  const termId = v7();
  const isOffice = seat.kind === "office";
  const name = isOffice ? "The petitions office" : inventName(random, takenNames);
  const address = `${isOffice ? "petitions" : plainLetters(name)}.${index + 1}@councillors.example`;
  return {
    person: {
      ...{
        id: representativeId,
        publicId: newPublicId(),
        kind: seat.kind,
        sourceKey: `rehearsal:${index + 1}`,
      },
      ...{ name, nameKey: foldName(name), fullTitle: isOffice ? name : `Councillor ${name}` },
      ...{ isInvented: true, language: "en" },
    },
    term: {
      ...{ id: termId, representativeId, gssCode: seat.gssCode, party: "", startsOn, endsOn: "" },
      address: keyring.seal({ table: "terms", column: "address", rowId: termId }, address),
      addressHash: keyring.hash("address of a representative", address),
      addressState: "good",
      source: "invented for a rehearsal",
      checkedOn,
    },
  };
}
