import type { CampaignKind } from "#db/tables/campaign.ts";

/** How pages speak of a kind of campaign, in the middle and at the beginning of a sentence. */
export interface KindWords {
  one: string;
  /** With its article: "an open letter". */
  a: string;
  many: string;
  One: string;
  Many: string;
}

const WORDS: Record<CampaignKind, KindWords> = {
  petition: { one: "petition", a: "a petition", many: "petitions", One: "Petition", Many: "Petitions" },
  letter: {
    one: "open letter",
    a: "an open letter",
    many: "open letters",
    One: "Open letter",
    Many: "Open letters",
  },
};

/** The words for a kind of campaign. */
export function kindWords(kind: CampaignKind): KindWords {
  return WORDS[kind];
}
