import type { ReactElement } from "react";
import { stanceWords } from "#app/domain/response/response.ts";
import type { Stance } from "#db/tables/response.ts";
import { PlainText } from "./plain-text.tsx";

interface ResponseQuoteProps {
  answers: readonly { position: number; ask: string; stance: Stance; words: string }[];
  writerName: string;
  writerRole: string;
}

/** What was written in one form, as it appears or would. */
export function ResponseQuote({ answers, writerName, writerRole }: ResponseQuoteProps): ReactElement {
  return (
    <div className="notice answer">
      {answers.map(({ position, ask, stance, words }) => (
        <section key={position}>
          {ask === "" ? null : <p className="soft">{ask}</p>}
          <p>
            <b>{stanceWords(stance)}</b>
          </p>
          <PlainText text={words} />
        </section>
      ))}
      {writerName + writerRole === "" ? null : (
        <p className="soft">{[writerName, writerRole].filter((part) => part !== "").join(", ")}</p>
      )}
    </div>
  );
}
