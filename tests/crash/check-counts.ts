import { eq, inArray } from "drizzle-orm";
import { tokenHash } from "#app/domain/privacy/keyring.server.ts";
import type { Site } from "#app/domain/site.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import type { SignatureState } from "#db/tables/signature.ts";
import type { Person } from "./person.ts";

/**
 * Whatever in the database contradicts what people were told, or itself; nothing, at any time. `earlierCount`
 * signatures were confirmed before.
 */
export async function findMiscounts(
  site: Site,
  people: readonly Person[],
  earlierCount: number,
): Promise<string[]> {
  const { read } = site.db;
  const differences = await checkTallies(read);
  const stateOf = await statesByPerson(site, people);
  const miscounts = differences.map((difference) => `three counts differ: ${JSON.stringify(difference)}`);
  let everConfirmed = 0;
  for (const person of people) {
    const state = stateOf.get(person);
    if (state === "confirmed" || state === "withdrawn") everConfirmed += 1;
    if (!allowedStates(person).includes(state)) miscounts.push(`${told(person)}, and the row is ${state}`);
  }
  const { confirmed, withdrawn } = await countEvents(site);
  const gone = [...stateOf.values()].filter((state) => state === "withdrawn").length;
  if (confirmed !== earlierCount + everConfirmed)
    miscounts.push(`${earlierCount} and then ${everConfirmed} confirmed, ${confirmed} were counted`);
  if (withdrawn !== gone) miscounts.push(`${gone} people withdrew, ${withdrawn} were taken off`);
  return miscounts;
}

/** What a row may be, given what its person was told; undefined where it may be gone. */
function allowedStates({ confirm, withdraw }: Person): readonly (SignatureState | undefined)[] {
  if (withdraw === "done") return ["withdrawn"];
  if (withdraw === "unanswered") return ["confirmed", "withdrawn"];
  if (confirm === "done") return ["confirmed"];
  if (confirm === "unanswered") return ["confirmed", "pending", undefined];
  return ["pending", undefined];
}

function told({ email, confirm, withdraw }: Person): string {
  return `${email}: confirming ${confirm}, withdrawing ${withdraw}`;
}

/** The states of the rows that people's confirm links lead to. Rows whose mail has not come have only counts. */
async function statesByPerson(
  { db }: Site,
  people: readonly Person[],
): Promise<Map<Person, SignatureState | undefined>> {
  const { links, signatures } = db.tables;
  const rows = await db.read
    .select({ tokenHash: links.tokenHash, state: signatures.state })
    .from(links)
    .innerJoin(signatures, eq(signatures.id, links.rowId))
    .where(eq(links.purpose, "confirm"));
  const states = new Map(rows.map((row) => [row.tokenHash, row.state]));
  return new Map(
    people.map((person) => [person, person.links && states.get(tokenHash(person.links.confirm))]),
  );
}

async function countEvents({ db }: Site): Promise<{ confirmed: number; withdrawn: number }> {
  const { countEvents: events } = db.tables;
  const rows = await db.read
    .select({ reason: events.reason })
    .from(events)
    .where(inArray(events.reason, ["confirmed", "withdrawn"]));
  const confirmed = rows.filter(({ reason }) => reason === "confirmed").length;
  return { confirmed, withdrawn: rows.length - confirmed };
}
