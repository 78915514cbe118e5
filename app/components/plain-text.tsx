import type { ReactElement } from "react";
import { withoutUnseen } from "#app/domain/moderation/unseen-marks.ts";

/** A text as it was typed: a blank line begins a paragraph, and nothing in it means anything. */
export function PlainText({ text }: { text: string }): ReactElement {
  const paragraphs = withoutUnseen(text)
    .split(/\n[^\S\n]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== "");
  return (
    <>
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs may read the same and never change places
        <p key={index}>{paragraph}</p>
      ))}
    </>
  );
}
