import type { ReactElement } from "react";
import { Chip, type ChipTone } from "./chip.tsx";

export type AskOutcome = "open" | "promised" | "partly" | "refused" | "done";

export interface Ask {
  text: string;
  outcome: AskOutcome;
  /** When it came to that, as it stands in the chip: "in May". */
  when?: string;
}

const OUTCOMES: Record<AskOutcome, { words: string; tone: ChipTone }> = {
  open: { words: "Not answered", tone: "waiting" },
  promised: { words: "Promised", tone: "ok" },
  partly: { words: "Partly done", tone: "ok" },
  refused: { words: "Refused", tone: "refused" },
  done: { words: "Done", tone: "ok" },
};

interface AskListProps {
  asks: readonly Ask[];
  /** Nobody was asked in a demonstration, so none of its asks stands as not answered against a real council. */
  isDemonstration?: boolean;
}

/** What a campaign demands, with what became of each. */
export function AskList({ asks, isDemonstration = false }: AskListProps): ReactElement {
  return (
    <ol className="asks plain-list">
      {asks.map(({ text, outcome, when }) => (
        <li key={text}>
          <p>{text}</p>
          <Chip
            words={
              isDemonstration && outcome === "open"
                ? "Open"
                : [OUTCOMES[outcome].words, when].filter(Boolean).join(" ")
            }
            tone={OUTCOMES[outcome].tone}
          />
        </li>
      ))}
    </ol>
  );
}
