import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { type Crew, crewTables, invitedPlace } from "./crew.ts";

/** More than may be open. */
const LISTED = 50;

/** An invitation that has not been answered, as owners see it. */
export interface OpenInvitation {
  publicId: string;
  address: string;
  createdAt: number;
  expiresAt: number;
}

/** Who has been invited to run it and has not answered yet, the first first. */
export async function listOpenInvitations(
  read: Reader,
  keyring: Keyring,
  crew: Crew,
  now: number,
): Promise<OpenInvitation[]> {
  const { invited, to } = crewTables(read.tables, crew.kind);
  const rows = await read
    .select({
      id: invited.id,
      publicId: invited.publicId,
      email: invited.email,
      createdAt: invited.createdAt,
      expiresAt: invited.expiresAt,
    })
    .from(invited)
    .where(and(eq(to, crew.id), isNull(invited.acceptedAt), gt(invited.expiresAt, now)))
    .orderBy(asc(invited.createdAt), asc(invited.id))
    .limit(LISTED);
  return rows.map(({ id, email, ...row }) => ({
    ...row,
    address: keyring.open(invitedPlace(crew.kind, id), email),
  }));
}
