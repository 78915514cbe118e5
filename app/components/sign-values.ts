import type { CampaignKind } from "#db/tables/campaign.ts";

/**
 * The fields of a sign form, in the order they stand on the page. The three places have no box there; forms on other
 * people's pages may send them.
 */
export const SIGN_FIELDS = [
  "name",
  "email",
  "postcode",
  "country",
  "role",
  "organisation",
  "onBehalf",
  "authority",
  "showName",
  "updates",
  "contact",
  "contactGroup",
  "handIn",
  "connection",
  "constituency",
  "council",
  "ward",
  "emailChecked",
] as const;

export type SignField = (typeof SIGN_FIELDS)[number];

/** What was sent, as it was sent: checkboxes `on` or absent. */
export type SignValues = Readonly<Partial<Record<SignField, string>>>;

/** One sentence for each field that needs putting right. */
export type SignErrors = Readonly<Partial<Record<SignField, string>>>;

/** The campaign that a sign form is for. */
export interface SignFormCampaign {
  kind: CampaignKind;
  /** "Worcestershire County Council" */
  bodyName: string;
  /** A petition to a council has two more fields, about its own petition rules. */
  isCouncilPetition: boolean;
  /** The verified group that asks whether it may write by itself, where there is one. */
  group?: { slug: string; name: string };
  /** `open`, or why it cannot be signed now; `halted` is all signing on the site. */
  signing: "open" | "paused" | "halted" | "in_review" | "full" | "closed";
  /** Last day for signing in words, if it has one: "12 November 2026". */
  closesOn?: string;
}
