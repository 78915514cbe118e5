import type { CampaignKind } from "#db/tables/campaign.ts";

/**
 * What a person is told when they give us something. A signature stores the version it was given under, so a wording
 * that has been shown is never edited: it gets a successor with a later `startsOn`.
 */
export const NOTICES = [
  {
    kind: "consent",
    version: 1,
    startsOn: "2026-11-21",
    wording:
      "By pressing Sign you agree that we keep that you signed, with your name, e-mail address and postcode, encrypted, until six months after this petition closes; and that your councillors, your MP and those it is addressed to are told how many people have signed in each place, never who, unless you tick a box above.",
  },
  {
    kind: "letterConsent",
    version: 1,
    startsOn: "2026-11-22",
    wording:
      "By pressing Sign you agree that we keep that you signed, with your name, e-mail address and postcode, and your role and organisation if you give them, encrypted, until six months after this letter closes; that a moderator may look up in public whether you hold that role; and that your councillors, your MP and those it is addressed to are told how many people have signed in each place, never who, unless you tick a box above.",
  },
  {
    kind: "handIn",
    version: 1,
    startsOn: "2026-11-21",
    wording:
      "Give my name and postcode to {council} when this is handed in, so that it counts under its rules",
  },
  {
    kind: "connection",
    version: 1,
    startsOn: "2026-11-21",
    wording: "Optional. Some councils ask. We show only how many gave each answer.",
  },
  {
    kind: "contact",
    version: 1,
    startsOn: "2026-11-22",
    wording: "Let {group} contact me itself: it gets my name and the address I sign with",
  },
  {
    kind: "paper",
    version: 1,
    startsOn: "2026-11-22",
    wording:
      "By writing your name here you agree that {group} keeps this sheet and may hand it in to those it is addressed to; and that {group} types your name and postcode into Hear Hear, where they are kept encrypted, so that you are counted once, until six months after signing ends. Hear Hear shows only how many signed on paper. You can ask {group} to take your name off at any time. You must be 13 or over.",
  },
  {
    kind: "storyPublish",
    version: 1,
    startsOn: "2026-11-22",
    wording:
      "Publish my story here, once a moderator has read it: with the name of my council, without my name or my child’s. What I ticked about it is never shown with my story. It is only added up with that of other families, once there are enough of them.",
  },
  {
    kind: "storyRepresentatives",
    version: 1,
    startsOn: "2026-11-22",
    wording: "Point my councillors and my MP to my story. They get its words and never my name or address.",
  },
  {
    kind: "storyInspectorate",
    version: 1,
    startsOn: "2026-11-22",
    wording:
      "Put my story into an evidence pack for those who inspect or check my council, like Ofsted or a scrutiny committee. It holds the same words as the page, and never my name or address.",
  },
  {
    kind: "storyJournalists",
    version: 1,
    startsOn: "2026-11-22",
    wording:
      "Tell me when a journalist would like to speak to me. They do not get my address: Hear Hear asks me by e-mail, and nothing happens unless I answer.",
  },
  {
    kind: "storyGroup",
    version: 1,
    startsOn: "2026-11-22",
    wording:
      "Tell me when {group} would like to speak to me. It does not get my address: Hear Hear asks me by e-mail, and nothing happens unless I answer.",
  },
] as const satisfies readonly Notice[];

export type NoticeKind =
  | "consent"
  | "letterConsent"
  | "handIn"
  | "connection"
  | "contact"
  | "paper"
  | "storyPublish"
  | "storyRepresentatives"
  | "storyInspectorate"
  | "storyJournalists"
  | "storyGroup";

/** One wording of one notice. */
export interface Notice {
  kind: NoticeKind;
  /** Counts up within a kind, from 1. */
  version: number;
  /** First calendar day, `YYYY-MM-DD` in London, on which it was shown. */
  startsOn: string;
  /** `{council}` stands for the name of the council addressed, `{group}` for that of the group or the organiser. */
  wording: string;
}

/** The wordings that forms show now and that new signatures store the version of. */
export const CURRENT_NOTICES: Readonly<Record<NoticeKind, Notice>> = {
  consent: newestOf("consent"),
  letterConsent: newestOf("letterConsent"),
  handIn: newestOf("handIn"),
  connection: newestOf("connection"),
  contact: newestOf("contact"),
  paper: newestOf("paper"),
  storyPublish: newestOf("storyPublish"),
  storyRepresentatives: newestOf("storyRepresentatives"),
  storyInspectorate: newestOf("storyInspectorate"),
  storyJournalists: newestOf("storyJournalists"),
  storyGroup: newestOf("storyGroup"),
};

/** The wording as it is shown, with the name of the council or the group in its place. */
export function noticeWords(notice: Notice, name: string): string {
  return notice.wording.replaceAll(/\{(?:council|group)\}/g, () => name);
}

/** What somebody agrees to who signs this kind of campaign. */
export function consentTo(kind: CampaignKind): Notice {
  return kind === "letter" ? CURRENT_NOTICES.letterConsent : CURRENT_NOTICES.consent;
}

/** The versions of the wordings that somebody agreed to just now; 0 for what they left out. */
export function wordingVersions(
  given: { handIn: boolean; connection: string },
  kind: CampaignKind = "petition",
): {
  noticeVersion: number;
  handInVersion: number;
  connectionVersion: number;
} {
  const { handIn, connection } = CURRENT_NOTICES;
  return {
    noticeVersion: consentTo(kind).version,
    handInVersion: given.handIn ? handIn.version : 0,
    connectionVersion: given.connection === "" ? 0 : connection.version,
  };
}

function newestOf(kind: NoticeKind): Notice {
  const newest = NOTICES.filter((notice) => notice.kind === kind).at(-1);
  if (newest === undefined) throw new Error(`no notice of the kind ${kind}; add one to NOTICES`);
  return newest;
}
