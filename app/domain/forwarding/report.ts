import type { AreaLevel } from "#db/tables/area.ts";
import type { CampaignKind } from "#db/tables/campaign.ts";
import type { RepresentativeKind } from "#db/tables/representative.ts";
import type { Basis } from "./basis.ts";
import type { Addressee } from "./recipient.server.ts";

/** A place with its published count. */
export interface Part {
  code: string;
  name: string;
  count: number;
}

/** Places with their published counts, and what is left of the whole for all others. */
export interface Parts {
  rows: Part[];
  rest: number;
}

/** A table of places in a message, with their growth since this reader last saw them, where it may be stated. */
export interface PartsTable {
  rows: (Part & { since?: number })[];
  rest: number;
  restSince?: number;
  /** What the rows are: "Ward". */
  head: string;
  /** What the rest is: "Elsewhere in Worcester". */
  restName: string;
}

/** One campaign of a message, every number from the campaign's present publication. */
export interface ReportedItem {
  campaignId: string;
  /** Whom the row is kept under: of two who share an address and an area, one. */
  representativeId: string;
  kind: CampaignKind;
  number: number;
  slug: string;
  title: string;
  /** The same in a few words. */
  shortName: string;
  organiserName: string;
  /** The last day to sign, `YYYY-MM-DD`. */
  closesOn: string;
  bodyName: string;
  /** Blank where it is not a council. */
  bodyGss: string;
  askClause: string;
  /** One by one, for those whom the campaign is addressed to. */
  asks: readonly string[];
  /** Names that signatories chose to show stand on a page of it. */
  showsNames?: boolean;
  /** The reader gets a copy, and is not asked to answer. */
  isCopy?: boolean;
  isDemonstration: boolean;
  /** Families tell stories of what it is about. */
  isAboutSchools?: boolean;
  basis: Basis;
  gssCode: string;
  level: AreaLevel;
  /** Blank for everyone. */
  areaName: string;
  tally: number;
  /** Missing where there is none, or where the growth since may not be stated. */
  previousTally?: number;
  /** Blank where they were never told. */
  previousOn: string;
  isClosing: boolean;
  /** The area around it with its own count: the council of a ward, the county of a division. */
  beside?: { name: string; count: number };
  tables: readonly PartsTable[];
}

/** What families have told of a council, as its page shows it. */
export interface ReportedStories {
  /** "Worcestershire" */
  place: string;
  slug: string;
  familyCount: number;
  /** Months without a full school place, added together; missing where no number stands beside these families. */
  monthsOut?: number;
}

/** Somebody whom a message is for. */
export interface ReportReader {
  kind: RepresentativeKind;
  fullTitle: string;
  areaName: string;
}

/** What a message says, to whom, and where their address was found. */
export interface DeliveryReport {
  to: Addressee;
  /** One, or all who share the address and are told of something. */
  readers: readonly ReportReader[];
  items: ReportedItem[];
  /** Of the council that runs education where the reader sits. */
  stories?: ReportedStories | undefined;
  /** The first message to this address: it says where the address is published. */
  isFirst: boolean;
  source: string;
  checkedOn: string;
  /** The latest messages to this address about its first campaign, oldest first. */
  earlier: readonly string[];
}
