import type { ReactElement } from "react";
import type { OrganisedUpdate } from "#app/domain/update/organised-updates.server.ts";
import type { UpdateState } from "#db/tables/news.ts";
import type { ChipTone } from "./chip.tsx";
import { counted, figure, londonDay, londonTime, people } from "./format.ts";

/** Where an update stands, as those who run the campaign and moderators read it. */
export const UPDATE_CHIPS: Record<UpdateState, { words: string; tone: ChipTone }> = {
  draft: { words: "Draft", tone: "plain" },
  waiting: { words: "Waits for a moderator", tone: "waiting" },
  published: { words: "In public", tone: "ok" },
  declined: { words: "Declined", tone: "refused" },
  withdrawn: { words: "Taken back", tone: "plain" },
  pulled: { words: "Taken down", tone: "refused" },
};

type Mailed = Pick<
  OrganisedUpdate,
  "state" | "mailing" | "mailAt" | "mailedAt" | "recipientCount" | "counts"
>;

/** How the mail of an update goes: when it begins, how many have got it, what became of the others. */
export function UpdateProgress({ update }: { update: Mailed }): ReactElement | null {
  const lines = progressLines(update);
  if (lines.length === 0) return null;
  return (
    <ul className="update-progress plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function progressLines({ state, mailing, mailAt, mailedAt, recipientCount, counts }: Mailed): string[] {
  switch (mailing) {
    case "none":
      return state === "published" ? ["On the site only, not by mail."] : [];
    case "asked":
      return state === "draft" ? [] : ["To be mailed to those who asked for news, once it is in public."];
    case "due":
      return [`By mail from ${londonDay(mailAt ?? 0)}, ${londonTime(mailAt ?? 0)}.`];
    case "planning":
      return ["The mails are being prepared."];
    case "sending":
      return [
        `${figure(counts.reached)} of ${people(recipientCount)} have got it by mail. ${figure(counts.waiting)} to go.`,
        ...otherLines(counts),
      ];
    case "done":
      return [
        `${people(counts.reached)} got it by mail${mailedAt === null ? "" : `, by ${londonDay(mailedAt)}`}.`,
        ...otherLines(counts),
      ];
    case "stopped":
      return [`The mail was stopped. ${people(counts.reached)} had got it.`, ...otherLines(counts)];
  }
}

function otherLines({ failed, skipped, uncertain }: Mailed["counts"]): string[] {
  return [
    ...(failed === 0 ? [] : [`${counted(failed, "mail")} did not arrive.`]),
    ...(skipped === 0 ? [] : [`${people(skipped)} did not want it any more, or it was stopped.`]),
    ...(uncertain === 0
      ? []
      : [`Of ${counted(uncertain, "mail")} nobody can say whether it arrived. None is sent twice.`]),
  ];
}
