import { organisationKey } from "./organisation-key.ts";

/** The organisations one of whose words begins what was typed. */
export function foundOrganisations(organisations: readonly string[], q: string): string[] {
  const key = organisationKey(q);
  return organisations.filter((one) => ` ${organisationKey(one)}`.includes(` ${key}`));
}

/** Signatories as a page may know them. */
export function withoutIds<Person extends { signatureId: string }>(
  people: readonly Person[],
): Omit<Person, "signatureId">[] {
  return people.map(({ signatureId: _signatureId, ...person }) => person);
}
