import { z } from "zod";
import { LEDGER_ANSWERS, LEDGER_FATES, LEDGER_LEVELS } from "../domain/forwarding/ledger.ts";

/** What a ledger was asked for; whatever makes no sense counts as not said. */
export const ToldQuery = z.object({
  level: z.enum(LEDGER_LEVELS).optional().catch(undefined),
  /** A council's GSS code. */
  council: z
    .string()
    .regex(/^[A-Z]\d{8}$/)
    .optional()
    .catch(undefined),
  fate: z.enum(LEDGER_FATES).optional().catch(undefined),
  answer: z.enum(LEDGER_ANSWERS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
/** The same, read. */
export type ToldQuery = z.infer<typeof ToldQuery>;

/** Reads a ledger's query. */
export function readToldQuery(url: string): ToldQuery {
  return ToldQuery.parse(Object.fromEntries(new URL(url).searchParams));
}

/** The query of a ledger's address, with a question mark, without what goes without saying. */
export function writeToldQuery(query: Partial<ToldQuery>): string {
  const params = new URLSearchParams();
  for (const name of ["level", "council", "fate", "answer"] as const) {
    const value = query[name];
    if (value !== undefined) params.set(name, value);
  }
  if (query.page !== undefined && query.page !== 1) params.set("page", String(query.page));
  return params.size === 0 ? "" : `?${params}`;
}
