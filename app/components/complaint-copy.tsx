import type { ReactElement } from "react";
import { DefinitionList } from "./definition-list.tsx";

/** What a complaint says, as it may be read by whoever looks at it. */
export interface CopiedComplaint {
  /** Blank where it may not be passed on. */
  name: string;
  email: string;
  statement: string;
  meaning: string;
  harm: string;
  untrue: string;
}

/** The fields of a notice of complaint, in the words that were typed. */
export function ComplaintCopy({ complaint }: { complaint: CopiedComplaint }): ReactElement {
  const { name, email, statement, meaning, harm, untrue } = complaint;
  const typed = (term: string, text: string) => ({ term, value: <span className="mail-text">{text}</span> });
  return (
    <DefinitionList
      rows={[
        { term: "Who complains", value: name || "We may not pass this on" },
        { term: "Their address", value: email || "We may not pass this on" },
        typed("The words", statement),
        typed("Said to mean", meaning),
        typed("Said to harm", harm),
        typed("Said to be wrong", untrue),
      ]}
    />
  );
}
