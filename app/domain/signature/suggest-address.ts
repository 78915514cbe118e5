/** The mail providers that most families in the United Kingdom use; a slip in one of these loses a signature. */
const COMMON_DOMAINS = [
  "gmail.com",
  "googlemail.com",
  "hotmail.com",
  "hotmail.co.uk",
  "outlook.com",
  "live.co.uk",
  "live.com",
  "yahoo.com",
  "yahoo.co.uk",
  "icloud.com",
  "me.com",
  "btinternet.com",
  "sky.com",
  "aol.com",
  "msn.com",
  "talktalk.net",
  "virginmedia.com",
  "ntlworld.com",
  "protonmail.com",
];

/** Providers of their own that lie one edit from a bigger one. */
const REAL_NEIGHBOURS = ["gmx.com", "mail.com", "ymail.com", "email.com", "live.cn"];

/** The address with a common domain, where the typed one is a single slip away from it: `gmial.com`, `hotmail.con`. */
export function suggestAddress(email: string): string | undefined {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  if (COMMON_DOMAINS.includes(domain)) return undefined;
  if (REAL_NEIGHBOURS.includes(domain)) return undefined;
  const near = COMMON_DOMAINS.find((common) => isOneEditAway(domain, common) && hasNameOf(common, domain));
  return near && `${email.slice(0, at)}@${near}`;
}

/** Many real firms lie one letter from a provider of two or three: there only the ending can be a slip. */
function hasNameOf(common: string, domain: string): boolean {
  const [name = ""] = common.split(".");
  return name.length > 3 || domain.startsWith(`${name}.`);
}

/** One letter added, left out, changed, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
