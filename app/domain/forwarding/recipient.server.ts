import type { Keyring } from "../privacy/keyring.server.ts";
import type { Forwarding } from "./forwarding.ts";

/** The seat that a message goes to. */
export interface Addressee {
  termId: string;
  /** As stored: sealed. */
  address: string;
  publicId: string;
  isInvented: boolean;
}

/**
 * Where a message to a representative goes: in rehearsal to an address that leads nowhere, live to the one on
 * record. All forwarding mail passes here, and nothing else opens a representative's address to write to it.
 *
 * @throws when nothing may be sent at all, and live for somebody invented
 */
export function recipientOf(keyring: Keyring, to: Addressee, forwarding: Forwarding): string {
  switch (forwarding) {
    case "off":
      throw new Error("FORWARDING=off: no message to a representative may be addressed");
    case "rehearsal":
      return rehearsalAddress(to.publicId);
    case "live":
      if (to.isInvented) throw new Error(`representative ${to.publicId} is invented and is never written to`);
      return keyring.open({ table: "terms", column: "address", rowId: to.termId }, to.address);
  }
}

/** The address that stands for a representative's own in a rehearsal: mail to it arrives nowhere. */
export function rehearsalAddress(publicId: string): string {
  return `rep-${publicId}@rehearsal.invalid`;
}
