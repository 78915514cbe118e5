import { and, eq, gte, inArray, or } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { foldWords } from "../area/fold-words.ts";
import { listSeatsAt } from "../open-letter/find-vouching.server.ts";
import { organisationKey } from "../open-letter/organisation-key.ts";
import { nameKeyOf } from "../representative/naming.ts";
import { londonDay } from "../time/london.ts";
import { foldName } from "./identity.ts";

/** Words that say of somebody what they are, and so belong beside a name, where they are checked. */
const OFFICE =
  /\b(?:mp|msp|mla|councillor|cllr|mayor|minister|ceo|chief (?:executive|officer)|chairman|chairwoman|chairperson|director|headteacher|head teacher|on behalf of|charity|council|nhs|ltd|limited|plc|cic|society|association|foundation|federation|parliament|university|trust|school|academy|college|hospital|clinic|surgery|union|llp|solicitors|network|forum|campaign|committee|families|parents|carers|circle|police|department)\b/;

/** Alphabets with letters that look like Latin ones. */
const LOOKS_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** What stands around the name of a representative who signs with it. */
const TITLES = /^(?:(?:rt )?hon |cllr |councillor )+|(?: mp| msp| ms| mla)+$/g;

/**
 * Whether a name waits for a moderator before it is shown: it is a sitting representative's, and not confirmed by the
 * address that they publish; it says an office or an organisation, which nobody has
 * checked, or is that of one which a moderator knows; or it has letters of two
 * alphabets, one of which may stand for the other: a Cyrillic о reads as a Latin one.
 */
export async function isNameToHold(
  read: Reader,
  { name, addressHash }: { name: string; addressHash: string },
  now: number,
): Promise<boolean> {
  const bare = foldWords(name).replace(TITLES, "");
  if (await isRepresentatives(read, [name, bare], now))
    return (await listSeatsAt(read, { name: bare, addressHash }, now)).length === 0;
  return OFFICE.test(foldWords(name)) || mixesAlphabets(name) || (await isOrganisations(read, name));
}

/** True of the name of an organisation that signs a letter, or that a moderator has put on the list. */
async function isOrganisations(read: Reader, name: string): Promise<boolean> {
  const { organisations, standings } = read.tables;
  const key = organisationKey(name);
  const listed = await read
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.nameKey, key))
    .limit(1);
  if (listed.length > 0) return true;
  const signing = await read
    .select({ id: standings.signatureId })
    .from(standings)
    .where(
      and(
        eq(standings.organisationKey, key),
        eq(standings.isForOrganisation, true),
        eq(standings.state, "vouched"),
      ),
    )
    .limit(1);
  return signing.length > 0;
}

function mixesAlphabets(name: string): boolean {
  return /\p{Script=Latin}/u.test(name) && LOOKS_LATIN.test(name);
}

async function isRepresentatives(read: Reader, names: readonly string[], now: number): Promise<boolean> {
  const { representatives, terms } = read.tables;
  const keys = [...new Set(names.flatMap((name) => [foldName(name), nameKeyOf(name)]))];
  const sitting = await read
    .select({ id: representatives.id })
    .from(representatives)
    .innerJoin(terms, eq(terms.representativeId, representatives.id))
    .where(
      and(
        inArray(representatives.nameKey, keys),
        or(eq(terms.endsOn, ""), gte(terms.endsOn, londonDay(now))),
      ),
    )
    .limit(1);
  return sitting.length > 0;
}
