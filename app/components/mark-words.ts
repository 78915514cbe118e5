import { LEFT_OUT, type Mark, type MarkKind } from "#app/domain/story/mark.ts";

const KINDS: Record<MarkKind, string> = {
  name: "A name",
  school: "A school or setting",
  date: "An exact date",
  age: "An exact age",
  nhs_number: "An NHS number",
  upn: "A pupil number",
  case_reference: "A case or reference number",
  postcode: "A postcode",
  street_address: "An address",
  telephone: "A telephone number",
  email: "An e-mail address",
  link: "A link",
  handle: "A name on a social network",
  vehicle: "A number plate",
  rare_combination: "Something only one child can be",
};

/** "A name", "A postcode". */
export function markKindWords(kind: MarkKind): string {
  return KINDS[kind];
}

/** What the button does: "Use “my son” instead", "Leave it out". */
export function replaceWords({ replacement }: Pick<Mark, "replacement">): string {
  return replacement === "" || replacement === LEFT_OUT ? "Leave it out" : `Use “${replacement}” instead`;
}
