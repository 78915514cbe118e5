import type { ReactElement } from "react";
import type { Crisis, Danger } from "#app/domain/story/crisis.ts";
import { Notice } from "./notice.tsx";

interface DangerProcedureProps {
  text: string;
  crisis: Pick<Crisis, "passages" | "isUrgent">;
}

const DANGERS: Record<Danger, string> = {
  self_harm: "self-harm",
  suicide: "suicide",
  abuse: "abuse",
  violence_at_home: "violence at home",
  child_in_danger: "a child in danger",
};

/** For the moderator of a story with words of danger: which they are, and what to do, in order. */
export function DangerProcedure({ text, crisis }: DangerProcedureProps): ReactElement | null {
  if (crisis.passages.length === 0) return null;
  return (
    <Notice
      tone={crisis.isUrgent ? "problem" : "waiting"}
      title={
        crisis.isUrgent
          ? "Read this first: somebody may be in danger"
          : "This story tells of danger that seems to be over"
      }
    >
      <ul>
        {crisis.passages.map(({ start, end, danger, isNow }) => (
          <li key={start}>
            “{around(text, start, end)}”: may be about {DANGERS[danger]},{" "}
            {isNow ? "perhaps now" : "it seems in the past"}
          </li>
        ))}
      </ul>
      <ol>
        <li>
          Read the whole story now, before anything else in the queue. The program only finds words; you
          judge.
        </li>
        <li>
          If somebody’s life is at risk today and the text says who or where, ring <a href="tel:999">999</a>.
          Say that you moderate a website, and what is written. Do not wait for anybody’s leave.
        </li>
        <li>
          If a child is being hurt or is not safe, tell the children’s services of the council in the story on
          the same day; out of hours, their emergency team or the police. The NSPCC advises on{" "}
          <a href="tel:08088005000">0808 800 5000</a>.
        </li>
        <li>Tell an admin of this site at once. No one decides this alone.</li>
        <li>
          Write to the author, warmly and soon: that they were heard, that you have passed it on if you have,
          and where help is: Samaritans 116 123, Childline 0800 1111, 999. Do not promise to keep it secret,
          and do not ask a child for more.
        </li>
        <li>
          Do not publish yet. Two people look at it. What stays describes no method, shows no child’s injury
          or abuse in detail, and has a content note.
        </li>
        <li>Write in the note when you read it, whom you told and when. Keep no copy anywhere else.</li>
        <li>Then take a break. Samaritans are there for moderators too.</li>
      </ol>
    </Notice>
  );
}

function around(text: string, start: number, end: number): string {
  const from = Math.max(0, start - 40);
  const to = Math.min(text.length, end + 40);
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
}
