import type { SignatureState } from "#db/tables/signature.ts";

/** Where a signature may go from each state. Only `confirmed` counts. */
export const TRANSITIONS = {
  suspect: ["pending"],
  pending: ["confirmed"],
  confirmed: ["withdrawn", "invalidated", "pending"],
  invalidated: ["confirmed"],
  withdrawn: [],
} as const satisfies Record<SignatureState, readonly SignatureState[]>;

/** The columns that hold what a person typed, each encrypted for its own row. */
export type SealedColumn = "name" | "email" | "postcode" | "role" | "organisation";

/** Nobody may write by themselves. */
export const NO_CONTACT = { contactGroupId: "", contactVersion: 0, contactAt: null } as const;

/** What a signature holds of a person, blank. Its cell and state stay, and with them the counts. */
export const NO_DETAILS = {
  name: "",
  email: "",
  postcode: "",
  role: "",
  organisation: "",
  country: "",
  typedHash: "",
  addressHash: "",
  nameHash: "",
  postcodeHash: "",
  clientHash: "",
  clientNetHash: "",
  showName: false,
  updates: false,
  ...NO_CONTACT,
} as const;

/** Where one of a signature's encrypted texts lives. */
export function sealedIn(
  rowId: string,
  column: SealedColumn,
): { table: string; column: string; rowId: string } {
  return { table: "signatures", column, rowId };
}
