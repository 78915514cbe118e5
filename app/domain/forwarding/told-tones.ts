import type { LedgerRow } from "./ledger.ts";

/**
 * What an area's colour says: nobody told, some told, half or more told, some answered, half or more answered. Of a
 * constituency, which has one member, only the first, the third and the last.
 */
export const TOLD_TONES = [0, 1, 2, 4, 5] as const;
/** One of them. */
export type ToldTone = (typeof TOLD_TONES)[number];

/** The tones of constituencies, from the ledger's rows of their members; `wouldTell` where nobody is written to. */
export function memberTones(
  rows: readonly LedgerRow[],
  { wouldTell }: { wouldTell: boolean },
): (gssCode: string) => ToldTone {
  const members = new Map(rows.map((row) => [row.gssCode, row]));
  return (gssCode) => {
    const row = members.get(gssCode);
    if (row === undefined) return 0;
    if (row.answer) return 5;
    return row.toldCount > 0 || (wouldTell && row.state === "would_be_told") ? 2 : 0;
  };
}

/** How far the councillors of a council have been told. */
interface CouncilTold {
  gssCode: string;
  seatCount: number;
  toldCount: number;
  waitingCount: number;
  answeredCount: number;
}

/** The tones of councils, from how many of their councillors were told and answered. */
export function councilTones(
  councils: readonly CouncilTold[],
  { wouldTell }: { wouldTell: boolean },
): (gssCode: string) => ToldTone {
  const found = new Map(councils.map((council) => [council.gssCode, council]));
  return (gssCode) => {
    const council = found.get(gssCode);
    if (council === undefined || council.seatCount === 0) return 0;
    const { seatCount, answeredCount } = council;
    const told = toldOf(council, wouldTell);
    if (answeredCount > 0) return answeredCount * 2 >= seatCount ? 5 : 4;
    if (told === 0) return 0;
    return told * 2 >= seatCount ? 2 : 1;
  };
}

/** How many of a council's councillors were told, or would be too where nobody is written to. */
export function toldOf({ toldCount, waitingCount }: CouncilTold, wouldTell: boolean): number {
  return wouldTell ? toldCount + waitingCount : toldCount;
}
