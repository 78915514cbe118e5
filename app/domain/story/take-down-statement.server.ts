import { and, eq } from "drizzle-orm";
import { queueMail } from "../mail/queue-mail.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { isOwnStatement } from "./own-statement.server.ts";
import { statementPlace } from "./statement.ts";
import type { TakeStatementDownForm } from "./statement-form.ts";
import { openStatement, sealShown } from "./statement-sealed.server.ts";

/** Takes a published statement off every page at once. It is kept a while, sealed, and whoever wrote it is mailed. */
export async function takeDownStatement(
  site: Site,
  { publicId, accountId, form }: { publicId: string; accountId: string; form: TakeStatementDownForm },
  now: number,
): Promise<"taken_down" | "not_published" | "own" | "unknown"> {
  const { reason, note } = form;
  return site.db.transaction("take down statement", async (tx) => {
    const { storyStatements } = tx.tables;
    const isIt = eq(storyStatements.publicId, publicId);
    const [found] = await tx.select().from(storyStatements).where(isIt);
    if (!found || found.state === "unconfirmed") return "unknown";
    if (await isOwnStatement(tx, found, accountId)) return "own";
    if (found.state !== "published") return "not_published";
    const taken = await tx
      .update(storyStatements)
      .set({
        ...{ state: "declined", reason, settledAt: now, settledBy: accountId },
        ...sealShown(site.keyring, found.id, openStatement(site.keyring, found)),
        note: site.keyring.seal(statementPlace(found.id, "note"), note),
      })
      .where(and(isIt, eq(storyStatements.state, "published")))
      .returning({ id: storyStatements.id });
    if (taken.length === 0) return "not_published";
    const entry = { accountId, action: "take_down_statement", subject: found.id, detail: reason };
    await appendAudit(tx, entry, now);
    await queueMail(tx, site, { template: "statement-settled", rowId: found.id }, now);
    return "taken_down";
  });
}
