/** A councillor, as a file tells it: nothing of it has been looked up yet. */
export interface CouncillorRow {
  row: string;
  /** GSS code, Democracy Club's letters or the name of the council; blank where the file does not say. */
  council: string;
  wardGss: string;
  ward: string;
  name: string;
  party: string;
  /** Undefined where the file does not speak of addresses that a council publishes. */
  address: string | undefined;
  /** What the source calls this person by; blank where it has nothing of the kind. */
  key: string;
  /** The councillor's page; blank where the file has none. */
  url: string;
  /** The day of the election, or blank. */
  startsOn: string;
}

/** A file of councillors and what it was recognised as. */
export interface CouncillorFile {
  format: string;
  rows: CouncillorRow[];
  /** Everybody who sits on the councils in it: who is not in it any more has left. */
  isRoll: boolean;
  /** Host that stands as the source where a row has no page of its own; blank for the council's. */
  source: string;
  notes: string[];
}
