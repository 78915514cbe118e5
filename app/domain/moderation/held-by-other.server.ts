import { and, eq, gt, ne } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Whether another moderator has something in hand at this moment. */
export async function isHeldByOther(
  read: Reader,
  { subject, accountId }: { subject: string; accountId: string },
  now: number,
): Promise<boolean> {
  const { claims } = read.tables;
  const held = await read
    .select({ subject: claims.subject })
    .from(claims)
    .where(and(eq(claims.subject, subject), ne(claims.accountId, accountId), gt(claims.expiresAt, now)));
  return held.length > 0;
}
