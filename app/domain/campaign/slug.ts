import type { CampaignKind } from "#db/tables/campaign.ts";

/** What has an address made from its name. */
type Slugged = CampaignKind | "group";

/** Longer addresses are broken by mail programs and cannot be read out. */
const LENGTH = 60;

/** Words that addresses of this site use themselves where a slug stands, and what drafts are called. */
const RESERVED = new Set(["near", "new", "start", "map", "embed", "json", "atom", "search", "about"]);

/** The address of a campaign as its title gives it: small letters, digits, hyphens; never blank. */
export function slugOf(kind: Slugged, title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-");
  const words = plain.split("-").filter(Boolean);
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, LENGTH) : `${slug}-${word}`;
    if (longer.length > LENGTH) break;
    slug = longer;
  }
  if (slug === "") return kind;
  return RESERVED.has(slug) || slug.startsWith("draft-") ? `${kind}-${slug}`.slice(0, LENGTH) : slug;
}

/** The slugs to try in turn, for a title that others have had: itself, then with a number. */
export function* slugsFor(kind: Slugged, title: string): Generator<string> {
  const slug = slugOf(kind, title);
  yield slug;
  for (let count = 2; ; count += 1) yield `${slug}-${count}`;
}

/** Whether a slug is one of those for a title. */
export function isSlugOf(kind: Slugged, slug: string, title: string): boolean {
  const first = slugOf(kind, title);
  return slug === first || (slug.startsWith(`${first}-`) && /^\d+$/.test(slug.slice(first.length + 1)));
}
