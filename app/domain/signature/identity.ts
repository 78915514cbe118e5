import { domainToASCII } from "node:url";

const GMAIL = new Set(["gmail.com", "googlemail.com"]);

/**
 * The address as it is compared: lower case, plus-tag off, for Gmail dots off and googlemail.com as gmail.com.
 * Mail goes to the address as typed, never to this.
 */
export function canonicalAddress(email: string): string {
  const at = email.lastIndexOf("@");
  const typedDomain = email.slice(at + 1).toLowerCase();
  const domain = domainToASCII(typedDomain) || typedDomain;
  const local = email.slice(0, at).normalize("NFC").toLowerCase();
  const untagged = local.split("+")[0] || local;
  if (!GMAIL.has(domain)) return `${untagged}@${domain}`;
  return `${untagged.replaceAll(".", "") || untagged}@gmail.com`;
}

/** The name as it is compared: case, spaces and punctuation folded. */
export function foldName(name: string): string {
  const plain = name.normalize("NFKC").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}\p{M}]/gu, "") || plain.trim();
}

/** A key that puts names in the order of the alphabet when compared byte by byte. */
export function sortKey(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim() || plain;
}

/** The same with the last word in front, so that a family name is found by how it begins. */
export function surnameKey(name: string): string {
  const words = sortKey(name).split(" ");
  const last = words.pop() ?? "";
  return [last, ...words].join(" ");
}

/** What was typed, in one text: two submissions are the same when this is. */
export function typedKey(form: { email: string; name: string; postcode: string; country: string }): string {
  return [form.email, form.name, form.country || form.postcode].join("\0");
}

/** The network a client address lies in: its /24, or its /48 for IPv6. */
export function clientNetwork(address: string): string {
  const plain = address.replace(/^::ffff:/i, "");
  if (plain.includes(".")) return plain.split(".").slice(0, 3).join(".");
  const [head = "", tail] = plain.toLowerCase().split("::");
  const groups = tail === undefined ? head.split(":") : [...head.split(":").filter(Boolean), "0", "0", "0"];
  return groups
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
