import type { ReactElement } from "react";
import { ButtonLink } from "./button.tsx";
import { people } from "./format.ts";
import { PaperCounted } from "./paper-counted.tsx";

interface LetterLeadProps {
  campaign: { title: string; bodyName: string; organiserName: string };
  /** The live total. */
  count: number;
  /** Which of them signed an older version: "310 to the first version"; blank for none. */
  older: string;
  /** On paper, as its organisers have counted. */
  paperCount: number;
  signing: string;
  /** Where it can be printed. */
  base: string;
}

/** Who writes to whom about what, how many have signed, and the way to sign without reading past the letter. */
export function LetterLead({
  campaign,
  count,
  older,
  paperCount,
  signing,
  base,
}: LetterLeadProps): ReactElement {
  const { title, bodyName, organiserName } = campaign;
  return (
    <>
      <p className="kicker">
        Open letter to <b>{bodyName}</b> · from {organiserName}
      </p>
      <h1>{title}</h1>
      <p className="letter-count">
        {count === 0 ? (
          "Nobody has signed this letter yet."
        ) : (
          <>
            <b>{people(count)}</b>{" "}
            {signing === "closed"
              ? "signed this letter"
              : count === 1
                ? "has signed this letter"
                : "have signed this letter"}
            {older === "" ? "." : `, of them ${older}.`}
          </>
        )}
      </p>
      {paperCount === 0 ? null : <PaperCounted count={paperCount} />}
      <p className="row letter-ways">
        {signing === "open" ? <ButtonLink href="#sign">Sign this letter</ButtonLink> : null}
        <a href={`${base}/letter.pdf`}>Letter as a PDF</a>
        <a href={`${base}/print`}>Print it</a>
      </p>
    </>
  );
}
