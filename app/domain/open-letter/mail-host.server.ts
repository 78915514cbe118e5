import { createRequire } from "node:module";
import { domainToASCII } from "node:url";
import { getDomain } from "tldts";
import { z } from "zod";

/** Some 8,000 domains at which anybody may have an address. Source: the package email-providers. */
const PROVIDERS = z.array(z.string()).parse(createRequire(import.meta.url)("email-providers/all.json"));

/**
 * Domains that many organisations or strangers have addresses at, and that the list of providers leaves out: a desk of
 * Parliament, the whole health service, rented sites, and addresses that only pass mail on.
 */
const ALSO_SHARED = [
  "parliament.uk",
  "nhs.net",
  "onmicrosoft.com",
  "duck.com",
  "fastmail.com",
  "fastmail.fm",
  "tutanota.com",
  "tutamail.com",
  "tuta.com",
  "tuta.io",
  "livejournal.com",
  "wordpress.com",
  "weebly.com",
  "wixsite.com",
  "squarespace.com",
  "godaddysites.com",
  "substack.com",
  "doctors.org.uk",
  "cantab.net",
  "oxon.org",
];

const SHARED: ReadonlySet<string> = new Set([...PROVIDERS, ...ALSO_SHARED]);

/** The host of an address, in ASCII and lower case; blank where it has none. */
export function hostOf(email: string): string {
  const typed = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return domainToASCII(typed);
}

/** Whether an address has a tag that its owner may add at will: "chair+friends@…". */
export function hasTag(email: string): boolean {
  return email.slice(0, email.lastIndexOf("@")).includes("+");
}

/**
 * Whether a host, or anything that it lies below, is shared by many: mail providers, platforms that rent out
 * subdomains, and names under which anybody may register. Also for what is no domain at all.
 */
export function isSharedHost(host: string): boolean {
  const registered = getDomain(host);
  if (registered === null) return true;
  // Where a platform gives out names below its own, each is a stranger's.
  if (getDomain(host, { allowPrivateDomains: true }) !== registered) return true;
  const parts = host.split(".");
  return parts.some((_, index) => SHARED.has(parts.slice(index).join(".")));
}
