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
] as const satisfies readonly Notice[];

export type NoticeKind = "consent" | "handIn" | "connection";

/** One wording of one notice. */
export interface Notice {
  kind: NoticeKind;
  /** Counts up within a kind, from 1. */
  version: number;
  /** First calendar day, `YYYY-MM-DD` in London, on which it was shown. */
  startsOn: string;
  /** `{council}` stands for the name of the council addressed. */
  wording: string;
}

/** The wordings that forms show now and that new signatures store the version of. */
export const CURRENT_NOTICES: Readonly<Record<NoticeKind, Notice>> = {
  consent: newestOf("consent"),
  handIn: newestOf("handIn"),
  connection: newestOf("connection"),
};

/** The wording as it is shown, with the council's name in its place. */
export function noticeWords(notice: Notice, council: string): string {
  return notice.wording.replaceAll("{council}", () => council);
}

/** The versions of the wordings that somebody agreed to just now; 0 for what they left out. */
export function wordingVersions(given: { handIn: boolean; connection: string }): {
  noticeVersion: number;
  handInVersion: number;
  connectionVersion: number;
} {
  const { consent, handIn, connection } = CURRENT_NOTICES;
  return {
    noticeVersion: consent.version,
    handInVersion: given.handIn ? handIn.version : 0,
    connectionVersion: given.connection === "" ? 0 : connection.version,
  };
}

function newestOf(kind: NoticeKind): Notice {
  const newest = NOTICES.filter((notice) => notice.kind === kind).at(-1);
  if (newest === undefined) throw new Error(`no notice of the kind ${kind}; add one to NOTICES`);
  return newest;
}
