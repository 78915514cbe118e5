import type { ReactElement } from "react";

interface EvidenceFilesProps {
  /** The council's. */
  slug: string;
  /** Whoever looks may make an evidence pack. */
  mayPack: boolean;
}

/** What can be taken away from a council's evidence: its numbers, the comparison, and who may have the pack. */
export function EvidenceFiles({ slug, mayPack }: EvidenceFilesProps): ReactElement {
  return (
    <section aria-labelledby="take-away">
      <h2 id="take-away">Take it with you</h2>
      <ul>
        <li>
          <a href={`/councils/${slug}/stories.csv`}>These numbers for spreadsheets (CSV)</a>
        </li>
        <li>
          <a href="/stories/compare">All councils compared</a>
        </li>
        <li>
          {mayPack ? (
            <a href={`/organise/evidence/${slug}`}>Make an evidence pack for inspectors or scrutiny</a>
          ) : (
            "There is an evidence pack, with the stories whose authors agreed to it. Inspectors, scrutiny committees and ombudsmen can ask any organiser of a campaign here, or those who run this site, whose address stands at the foot of the page."
          )}
        </li>
      </ul>
    </section>
  );
}
