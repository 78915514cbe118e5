import type { ReactElement, ReactNode } from "react";
import type { OfferedCorrection } from "#app/domain/moderation/corrections.server.ts";
import { DefinitionList } from "./definition-list.tsx";
import { londonDay } from "./format.ts";

/** What somebody wrote, for a moderator's eyes. */
export function CorrectionFacts({ correction }: { correction: OfferedCorrection }): ReactElement {
  const { representative, area, words, name, address, sourceUrl, wantsAnswer, createdAt } = correction;
  const rows: { term: string; value: ReactNode }[] = [
    ...(representative
      ? [
          {
            term: "About",
            value: <a href={`/representatives/${representative.publicId}`}>{representative.name}</a>,
          },
        ]
      : []),
    ...(area ? [{ term: "Where", value: `${area.name} (${area.gssCode})` }] : []),
    ...(words === "" ? [] : [{ term: "What is right", value: <span className="mail-text">{words}</span> }]),
    ...(name === "" ? [] : [{ term: "Name", value: name }]),
    ...(address === "" ? [] : [{ term: "Address", value: address }]),
    {
      term: "Their source",
      value:
        sourceUrl === "" ? (
          "None given"
        ) : (
          <a href={sourceUrl} rel="noreferrer nofollow">
            {sourceUrl}
          </a>
        ),
    },
    { term: "Offered", value: londonDay(createdAt) },
    { term: "Wants to hear", value: wantsAnswer ? "Yes: a mail goes when this is settled" : "No" },
  ];
  return <DefinitionList rows={rows} />;
}
