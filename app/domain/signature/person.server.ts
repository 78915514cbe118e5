import type { Keyring } from "../privacy/keyring.server.ts";
import { canonicalAddress, clientNetwork, foldName, typedKey } from "./identity.ts";
import type { SignForm } from "./sign-form.ts";
import { sealedIn } from "./signature.ts";

/** The hashes by which one person's signatures are recognised. */
export interface PersonHashes {
  addressHash: string;
  nameHash: string;
  postcodeHash: string;
}

/** Hashes of the canonical address, the folded name and the postcode, or the country where there is none. */
export function hashPerson(
  keyring: Keyring,
  person: Pick<SignForm, "email" | "name" | "postcode" | "country">,
): PersonHashes {
  return {
    addressHash: hashAddress(keyring, person.email),
    nameHash: keyring.hash("name", foldName(person.name)),
    postcodeHash: hashPostcode(keyring, person),
  };
}

/** The hash of a postcode, or of the country of somebody abroad. */
export function hashPostcode(keyring: Keyring, person: { postcode: string; country: string }): string {
  return keyring.hash("postcode", person.country || person.postcode);
}

/** The hash of an address, the same for every way of writing it that reaches one mailbox. */
export function hashAddress(keyring: Keyring, email: string): string {
  return keyring.hash("address", canonicalAddress(email));
}

/** The hash of exactly what was typed, which is unique per campaign while pending. */
export function hashTyped(keyring: Keyring, form: SignForm): string {
  const { email, name, country } = form;
  return keyring.hash("typed", typedKey({ email, name, country, postcode: form.typedPostcode }));
}

/** Hashes of the client's address and of the network it lies in. */
export function hashClient(keyring: Keyring, address: string): { clientHash: string; clientNetHash: string } {
  return {
    clientHash: keyring.hash("client", address),
    clientNetHash: keyring.hash("client network", clientNetwork(address)),
  };
}

/** What a person typed, sealed for the row it will stand in. */
export function sealPerson(
  keyring: Keyring,
  rowId: string,
  person: { name: string; email: string; postcode: string },
): { name: string; email: string; postcode: string } {
  return {
    name: keyring.seal(sealedIn(rowId, "name"), person.name),
    email: keyring.seal(sealedIn(rowId, "email"), person.email),
    postcode: keyring.seal(sealedIn(rowId, "postcode"), person.postcode),
  };
}

/** As what they sign, sealed for the same row. */
export function sealStanding(
  keyring: Keyring,
  rowId: string,
  { role, organisation }: { role: string; organisation: string },
): { role: string; organisation: string } {
  return {
    role: keyring.seal(sealedIn(rowId, "role"), role),
    organisation: keyring.seal(sealedIn(rowId, "organisation"), organisation),
  };
}

/** What `sealPerson` sealed, opened again. */
export function openPerson(
  keyring: Keyring,
  row: { id: string; name: string; email: string; postcode: string },
): { name: string; email: string; postcode: string } {
  return {
    name: keyring.open(sealedIn(row.id, "name"), row.name),
    email: keyring.open(sealedIn(row.id, "email"), row.email),
    postcode: keyring.open(sealedIn(row.id, "postcode"), row.postcode),
  };
}
