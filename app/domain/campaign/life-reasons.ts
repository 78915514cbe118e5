/** A reason for stepping into the life of a campaign: its code, the label it is chosen by, the sentence it reads as. */
interface LifeReason {
  value: string;
  label: string;
  words: string;
}

/** Why somebody who looks after the site paused, closed or removed a campaign. Its organisers read the words. */
export const LIFE_REASONS = [
  {
    value: "organiser_asked",
    label: "Its organiser asked for it",
    words: "Its organiser asked us to.",
  },
  {
    value: "signatures_checked",
    label: "Its signatures are being checked",
    words: "We are checking its signatures, so that every one that counts is real.",
  },
  {
    value: "complaint",
    label: "A complaint is being looked into",
    words: "Somebody has complained about it, and we are looking into it.",
  },
  {
    value: "overtaken",
    label: "What it asks is decided",
    words: "What it asks for has been decided.",
  },
  {
    value: "rules",
    label: "It breaks our rules",
    words: "It breaks the rules of this site.",
  },
  {
    value: "law",
    label: "The law asks for it",
    words: "The law does not let it stand.",
  },
] as const satisfies LifeReason[];
