import type { RepresentativeKind } from "#db/tables/representative.ts";
import { foldName } from "../signature/identity.ts";

/** Somebody who signs with a representative's name leaves it out. */
const HONORIFIC = /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Dame|Lord|Lady)\.? )+/;

/** A representative's name folded, to find a signatory or another representative of the same name. */
export function nameKeyOf(name: string): string {
  return foldName(name.replace(HONORIFIC, "")) || foldName(name);
}

/** How a message addresses somebody, where nothing else is known. `bodyName` is the council of an office. */
export function usualTitle(kind: RepresentativeKind, name: string, bodyName: string): string {
  switch (kind) {
    case "mp":
      return `${name} MP`;
    case "councillor":
      return `Councillor ${name}`;
    case "office":
      return bodyName === "" ? name : `${name}, ${bodyName}`;
  }
}
