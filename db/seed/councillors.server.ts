import { and, asc, eq, inArray } from "drizzle-orm";
import { v7 } from "uuid";
import { foldName } from "#app/domain/signature/identity.ts";
import type { Site } from "#app/domain/site.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { inventName, plainLetters } from "./names.ts";
import { type Random, randomFrom } from "./random.ts";

/** Districts of Worcestershire whose wards have invented councillors: Worcester, Malvern Hills, Redditch. */
export const INVENTED_COUNCILS = ["E07000237", "E07000235", "E07000236"] as const;

const SOURCE = "invented for the demonstration";
const ELECTED_ON = "2024-05-02";
const PUBLIC_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Invents one councillor for every ward of three districts, with an address at a domain that does not exist; none
 * bears a sitting member's name. Run again it adds none.
 */
export async function seedCouncillors(
  site: Site,
  takenNames: ReadonlySet<string>,
  now: number,
): Promise<void> {
  const { areas } = site.db.tables;
  const wards = await site.db.read
    .select({ gssCode: areas.gssCode, name: areas.name })
    .from(areas)
    .where(
      and(eq(areas.level, "ward"), eq(areas.endsOn, ""), inArray(areas.parentGss, [...INVENTED_COUNCILS])),
    )
    .orderBy(asc(areas.gssCode));
  const random = randomFrom(1931);
  const taken = new Set(takenNames);
  const invented = wards.map(({ gssCode }) => {
    const name = inventName(random, taken);
    taken.add(foldName(name));
    return { gssCode, councillor: councillorRow(random, gssCode, name, now) };
  });
  if (invented.length === 0) return;
  await site.db.transaction("seed councillors", async (tx) => {
    const { representatives, terms } = tx.tables;
    const added = await tx
      .insert(representatives)
      .values(invented.map(({ councillor }) => councillor))
      .onConflictDoNothing()
      .returning({ id: representatives.id });
    const isNew = new Set(added.map((row) => row.id));
    const fresh = invented.filter(({ councillor }) => isNew.has(councillor.id));
    if (fresh.length === 0) return;
    await tx
      .insert(terms)
      .values(fresh.map(({ gssCode, councillor }) => termRow(site, gssCode, councillor, now)));
  });
}

function councillorRow(random: Random, gssCode: string, name: string, now: number) {
  return {
    id: v7({ msecs: now }),
    publicId: inventPublicId(random),
    kind: "councillor" as const,
    sourceKey: `demonstration:${gssCode}`,
    name,
    nameKey: foldName(name),
    fullTitle: `Councillor ${name}`,
    isInvented: true,
    language: "en",
  };
}

function termRow(site: Site, gssCode: string, councillor: { id: string; name: string }, now: number) {
  const id = v7({ msecs: now });
  const address = `${plainLetters(councillor.name)}@councillors.example`;
  return {
    id,
    representativeId: councillor.id,
    gssCode,
    party: "",
    startsOn: ELECTED_ON,
    endsOn: "",
    address: site.keyring.seal({ table: "terms", column: "address", rowId: id }, address),
    addressHash: site.keyring.hash("address of a representative", address),
    addressState: "good" as const,
    source: SOURCE,
    checkedOn: londonDay(now),
  };
}

function inventPublicId(random: Random): string {
  return Array.from(
    { length: 10 },
    () => PUBLIC_ID_LETTERS[Math.floor(random() * PUBLIC_ID_LETTERS.length)],
  ).join("");
}
