import { and, eq, inArray, lte, or, type SQL } from "drizzle-orm";
import { CLAIM_MINUTES } from "#app/policy.ts";
import type { Reader, Tx } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { MINUTE } from "../time/durations.ts";

/** Who has something in hand, and until when. */
export interface Claim {
  subject: string;
  accountId: string;
  /** The address of the moderator, for other moderators. */
  by: string;
  expiresAt: number;
}

/** What a claim on a campaign is about. */
export function campaignSubject(campaignId: string): string {
  return `campaign:${campaignId}`;
}

/**
 * Takes something in hand for a moderator, or keeps it so: whatever nobody has, whose time is over, or which `from`
 * has, where it is knowingly taken over from them. One statement, so that of two only one gets it. Returns false
 * where somebody else has it.
 */
export async function takeClaim(
  tx: Tx,
  { subject, accountId, from }: { subject: string; accountId: string; from?: string },
  now: number,
): Promise<boolean> {
  const { claims } = tx.tables;
  const mayHave: (SQL | undefined)[] = [lte(claims.expiresAt, now), eq(claims.accountId, accountId)];
  if (from !== undefined) mayHave.push(eq(claims.accountId, from));
  const row = { accountId, claimedAt: now, expiresAt: now + CLAIM_MINUTES * MINUTE };
  const taken = await tx
    .insert(claims)
    .values({ subject, ...row })
    .onConflictDoUpdate({ target: claims.subject, set: row, setWhere: or(...mayHave) })
    .returning({ subject: claims.subject });
  return taken.length > 0;
}

/** Gives up what a moderator has in hand; what somebody else has stays theirs. */
export async function dropClaim(
  tx: Tx,
  { subject, accountId }: { subject: string; accountId: string },
): Promise<void> {
  const { claims } = tx.tables;
  await tx.delete(claims).where(and(eq(claims.subject, subject), eq(claims.accountId, accountId)));
}

/** Who has which of these in hand now, by subject. */
export async function findClaims(
  read: Reader,
  keyring: Keyring,
  subjects: readonly string[],
  now: number,
): Promise<Map<string, Claim>> {
  const { claims, accounts } = read.tables;
  if (subjects.length === 0) return new Map();
  const rows = await read
    .select({ claim: claims, address: accounts.address })
    .from(claims)
    .innerJoin(accounts, eq(accounts.id, claims.accountId))
    .where(inArray(claims.subject, [...subjects]));
  return new Map(
    rows
      .filter(({ claim }) => claim.expiresAt > now)
      .map(({ claim: { subject, accountId, expiresAt }, address }) => {
        const by = keyring.open({ table: "accounts", column: "address", rowId: accountId }, address);
        return [subject, { subject, accountId, by, expiresAt }];
      }),
  );
}
