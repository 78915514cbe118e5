/** What a passage could give away, one word a kind. "school" stands for every setting: nursery, unit, hospital. */
export const MARK_KINDS = [
  "name",
  "school",
  "date",
  "age",
  "nhs_number",
  "upn",
  "case_reference",
  "postcode",
  "street_address",
  "telephone",
  "email",
  "link",
  "handle",
  "vehicle",
  "rare_combination",
] as const;

export type MarkKind = (typeof MARK_KINDS)[number];

/** How surely it is what it seems: a right check digit is "sure", a capital letter alone "perhaps". */
export type Certainty = "sure" | "likely" | "perhaps";

/** What stands for a number or an address that can only go; the sentence around it stays whole. */
export const LEFT_OUT = "[left out]";

/** A passage that could lead to a child: `text.slice(start, end)`, in UTF-16 units of the text that was given. */
export interface Mark {
  start: number;
  end: number;
  kind: MarkKind;
  certainty: Certainty;
  /** One plain sentence for its author. */
  why: string;
  /** What could stand there instead; blank where the words around it say enough ("my son Oliver"). */
  replacement: string;
}
