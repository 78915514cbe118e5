import type { ReactElement } from "react";
import type { CampaignKind } from "#db/tables/campaign.ts";
import { ButtonLink } from "./button.tsx";
import { kindWords } from "./kind-words.ts";

interface NothingFoundProps {
  kind: CampaignKind;
  /** Whether anything was searched for, and whether there was a word in it to look for. */
  search: "none" | "empty" | "words";
  /** Where else to look, the likeliest first. */
  ways: readonly { words: string; href: string }[];
}

function advice(search: NothingFoundProps["search"], one: string): string {
  if (search === "none") return "There are none just now. Perhaps it is here:";
  if (search === "words") return "Try one word instead of two, or the beginning of a word.";
  return `These words say too little. Search for what the ${one} is about, like “transport”.`;
}

/** What to do where a list is empty. */
export function NothingFound({ kind, search, ways }: NothingFoundProps): ReactElement {
  const { one } = kindWords(kind);
  return (
    <>
      <p>{advice(search, one)}</p>
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
        Nobody has asked for it yet?{" "}
        {kind === "petition" ? (
          <a href="/start">Start a petition</a>
        ) : (
          <a href="/start?kind=letter">Start an open letter</a>
        )}
        .
      </p>
    </>
  );
}
