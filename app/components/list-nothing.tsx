import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";

interface NothingFoundProps {
  /** Whether anything was searched for, and whether there was a word in it to look for. */
  search: "none" | "empty" | "words";
  /** Where else to look, the likeliest first. */
  ways: readonly { words: string; href: string }[];
}

const ADVICE = {
  none: "There are none just now. Perhaps it is here:",
  empty: "These words say too little. Search for what the petition is about, like “transport”.",
  words: "Try one word instead of two, or the beginning of a word.",
} as const;

/** What to do where a list is empty. */
export function NothingFound({ search, ways }: NothingFoundProps): ReactElement {
  return (
    <>
      <p>{ADVICE[search]}</p>
      <ul className="row plain-list">
        {ways.map(({ words, href }) => (
          <li key={href}>
            <ButtonLink tone="quiet" href={href}>
              {words}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <p>
        Nobody has asked for it yet? <a href="/start">Start a petition</a>.
      </p>
    </>
  );
}
