import type { Tx } from "#db/database.ts";

/** One line of the audit log. `detail` holds codes and words of ours, nothing that a person typed. */
export interface AuditEntry {
  /** Who did it; blank for a command or the program itself. */
  accountId: string;
  action: string;
  /** The row it was done to. */
  subject: string;
  detail: string;
}

/**
 * Writes down who did what, in the transaction that does it. Nothing in the program changes or deletes a line.
 * Returns its number.
 */
export async function appendAudit(tx: Tx, entry: AuditEntry, now: number): Promise<number> {
  const { auditLog } = tx.tables;
  const [line] = await tx
    .insert(auditLog)
    .values({ ...entry, at: now })
    .returning({ sequence: auditLog.sequence });
  if (!line) throw new Error("a line of the audit log was not written");
  return line.sequence;
}
