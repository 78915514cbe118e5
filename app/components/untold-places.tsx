import type { ReactElement } from "react";
import type { UntoldPlaces } from "../domain/forwarding/untold.server.ts";
import { counted } from "./format.ts";

/** Named in the sentence itself; the others unfold. */
const NAMED = 3;

/** For whom we have no address: the first thing a ledger says, because it is our gap and not their silence. */
export function UntoldPlacesNote({
  places,
  href,
}: {
  places: readonly UntoldPlaces[];
  /** Where each of them is listed, with a way to tell us. */
  href: string;
}): ReactElement | null {
  if (places.length === 0) return null;
  const phrases = places.map(phrase);
  const named = phrases.slice(0, NAMED);
  const others = phrases.slice(NAMED);
  return (
    <>
      <p>
        We have no address for {inWords(named, others.length)}. They have not been told, and cannot have
        answered. That is ours to mend: <a href={href}>help us find them</a>.
      </p>
      {others.length === 0 ? null : (
        <details>
          <summary>All for whom we have no address</summary>
          <ul>
            {phrases.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function phrase({ level, name, areaCount }: UntoldPlaces): string {
  if (level === "constituency") return `the MP for ${name}`;
  return `the councillors of ${counted(areaCount, level)} in ${name}`;
}

function inWords(phrases: readonly string[], otherCount: number): string {
  if (otherCount > 0) return `${phrases.join(", ")} and those of ${counted(otherCount, "other place")}`;
  const last = phrases.at(-1) ?? "";
  return phrases.length > 1 ? `${phrases.slice(0, -1).join(", ")} and ${last}` : last;
}
