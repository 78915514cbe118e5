import type { ReactElement } from "react";

/** What somebody wrote, as they wrote it: plain text in its own lines. */
export function Quoted({ words }: { words: string }): ReactElement {
  return <blockquote className="mail-text">{words}</blockquote>;
}
