import type { LedgerRow, LedgerState } from "#app/domain/forwarding/ledger.ts";
import { stanceWords } from "#app/domain/response/response.ts";
import { counted, figure, londonDay } from "./format.ts";
import type { ToldRow } from "./told-table.tsx";

/** Rows of a ledger as the rows of a `ToldTable`, in fair words: not having been told is nobody's silence. */
export function toldRows(rows: readonly LedgerRow[]): ToldRow[] {
  return rows.map((row) => {
    const { publicId, gssCode, count, basis, toldAt, state, answer } = row;
    return {
      key: `${publicId} ${gssCode} ${row.isBefore ?? false}`,
      who: roleOf(row),
      detail: detailOf(row),
      href: publicId === "" ? undefined : `/representatives/${publicId}`,
      count,
      countNote: {
        constituents: undefined,
        at_least: undefined,
        across: "across the county",
        everyone: "in all",
      }[basis],
      isAtLeast: basis === "at_least",
      toldAt,
      // Whoever has answered is known to have heard by another way: nothing is there to mend.
      fate: state === "no_address" && answer ? { words: "Not told by us" } : fateOf(state, count),
      answer: answer && {
        words: stanceWords(answer.stance),
        href: `/representatives/${publicId}#answer-${answer.publicId}`,
      },
      mend: state === "no_address" && !answer ? mendHref(row) : undefined,
    };
  });
}

function roleOf({ level, areaName, councilName }: LedgerRow): string {
  switch (level) {
    case "mp":
      return areaName === "" ? "MP" : `MP for ${areaName}`;
    case "ward":
      return `Councillor, ${areaName}`;
    case "county":
      return `County councillor, ${areaName}`;
    case "office":
      return `Office of ${councilName || areaName}`;
  }
}

function detailOf(row: LedgerRow): string {
  if (row.publicId === "") return "We do not know who it is";
  return [row.name, row.isBefore ? "at the time" : "", timesWords(row)].filter(Boolean).join(" · ");
}

/** "told 3 times since 1 March 2026, answered once": blank where the columns of a table say it all. */
export function timesWords({
  toldCount,
  firstToldAt,
  answer,
}: Pick<LedgerRow, "toldCount" | "firstToldAt" | "answer">): string {
  if (toldCount < 2 || firstToldAt === undefined) return "";
  const told = `told ${times(toldCount)} since ${londonDay(firstToldAt)}`;
  return answer === undefined ? told : `${told}, answered ${times(answer.count)}`;
}

/** 1 → "once", 2 → "twice", 3 → "3 times" */
export function times(count: number): string {
  if (count === 1) return "once";
  return count === 2 ? "twice" : counted(count, "time");
}

/** What became of telling somebody, in fair words. */
export function fateOf(state: LedgerState, count: number): ToldRow["fate"] {
  switch (state) {
    case "would_be_told":
      return { words: `Would be told: ${figure(count)}` };
    case "to_be_told":
      return { words: "In the next round", tone: "waiting" };
    case "rehearsed":
      return { words: "Rehearsed" };
    case "sending":
      return { words: "On its way", tone: "waiting" };
    case "sent":
    case "complained":
      return { words: "Sent" };
    case "delivered":
      return { words: "Delivered" };
    case "uncertain":
      return { words: "May not have arrived" };
    case "bounced":
    case "unreachable":
      return { words: "We could not reach them" };
    case "paused":
      return { words: "Asked us not to write" };
    case "no_address":
      return { words: "No address known" };
    case "quiet":
      return { words: "Quiet before a poll", tone: "waiting" };
    case "left_out":
      return { words: "Not among those told of it" };
  }
}

function mendHref({ publicId, gssCode }: LedgerRow): string {
  return publicId === "" ? `/areas/${gssCode}/correct` : `/representatives/${publicId}/correct`;
}
