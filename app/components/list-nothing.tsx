import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";

interface NothingFoundProps {
  /** Whether there was anything to look for. */
  hasWords: boolean;
  /** Where else to look, the likeliest first. */
  ways: readonly { words: string; href: string }[];
}

/** What to do where a list is empty. */
export function NothingFound({ hasWords, ways }: NothingFoundProps): ReactElement {
  return (
    <>
      <p>
        {hasWords
          ? "Try one word instead of two, or the beginning of a word."
          : "These words say too little. Search for what the petition is about, like “transport”."}
      </p>
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
