import type { Reader } from "#db/database.ts";
import { keepByPublication } from "../area/kept-by-publication.server.ts";
import { listConstituenciesOf } from "../area/overlaps.server.ts";
import { findAreas, listDistricts } from "../area/queries.server.ts";
import type { LedgerFilter, LedgerRow } from "./ledger.ts";
import { describeSeats } from "./ledger-rows.server.ts";
import type { SeatRow } from "./ledger-seats.server.ts";
import { listCountedSeats, listSeats } from "./ledger-statement.server.ts";
import type { LedgerView } from "./ledger-view.server.ts";

/** Rows described at once where all of them are asked for. */
const CHUNK = 500;

/** More than everybody who speaks for any place, and everybody who did. */
const LISTED = 60_000;

/** A part of a ledger: the largest numbers first, seats of which nobody is known last. */
export async function readLedger(
  read: Reader,
  view: LedgerView,
  part: { filter?: LedgerFilter; limit: number; offset?: number },
): Promise<LedgerRow[]> {
  return describe(read, view, await listSeats(read, view, part));
}

/** The same, with how many rows the filter asks for in all; 0 where the part begins after the last of them. */
export async function readCountedLedger(
  read: Reader,
  view: LedgerView,
  part: { filter?: LedgerFilter; limit: number; offset?: number },
): Promise<{ rows: LedgerRow[]; count: number }> {
  const { seats, count } = await listCountedSeats(read, view, part);
  return { rows: await describe(read, view, seats), count };
}

const keepPages = keepByPublication<{ seats: SeatRow[]; count: number }>();

/**
 * A part of a ledger as far as it is of those in office today, of whom nothing is asked but their numbers; with how many
 * they are in all, 0 where the part begins after the last of them.
 */
export async function readInOffice(
  read: Reader,
  view: LedgerView,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ rows: LedgerRow[]; count: number }> {
  const { campaign, day } = view;
  const asked = { campaignId: campaign.id, besides: `${campaign.bodyGss} ${day} ${limit} ${offset}` };
  const found = await keepPages(read, asked, () =>
    listCountedSeats(read, view, { filter: { isInOffice: true }, limit, offset }),
  );
  return { rows: await describe(read, view, found?.seats ?? []), count: found?.count ?? 0 };
}

/** All that a filter asks for, some hundred rows at a time: who they are is settled at the beginning. */
export async function* walkLedger(
  read: Reader,
  view: LedgerView,
  filter: LedgerFilter,
): AsyncGenerator<LedgerRow[]> {
  const seats = await listSeats(read, view, { filter, limit: LISTED });
  for (let start = 0; start < seats.length; start += CHUNK)
    yield await describe(read, view, seats.slice(start, start + CHUNK));
}

/** The codes by which a ledger is narrowed to one council: its own, its districts', its constituencies'. */
export async function ledgerPlaces(read: Reader, gssCode: string): Promise<ReadonlySet<string>> {
  const council = (await findAreas(read, [gssCode])).get(gssCode);
  if (!council) return new Set([gssCode]);
  const districts = await listDistricts(read, gssCode);
  const constituencies = await listConstituenciesOf(read, council);
  return new Set([
    gssCode,
    ...districts.map((district) => district.gssCode),
    ...constituencies.map(({ constituency }) => constituency.gssCode),
  ]);
}

function describe(read: Reader, view: LedgerView, seats: readonly SeatRow[]): Promise<LedgerRow[]> {
  const { campaign, forwarding, quiet } = view;
  return describeSeats(read, seats, { campaigns: [campaign], forwarding, quiet });
}
