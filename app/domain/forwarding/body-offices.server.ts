import { and, eq, notLike, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** The beginning of the key of an office that one campaign named: it hears of that campaign, not of all to its body. */
export const NAMED_OFFICE = "recipient:";

/** True of an office that speaks for its whole body, such as a council's petitions officer: an admin has added it. */
export function speaksForBody({ tables: { representatives } }: Reader): SQL | undefined {
  return and(eq(representatives.kind, "office"), notLike(representatives.sourceKey, `${NAMED_OFFICE}%`));
}
