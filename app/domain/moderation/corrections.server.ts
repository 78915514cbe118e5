import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { CorrectionKind, CorrectionState } from "#db/tables/correction.ts";
import type { Keyring, Place } from "../privacy/keyring.server.ts";
import { OPEN_STATES } from "./correction.ts";

/** One line of the queue: who or where it is about, nothing that was typed. */
export interface ListedCorrection {
  publicId: string;
  kind: CorrectionKind;
  state: CorrectionState;
  about: string;
  createdAt: number;
  settledAt: number | null;
}

/** A correction as a moderator reads it. */
export interface OfferedCorrection extends ListedCorrection {
  reason: string;
  representative?: { publicId: string; name: string };
  area?: { gssCode: string; name: string; level: string };
  /** What was typed; blank once it has been forgotten. */
  words: string;
  name: string;
  address: string;
  sourceUrl: string;
  /** Whether somebody wants to hear what became of it. */
  wantsAnswer: boolean;
}

/** The columns that hold what was typed. */
export const TYPED_COLUMNS = ["words", "name", "address", "sourceUrl", "email"] as const;
type TypedColumn = (typeof TYPED_COLUMNS)[number];

/** Where a text of a correction is sealed. */
export function sealedIn(rowId: string, column: TypedColumn): Place {
  return { table: "corrections", column, rowId };
}

/** A page of corrections: those that wait, the oldest first; or those that are settled, the newest first. */
export async function listCorrections(
  read: Reader,
  { isSettled, page }: { isSettled: boolean; page: number },
): Promise<{ corrections: ListedCorrection[]; count: number }> {
  const { corrections, representatives, areas } = read.tables;
  const isListed = inArray(corrections.state, isSettled ? ["accepted", "declined"] : [...OPEN_STATES]);
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(corrections)
    .where(isListed);
  const order = isSettled
    ? [desc(corrections.settledAt), desc(corrections.id)]
    : [desc(corrections.state), asc(corrections.createdAt), asc(corrections.id)];
  const rows = await read
    .select({ correction: corrections, name: representatives.name, areaName: areas.name })
    .from(corrections)
    .leftJoin(representatives, eq(representatives.id, corrections.representativeId))
    .leftJoin(areas, eq(areas.gssCode, corrections.gssCode))
    .where(isListed)
    .orderBy(...order)
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return {
    count: counted?.count ?? 0,
    corrections: rows.map(({ correction, name, areaName }) => {
      const { publicId, kind, state, createdAt, settledAt } = correction;
      return { publicId, kind, state, about: name ?? areaName ?? "", createdAt, settledAt };
    }),
  };
}

/** How many wait for a moderator; those held by a limit apart. */
export async function countOpenCorrections(read: Reader): Promise<{ waiting: number; held: number }> {
  const { corrections } = read.tables;
  const rows = await read
    .select({ state: corrections.state, count: sql`count(*)`.mapWith(Number) })
    .from(corrections)
    .where(inArray(corrections.state, [...OPEN_STATES]))
    .groupBy(corrections.state);
  const of = (state: CorrectionState) => rows.find((row) => row.state === state)?.count ?? 0;
  return { waiting: of("waiting"), held: of("held") };
}

/** Where to write what became of a correction, and what did; undefined once it is forgotten, or nobody asked. */
export async function findSettledCorrection(
  read: Reader,
  keyring: Keyring,
  id: string,
): Promise<{ email: string; about: string; isAccepted: boolean; reason: string } | undefined> {
  const { corrections, representatives, areas } = read.tables;
  const [row] = await read
    .select({ correction: corrections, name: representatives.name, areaName: areas.name })
    .from(corrections)
    .leftJoin(representatives, eq(representatives.id, corrections.representativeId))
    .leftJoin(areas, eq(areas.gssCode, corrections.gssCode))
    .where(eq(corrections.id, id));
  if (!row || row.correction.email === "") return undefined;
  const { email, state, reason } = row.correction;
  return {
    email: keyring.open(sealedIn(id, "email"), email),
    about: row.name ?? row.areaName ?? "",
    isAccepted: state === "accepted",
    reason,
  };
}

/** One correction with what was typed, for a moderator's eyes. */
export async function findCorrection(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<OfferedCorrection | undefined> {
  const { corrections, representatives, areas } = read.tables;
  const [row] = await read
    .select({
      correction: corrections,
      representative: { publicId: representatives.publicId, name: representatives.name },
      area: { gssCode: areas.gssCode, name: areas.name, level: areas.level },
    })
    .from(corrections)
    .leftJoin(representatives, eq(representatives.id, corrections.representativeId))
    .leftJoin(areas, eq(areas.gssCode, corrections.gssCode))
    .where(eq(corrections.publicId, publicId));
  if (!row) return undefined;
  const { id, kind, state, reason, createdAt, settledAt, email, ...sealed } = row.correction;
  const open = (column: Exclude<TypedColumn, "email">) => keyring.open(sealedIn(id, column), sealed[column]);
  return {
    ...{ publicId, kind, state, reason, createdAt, settledAt },
    about: row.representative?.name ?? row.area?.name ?? "",
    representative: row.representative ?? undefined,
    area: row.area ?? undefined,
    words: open("words"),
    name: open("name"),
    address: open("address"),
    sourceUrl: open("sourceUrl"),
    wantsAnswer: email !== "",
  };
}
