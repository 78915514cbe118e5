import { isAtCouncil } from "#app/domain/representative/council-domain.ts";

/** What is made of an address that a file gives for a councillor. */
export type AddressVerdict =
  | { kind: "official"; address: string }
  /** The file gives none: nothing is known, and nothing forgotten. */
  | { kind: "none" }
  /** Not an address, or not at the council's own domain: it is not taken. */
  | { kind: "not_taken"; reason: string };

/**
 * Whether an address may be written to as a councillor's: it must be at the council's own domain or below it.
 * Addresses of campaigns, employers and homes are nobody's office.
 */
export function judgeAddress(given: string | undefined, councilDomain: string): AddressVerdict {
  const address = (given ?? "")
    .replace(/^mailto:/i, "")
    .trim()
    .toLowerCase();
  if (address === "") return { kind: "none" };
  if (!/^[^\s@<>,;:"()]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(address))
    return { kind: "not_taken", reason: "is not one e-mail address" };
  if (isAtCouncil(address, councilDomain)) return { kind: "official", address };
  return {
    kind: "not_taken",
    reason: councilDomain
      ? `is not at ${councilDomain} or below it`
      : "cannot be checked: the council's domain is not known",
  };
}
