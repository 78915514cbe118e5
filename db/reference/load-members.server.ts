import { and, eq, inArray, lt, ne, sql } from "drizzle-orm";
import type { Database, Tx } from "../database.ts";
import { chunksOf } from "./chunks.ts";
import { type CsvRow, readCsv } from "./read-csv.ts";

/** What the loader cannot know: how rows are named, and how an address is sealed and hashed. */
export type MemberSecrets = {
  /** A new id of a row. */
  newId(): string;
  /** Ten random characters. */
  newPublicId(): string;
  /** Encrypts an address for the column `terms.address` of a row. */
  sealAddress(termId: string, address: string): string;
  /** A name folded as signatories' names are, so that the same name is found. */
  foldName(name: string): string;
  /** The hash by which all messages to one address are found. */
  hashAddress(address: string): string;
};

const SOURCE = "members.parliament.uk";
/** The day the file speaks of. */
const CHECKED_ON = "2026-08-20";
const MEMBERS_PER_UNIT = 100;
/** Somebody who signs with a member's name leaves it out. */
const HONORIFIC = /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame) )+/;

/**
 * Loads the Members of Parliament as representatives, each with the term of their seat and the address that they
 * publish. Run again it brings names, parties and addresses up to date, ends the term of whoever held a seat
 * before, and leaves alone what has become of an address that has not changed.
 */
export async function loadMembers(db: Database, secrets: MemberSecrets): Promise<void> {
  const rows = readCsv("mps.csv", [
    "constituency_gss",
    "name",
    "parliament_member_id",
    "elected_this_seat",
    "email",
  ]);
  for (const chunk of chunksOf(rows, MEMBERS_PER_UNIT)) {
    await db.transaction("load members of parliament", async (tx) => {
      const idByKey = await writeRepresentatives(tx, chunk, secrets);
      await writeTerms(tx, chunk, idByKey, secrets);
    });
  }
}

async function writeRepresentatives(
  tx: Tx,
  rows: readonly CsvRow[],
  secrets: MemberSecrets,
): Promise<Map<string, string>> {
  const { representatives } = tx.tables;
  const written = await tx
    .insert(representatives)
    .values(
      rows.map((row) => ({
        id: secrets.newId(),
        publicId: secrets.newPublicId(),
        kind: "mp" as const,
        sourceKey: sourceKey(row),
        name: row("name"),
        nameKey: secrets.foldName(row("name").replace(HONORIFIC, "")),
        fullTitle: row("full_title"),
        isInvented: false,
        language: "en",
      })),
    )
    .onConflictDoUpdate({
      target: representatives.sourceKey,
      set: { name: sql`excluded.name`, nameKey: sql`excluded.name_key`, fullTitle: sql`excluded.full_title` },
    })
    .returning({ id: representatives.id, sourceKey: representatives.sourceKey });
  return new Map(written.map((row) => [row.sourceKey, row.id]));
}

async function writeTerms(
  tx: Tx,
  rows: readonly CsvRow[],
  idByKey: Map<string, string>,
  secrets: MemberSecrets,
): Promise<void> {
  const { terms } = tx.tables;
  const kept = await tx
    .select({ id: terms.id, addressHash: terms.addressHash, key: termKey(terms) })
    .from(terms)
    .where(inArray(terms.representativeId, [...idByKey.values()]));
  const keptByKey = new Map(kept.map((term) => [term.key, term]));

  for (const row of rows) {
    const representativeId = idByKey.get(sourceKey(row));
    if (representativeId === undefined) throw new Error(`no representative for ${sourceKey(row)}`);
    const gssCode = row("constituency_gss");
    const startsOn = row("elected_this_seat");
    const address = row("email").toLowerCase();
    const addressHash = address === "" ? "" : secrets.hashAddress(address);
    const published = { party: row("party"), endsOn: "", source: SOURCE, checkedOn: CHECKED_ON };
    const sealed = (termId: string) => ({
      address: address === "" ? "" : secrets.sealAddress(termId, address),
      addressHash,
      addressState: address === "" ? ("unknown" as const) : ("good" as const),
    });

    const before = keptByKey.get(`${gssCode} ${representativeId} ${startsOn}`);
    if (before) {
      const changes = before.addressHash === addressHash ? {} : sealed(before.id);
      await tx
        .update(terms)
        .set({ ...published, ...changes })
        .where(eq(terms.id, before.id));
    } else {
      const id = secrets.newId();
      const term = { id, representativeId, gssCode, startsOn, ...published, ...sealed(id) };
      await tx.insert(terms).values(term).onConflictDoNothing();
    }
    await tx
      .update(terms)
      .set({ endsOn: dayBefore(startsOn) })
      .where(
        and(
          eq(terms.gssCode, gssCode),
          ne(terms.representativeId, representativeId),
          eq(terms.endsOn, ""),
          lt(terms.startsOn, startsOn),
        ),
      );
  }
}

function sourceKey(row: CsvRow): string {
  return `parliament:${row("parliament_member_id")}`;
}

function termKey(terms: Tx["tables"]["terms"]) {
  return sql<string>`${terms.gssCode} || ' ' || ${terms.representativeId} || ' ' || ${terms.startsOn}`;
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
