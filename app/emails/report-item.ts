/**
 * A part of the area with its published count; `since` is its growth, left out by the caller where it may not be
 * stated or could be worked out from the rest.
 */
export type ReportRow = { name: string; count: number; since?: number };

/** The parts of the area counted, and those left out in one row. */
export type ReportTable = {
  /** What the rows are, such as "Ward". */
  head: string;
  rows: readonly ReportRow[];
  /** The rows left out: "11 other wards". */
  restLabel?: string;
  restCount?: number;
  restSince?: number;
};

/**
 * Of whom a tally may be said: `constituents` of this representative; `at_least` where the division of some
 * postcodes is not known; `across` a county whose divisions cannot be told apart; `everyone` for the body
 * addressed.
 */
export type ReportBasis = "constituents" | "at_least" | "across" | "everyone";

/** One campaign of a report. The mail states these numbers and works out no other. */
export type ReportItem = {
  kind: "petition" | "letter";
  campaignNumber: number;
  campaignTitle: string;
  /** The title in a few words, for the subject. */
  shortName: string;
  campaignUrl: string;
  /** Where those stand who chose to show their names; missing where the campaign shows none. */
  namesUrl?: string;
  bodyName: string;
  organiserName: string;
  /** What completes "They ask {bodyName} to …"; blank where it asks for nothing. */
  asks: string;
  /** All of them, for those whom the campaign is addressed to; stands in place of `asks`. */
  askList?: readonly string[];
  /** The reader gets a copy of what others are asked. */
  isCopy?: boolean;
  basis: ReportBasis;
  /** The ward, division, council, county or constituency counted. */
  areaName: string;
  tally: number;
  /** What we last told this reader; left out where there is none or the growth may not be stated. */
  previousTally?: number;
  /** The day of our last message about this campaign, `YYYY-MM-DD`. */
  previousOn?: string;
  /** The area around it: the council of a ward, the county of a division. */
  beside?: { name: string; count: number };
  tables: readonly ReportTable[];
  /** Where all places stand that a table has no room for. */
  placesUrl: string;
  /** The last day to sign, `YYYY-MM-DD`. */
  closesOn: string;
  /** The campaign has closed: this is the last message about it. */
  closing: boolean;
};
