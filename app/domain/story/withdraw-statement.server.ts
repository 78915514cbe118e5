import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/database.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import type { Site } from "../site.ts";
import { OPEN_STATEMENT_STATES } from "./statement.ts";
import { BLANK_STATEMENT } from "./statement-sealed.server.ts";

/**
 * Takes a reply back at once, for good, by the link of whoever wrote it; what it said is blanked. `withdrawn` again
 * where it was before, `over` where it had come to another end.
 */
export async function withdrawStatement(
  site: Pick<Site, "db">,
  token: string,
  now: number,
): Promise<"withdrawn" | "over" | "unknown"> {
  return site.db.transaction("withdraw statement", async (tx) => {
    const { storyStatements } = tx.tables;
    const id = await findLinkedRow(tx, token, ["story_statement"]);
    if (id === undefined) return "unknown";
    const withdrawn = await tx
      .update(storyStatements)
      .set({ ...BLANK_STATEMENT, state: "withdrawn", settledAt: now })
      .where(and(eq(storyStatements.id, id), inArray(storyStatements.state, [...OPEN_STATEMENT_STATES])))
      .returning({ id: storyStatements.id });
    if (withdrawn.length > 0) return "withdrawn";
    const [row] = await tx
      .select({ state: storyStatements.state })
      .from(storyStatements)
      .where(eq(storyStatements.id, id));
    if (!row) return "unknown";
    return row.state === "withdrawn" ? "withdrawn" : "over";
  });
}

/** Takes everything said to these stories off with them: their author has taken them back, or they are kept no longer. */
export async function withdrawStatementsTo(tx: Tx, storyIds: readonly string[], now: number): Promise<void> {
  if (storyIds.length === 0) return;
  const { storyStatements } = tx.tables;
  const ofThese = inArray(storyStatements.storyId, [...storyIds]);
  await tx
    .update(storyStatements)
    .set({ state: "withdrawn", settledAt: now })
    .where(and(ofThese, inArray(storyStatements.state, [...OPEN_STATEMENT_STATES])));
  await tx.update(storyStatements).set(BLANK_STATEMENT).where(ofThese);
}
