import type { ReactElement } from "react";
import { Notice } from "./notice.tsx";

interface NearNoteProps {
  place: "northern-ireland" | "forces" | "non-geographic" | "crown-dependency" | "overseas-territory";
  /** "Jersey" */
  country: string;
  /** Councils to choose from, where they are few. */
  councils: readonly { name: string; href: string }[];
}

/** Why a postcode leads to no council, and what to do instead. */
export function NearNote({ place, country, councils }: NearNoteProps): ReactElement {
  const { title, words } = noteOf(place, country);
  return (
    <Notice tone="waiting" title={title}>
      <p>{words}</p>
      {councils.length === 0 ? null : (
        <ul>
          {councils.map(({ name, href }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function noteOf(place: NearNoteProps["place"], country: string): { title: string; words: string } {
  switch (place) {
    case "northern-ireland":
      return {
        title: "Northern Ireland",
        words:
          "The list of Northern Ireland’s postcodes is not free to use, so we cannot tell your council from yours. Choose your council:",
      };
    case "forces":
      return {
        title: "British Forces post (BFPO)",
        words: "This address does not say where your home is. Choose the council of your home below.",
      };
    case "non-geographic":
      return {
        title: "This postcode is not a place",
        words: "It belongs to an organisation, so it does not say where you live. Choose your council below.",
      };
    case "crown-dependency":
    case "overseas-territory":
      return {
        title: `${country} is not part of the United Kingdom`,
        words: `No council here is yours, so no petition is near you. You can sign any petition all the same, and are counted for ${country}.`,
      };
  }
}
