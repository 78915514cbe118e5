import { and, eq, gt } from "drizzle-orm";
import { STATEMENT_CONFIRM_DAYS, STATEMENT_WORKING_DAYS } from "#app/policy-stories.ts";
import type { Reader } from "#db/database.ts";
import { hostOf, isSharedHost } from "../open-letter/mail-host.server.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { isAtCouncil } from "../representative/council-domain.ts";
import type { Site } from "../site.ts";
import { DAY } from "../time/durations.ts";
import { addWorkingHours } from "../time/working-hours.ts";
import { openStatement } from "./statement-sealed.server.ts";

/**
 * Confirms a reply by the link that was mailed: now it waits for a moderator, and the clock runs. It is the council's
 * where the address is at that council's own domain. Pressed again it says `confirmed_already`; `over` when the link
 * is too old.
 */
export async function confirmStatement(
  site: Pick<Site, "db" | "keyring">,
  token: string,
  now: number,
): Promise<"confirmed" | "confirmed_already" | "over" | "unknown"> {
  return site.db.transaction("confirm statement", async (tx) => {
    const { storyStatements } = tx.tables;
    const id = await findLinkedRow(tx, token, ["story_statement"]);
    if (id === undefined) return "unknown";
    const [row] = await tx.select().from(storyStatements).where(eq(storyStatements.id, id));
    if (!row) return "unknown";
    const { email } = openStatement(site.keyring, row);
    const confirmed = await tx
      .update(storyStatements)
      .set({
        state: "waiting",
        confirmedAt: now,
        dueAt: addWorkingHours(now, STATEMENT_WORKING_DAYS * 24),
        isOfficial: await isOfCouncil(tx, email, row.councilGss),
      })
      .where(
        and(
          eq(storyStatements.id, id),
          eq(storyStatements.state, "unconfirmed"),
          gt(storyStatements.createdAt, now - STATEMENT_CONFIRM_DAYS * DAY),
        ),
      )
      .returning({ id: storyStatements.id });
    if (confirmed.length > 0) return "confirmed";
    const [after] = await tx
      .select({ state: storyStatements.state })
      .from(storyStatements)
      .where(eq(storyStatements.id, id));
    return after === undefined || after.state === "unconfirmed" ? "over" : "confirmed_already";
  });
}

/** Whether an address is at a council's own domain; never at one that many share. */
async function isOfCouncil(read: Reader, email: string, councilGss: string): Promise<boolean> {
  const { areas } = read.tables;
  const [council] = await read
    .select({ domain: areas.domain })
    .from(areas)
    .where(eq(areas.gssCode, councilGss));
  if (council === undefined || council.domain === "" || isSharedHost(hostOf(email))) return false;
  return isAtCouncil(email, council.domain);
}
