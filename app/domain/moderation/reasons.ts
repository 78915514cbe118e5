import { LIFE_REASONS } from "../campaign/life-reasons.ts";

/** A reason for a decision: its code, what moderators choose it by, and how it reads to whoever it is told. */
export interface DecisionReason {
  value: string;
  /** In the moderator's list. */
  label: string;
  /** To organisers and, where the petition stays public, to everybody: a whole sentence. */
  words: string;
}

/**
 * Why a petition is rejected. It stays in public with these words. Source: the standards of the UK Parliament's
 * petitions site and the petition schemes of councils, November 2026.
 */
export const REJECT_REASONS = [
  {
    value: "duplicate",
    label: "Asked already by another campaign",
    words: "Another campaign on this site already asks for this. Signing that one does more.",
  },
  {
    value: "wrong_body",
    label: "Not for the body it is addressed to",
    words: "The body that it is addressed to cannot decide what it asks for.",
  },
  {
    value: "no_clear_ask",
    label: "Does not ask for anything clear",
    words: "It does not say clearly what somebody should do.",
  },
  {
    value: "individual_case",
    label: "About one person’s case, which a complaint can solve",
    words:
      "It is about the case of one person or one family. A complaint, a tribunal or an ombudsman can help there; a petition cannot.",
  },
  {
    value: "already_happening",
    label: "What it asks has been done or is under way",
    words: "What it asks for has been done or is being done already.",
  },
  {
    value: "untrue",
    label: "Not true as it is stated",
    words: "It says something as a fact that is not true, or that we could not find to be true.",
  },
  {
    value: "appointment",
    label: "About giving or taking away one person’s job or honour",
    words: "It asks that one person get or lose a job, a post or an honour.",
  },
  {
    value: "legal_process",
    label: "Asks to step into a court, tribunal or planning decision",
    words:
      "It asks somebody to step into a decision that the law leaves to a court, a tribunal or a planning committee.",
  },
  {
    value: "information",
    label: "A request for information",
    words: "It asks for information. A request under the Freedom of Information Act gets that sooner.",
  },
  {
    value: "advert",
    label: "Advertises a product, a service or a party",
    words: "It advertises something, or asks people to vote for somebody or to give money.",
  },
  {
    value: "joke",
    label: "A joke, or nonsense",
    words: "It is not meant in earnest, or could not be understood.",
  },
  {
    value: "false_name",
    label: "Started under a false name",
    words: "It was started under a name that is not the organiser’s own.",
  },
] as const satisfies DecisionReason[];

/**
 * Why a petition is hidden. Nobody but its organisers hears the reason: to say it could do the harm once more.
 * Source: Children Act 1989 s.97; Sexual Offences (Amendment) Act 1992; Contempt of Court Act 1981; Defamation Act
 * 2013; Online Safety Act 2023; the standards of the UK Parliament's petitions site.
 */
export const HIDE_REASONS = [
  {
    value: "urgent",
    label: "Taken down at once, to be looked into",
    words: "Something in it may do harm. It is hidden while we look into it.",
  },
  {
    value: "identifies_child",
    label: "A child can be recognised",
    words: "A child could be recognised from what it says.",
  },
  {
    value: "court_case",
    label: "About a court case, or a police matter",
    words: "It speaks of a court case or a police matter in a way that the law does not allow.",
  },
  {
    value: "defamatory",
    label: "May be defamatory",
    words:
      "It says something of a person or an organisation that could harm their name and that may not be true.",
  },
  {
    value: "private_information",
    label: "Private facts about somebody",
    words:
      "It gives private facts about somebody, such as where they live, their health or how to reach them.",
  },
  {
    value: "hatred",
    label: "Threats, hatred or harassment",
    words: "It threatens or harasses somebody, or stirs up hatred.",
  },
  {
    value: "illegal",
    label: "Breaks the law in another way, or calls for it",
    words: "It breaks the law, or calls on people to break it.",
  },
  {
    value: "offensive",
    label: "Obscene or grossly offensive",
    words: "It is obscene or grossly offensive.",
  },
  {
    value: "copyright",
    label: "Words or pictures that belong to somebody else",
    words: "It uses words or a picture that belong to somebody else.",
  },
  {
    value: "official_order",
    label: "A court or an authority has ordered it",
    words: "A court or an authority has ordered us to take it down.",
  },
  {
    value: "complaint_upheld",
    label: "A complaint or report about it was upheld",
    words: "Somebody complained about it, and the complaint was right.",
  },
] as const satisfies DecisionReason[];

/** Written with a petition that is published late, so that its closing day had to move. */
export const CLOSING_MOVED = "closing_moved";

export type RejectReason = (typeof REJECT_REASONS)[number]["value"];
export type HideReason = (typeof HIDE_REASONS)[number]["value"];

/** How a reason of any kind reads in a whole sentence; blank for none that is known. */
export function reasonWords(code: string): string {
  return findReason(code)?.words ?? "";
}

/** How moderators call a reason; blank for none that is known. */
export function reasonLabel(code: string): string {
  if (code === CLOSING_MOVED) return "The closing day was moved, as too little time would have been left";
  return findReason(code)?.label ?? "";
}

function findReason(code: string): DecisionReason | undefined {
  return [...REJECT_REASONS, ...HIDE_REASONS, ...LIFE_REASONS].find(({ value }) => value === code);
}
