import type { ReactElement } from "react";

/** The colour beside the words, never instead of them: won, waiting for somebody, refused, neither. */
export type ChipTone = "ok" | "waiting" | "refused" | "plain";

/** A state in a word or two. */
export function Chip({ words, tone = "plain" }: { words: string; tone?: ChipTone }): ReactElement {
  return <span className={tone === "plain" ? "chip" : `chip chip-${tone}`}>{words}</span>;
}
