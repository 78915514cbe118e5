import { and, asc, eq, exists, inArray, ne, not, or } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { type Counted, type Narrowing, seatColumns } from "./counted.ts";
import { TELLING_STATES } from "./forwarding.ts";
import type { Planning } from "./planning.server.ts";
import { isRunning } from "./terms.server.ts";

/**
 * Those whom a campaign is addressed to, with its whole count: the recipients whom a moderator has looked at, or,
 * where it names none, the offices of the council addressed.
 */
export async function listAddressed(
  read: Reader,
  { slotOn }: Pick<Planning, "slotOn">,
  narrowing: Narrowing,
): Promise<Counted[]> {
  const { terms, areas, representatives, publications, campaigns, recipients } = read.tables;
  const named = read
    .select({ representativeId: recipients.representativeId })
    .from(recipients)
    .where(and(eq(recipients.campaignId, campaigns.id), ne(recipients.checkedBy, "")));
  const names = read
    .select({ representativeId: recipients.representativeId })
    .from(recipients)
    .where(eq(recipients.campaignId, campaigns.id));
  const rows = await read
    .select({ ...seatColumns(read), tally: publications.total })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .innerJoin(
      campaigns,
      or(
        inArray(terms.representativeId, named),
        and(eq(representatives.kind, "office"), eq(campaigns.bodyGss, terms.gssCode), not(exists(names))),
      ),
    )
    .innerJoin(publications, eq(publications.campaignId, campaigns.id))
    .where(
      and(isRunning(read, slotOn), inArray(campaigns.state, [...TELLING_STATES]), narrowing(campaigns.id)),
    )
    .orderBy(asc(terms.id), asc(campaigns.id));
  return rows.map((row) => ({ ...row, gssCode: "", level: "council", basis: "everyone" }));
}
