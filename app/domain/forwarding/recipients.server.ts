import { and, eq, exists, inArray, ne, not } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { speaksForBody } from "./body-offices.server.ts";
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
  const rows = [
    ...(await listRecipients(read, slotOn, narrowing)),
    ...(await listOffices(read, slotOn, narrowing)),
  ];
  return rows.map((row) => ({ ...row, gssCode: "", level: "council", basis: "everyone" }));
}

async function listRecipients(read: Reader, slotOn: string, narrowing: Narrowing) {
  const { terms, areas, representatives, publications, campaigns, recipients } = read.tables;
  return read
    .select({ ...seatColumns(read), tally: publications.total })
    .from(terms)
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .innerJoin(recipients, eq(recipients.representativeId, terms.representativeId))
    .innerJoin(campaigns, eq(campaigns.id, recipients.campaignId))
    .innerJoin(publications, eq(publications.campaignId, campaigns.id))
    .where(
      and(
        isRunning(read, slotOn),
        ne(recipients.checkedBy, ""),
        inArray(campaigns.state, [...TELLING_STATES]),
        narrowing(campaigns.id),
      ),
    );
}

async function listOffices(read: Reader, slotOn: string, narrowing: Narrowing) {
  const { terms, areas, representatives, publications, campaigns, recipients } = read.tables;
  const named = read
    .select({ representativeId: recipients.representativeId })
    .from(recipients)
    .where(eq(recipients.campaignId, campaigns.id));
  return read
    .select({ ...seatColumns(read), tally: publications.total })
    .from(terms)
    .innerJoin(representatives, and(eq(representatives.id, terms.representativeId), speaksForBody(read)))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .innerJoin(campaigns, eq(campaigns.bodyGss, terms.gssCode))
    .innerJoin(publications, eq(publications.campaignId, campaigns.id))
    .where(
      and(
        isRunning(read, slotOn),
        inArray(campaigns.state, [...TELLING_STATES]),
        not(exists(named)),
        narrowing(campaigns.id),
      ),
    );
}
