import type { AddressState } from "../../tables/representative.ts";
import type { TermSecrets } from "./term-secrets.server.ts";

/** Somebody who holds a seat, as a file tells it. */
export interface Holder {
  /** How a report names the row. */
  row: string;
  /** Stable in the source it came from; of somebody who is known already, the key they have. */
  sourceKey: string;
  name: string;
  fullTitle: string;
  gssCode: string;
  party: string;
  /** The first day, or blank where the file does not tell. */
  startsOn: string;
  /** The last day, of somebody whom the file lists as having left; else blank. */
  endsOn: string;
  /** Who says so: a host. */
  source: string;
  /** The published address; blank where none is published; undefined where the file does not speak of addresses. */
  address: string | undefined;
}

/** What a term keeps of an address. */
export interface SealedAddress {
  id: string;
  address: string;
  addressHash: string;
  addressState: AddressState;
}

/**
 * An address as the columns of a term. The same address keeps what has become of it; whoever asked to be left alone
 * stays left alone, at a new address too.
 */
export function sealedAddress(given: string, before: SealedAddress, secrets: TermSecrets): SealedAddress {
  const address = given.toLowerCase();
  const { id, addressState } = before;
  const addressHash = address === "" ? "" : secrets.hashAddress(address);
  if (addressHash === before.addressHash) return { id, address: before.address, addressHash, addressState };
  return {
    id,
    address: address === "" ? "" : secrets.sealAddress(id, address),
    addressHash,
    addressState: addressState === "opted_out" ? "opted_out" : address === "" ? "unknown" : "good",
  };
}
