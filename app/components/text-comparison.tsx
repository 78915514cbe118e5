import type { ReactElement } from "react";
import type { ChangedPart } from "#app/domain/campaign/compare-texts.ts";
import type { WordRun } from "#app/domain/campaign/compare-words.ts";

interface TextComparisonProps {
  parts: readonly ChangedPart[];
  /** What stood on the left: "Before", "Now". */
  left: string;
  right: string;
}

/** Old and new text of every part that differs, side by side, what is gone and what is new marked in each. */
export function TextComparison({ parts, left, right }: TextComparisonProps): ReactElement {
  return (
    <>
      {parts.map(({ name, runs }) => (
        <section key={name}>
          <h3>{name}</h3>
          <div className="compared">
            <div>
              <b>{left}</b>
              <Words runs={runs} marked="gone" />
            </div>
            <div>
              <b>{right}</b>
              <Words runs={runs} marked="new" />
            </div>
          </div>
        </section>
      ))}
    </>
  );
}

function Words({ runs, marked }: { runs: readonly WordRun[]; marked: "gone" | "new" }): ReactElement {
  const shown = runs.filter(({ kind }) => kind === "same" || kind === marked);
  if (shown.length === 0) return <p className="soft">Nothing</p>;
  const Mark = marked === "gone" ? "del" : "ins";
  return (
    <div>
      {keyed(shown).map(({ key, kind, words }) =>
        kind === "same" ? (
          <span key={key}>{words}</span>
        ) : (
          <Mark key={key}>
            <span className="hidden">{marked === "gone" ? "[gone: " : "[new: "}</span>
            {words}
            <span className="hidden">]</span>
          </Mark>
        ),
      )}
    </div>
  );
}

/** Runs may read the same, so each is known by where in the text it begins. */
function keyed(runs: readonly WordRun[]): (WordRun & { key: number })[] {
  let key = 0;
  return runs.map((run) => {
    const started = { ...run, key };
    key += run.words.length;
    return started;
  });
}
