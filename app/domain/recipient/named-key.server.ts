import { foldName } from "../signature/identity.ts";
import type { NamedForm } from "./named-recipient.ts";

/** Whom a name stands for, folded: the same twice is one. */
export function namedKey({
  name,
  role,
  organisation,
}: Pick<NamedForm, "name" | "role" | "organisation">): string {
  return [name, role, organisation].map(foldName).join("|");
}
