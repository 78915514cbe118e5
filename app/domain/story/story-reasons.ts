import type { DecisionReason } from "../moderation/reasons.ts";

/**
 * Why a story is not published, or is taken down. Its author reads the words; nobody else does. Source: Children Act
 * 1989 s.97; Administration of Justice Act 1960 s.12; Sexual Offences (Amendment) Act 1992; Defamation Act 2013;
 * Online Safety Act 2023.
 */
export const STORY_REASONS = [
  {
    value: "identifies_child",
    label: "A child can be recognised",
    words: "A child could be recognised from what it says.",
  },
  {
    value: "court_case",
    label: "A court, care or police case about a child",
    words:
      "It speaks of a court, care or police case. The law protects children in such cases, and we may not publish this.",
  },
  {
    value: "danger",
    label: "Somebody may be in danger",
    words:
      "It tells of danger. Help for the people in it comes first, and publishing it could make things worse.",
  },
  {
    value: "names_somebody",
    label: "Accuses somebody who can be recognised",
    words: "It accuses somebody who can be recognised, of something that we cannot check.",
  },
  {
    value: "private_information",
    label: "Private facts about somebody else",
    words: "It gives private facts about somebody else, such as their health or where they live.",
  },
  {
    value: "not_their_own",
    label: "Not the author’s own story, or not in earnest",
    words: "It does not seem to be the author’s own story, or not to be meant in earnest.",
  },
  {
    value: "off_topic",
    label: "Not about what happened to a child at school or while learning",
    words: "It is not about what happened to a child, or a young person, over a place or help to learn.",
  },
  {
    value: "hatred",
    label: "Threats, hatred or harassment",
    words: "It threatens or harasses somebody, or stirs up hatred.",
  },
  {
    value: "copyright",
    label: "Words that belong to somebody else",
    words: "It uses words that belong to somebody else.",
  },
  {
    value: "official_order",
    label: "A court or an authority has ordered it",
    words: "A court or an authority has ordered us not to show it.",
  },
  {
    value: "complaint_upheld",
    label: "A complaint or report about it was upheld",
    words: "Somebody complained about it, and the complaint was right.",
  },
] as const satisfies DecisionReason[];

/** How a reason reads to the author, in a whole sentence; blank for none that is known. */
export function storyReasonWords(code: string): string {
  return findReason(code)?.words ?? "";
}

/** How moderators call a reason; blank for none that is known. */
export function storyReasonLabel(code: string): string {
  return findReason(code)?.label ?? "";
}

function findReason(code: string): DecisionReason | undefined {
  return STORY_REASONS.find(({ value }) => value === code);
}
