import { and, eq, exists, gte, inArray, ne, not, or, type SQL } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import { londonInstant } from "../time/london.ts";
import { type Addresses, seatsAt } from "./addresses.server.ts";
import { candidateOf } from "./candidate-of.ts";
import type { Narrowing } from "./counted.ts";
import { LEFT_STATES } from "./forwarding.ts";
import type { Candidate } from "./judge.ts";
import { findLastTold, lastToldKey } from "./last-told.server.ts";
import type { Planning } from "./planning.server.ts";
import { rulesFor } from "./rules.server.ts";
import { listCounted } from "./seats.server.ts";
import { weekBefore } from "./slots.ts";
import { canBeWrittenTo } from "./terms.server.ts";

/**
 * Everything that these addresses could be told of in a round, each with all that decides whether they are. Left out
 * are addresses that may not be written to and those that have had a message within the week, counting the day on
 * which it really left.
 */
export async function listCandidates(
  read: Reader,
  addresses: Addresses,
  planning: Planning,
): Promise<Candidate[]> {
  const { terms } = read.tables;
  const seats = seatsAt(read, addresses);
  const rows = await listCounted(read, planning, (campaignId) =>
    and(inArray(terms.id, seats), mayHear(read, campaignId, planning.mode), not(hadMessage(read, planning))),
  );
  const ruleOf = await rulesFor(
    read,
    rows.map((row) => row.campaignId),
  );
  const lastTold = await findLastTold(read, { seats, mode: planning.mode });
  return rows.map((row) =>
    candidateOf(row, planning, {
      rule: ruleOf(row.campaignId),
      lastTold: lastTold.get(lastToldKey(row)),
    }),
  );
}

/** Whether a seat's address may be written to about a campaign, in this mode. */
export function mayHear(
  read: Reader,
  campaignId: Parameters<Narrowing>[0],
  mode: DeliveryMode,
): SQL | undefined {
  const { campaigns, representatives } = read.tables;
  return and(
    canBeWrittenTo(read, campaignId, mode),
    // Nobody invented is written to for real, and nobody real about an invented campaign.
    mode === "live"
      ? and(eq(representatives.isInvented, false), eq(campaigns.isDemonstration, false))
      : undefined,
  );
}

/** Which addresses have had their message of the week, on the day of a round. */
export async function listHadMessage(
  read: Reader,
  { slotOn, mode }: { slotOn: string; mode: DeliveryMode },
): Promise<Set<string>> {
  const { terms } = read.tables;
  const rows = await read
    .selectDistinct({ addressHash: terms.addressHash })
    .from(terms)
    .where(and(ne(terms.address, ""), hadMessage(read, { slotOn, mode })));
  return new Set(rows.map(({ addressHash }) => addressHash));
}

/** Whether a term's address has had its message of the week, counting the day on which it really left. */
function hadMessage(read: Reader, { slotOn, mode }: { slotOn: string; mode: DeliveryMode }): SQL {
  const { deliveries, terms } = read.tables;
  const weekAgo = weekBefore(slotOn);
  const had = read
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.addressHash, terms.addressHash),
        // One of the week before may have left within this one, older ones are not sent any more.
        gte(deliveries.slotOn, weekBefore(weekAgo)),
        eq(deliveries.mode, mode),
        inArray(deliveries.state, [...LEFT_STATES]),
        or(gte(deliveries.slotOn, weekAgo), gte(deliveries.sendingAt, londonInstant(weekAgo, "00:00"))),
      ),
    );
  return exists(had);
}
