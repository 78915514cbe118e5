import type { ReactElement } from "react";
import type { FormerText } from "#app/domain/campaign/former-texts.server.ts";
import { londonDay, people } from "./format.ts";

interface TextChangesProps {
  texts: readonly FormerText[];
  /** The campaign's own address. */
  base: string;
}

/** When a public text was changed, how many had signed the one before, and where that can be read. */
export function TextChanges({ texts, base }: TextChangesProps): ReactElement {
  return (
    <>
      {texts.map(({ version, replacedAt, signedBefore }) => (
        <p key={version} className="soft">
          The text was changed on {londonDay(replacedAt)}. {people(signedBefore)} had signed before that.{" "}
          <a href={`${base}/text/${version}`}>
            Read the earlier text<span className="hidden"> of {londonDay(replacedAt)}</span>
          </a>
        </p>
      ))}
    </>
  );
}
