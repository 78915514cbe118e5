import type { ReactElement } from "react";
import type { OfferedCorrection } from "#app/domain/moderation/corrections.server.ts";
import { CORRECTION_WORDS } from "./admin-words.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** What somebody outside says is wrong, beside what is to be changed, and the button for when it is. */
export function CorrectionNotice({ correction }: { correction: OfferedCorrection }): ReactElement {
  const { publicId, kind, state, words, sourceUrl } = correction;
  const isOpen = state === "waiting" || state === "held";
  return (
    <Notice tone="waiting" title={`Said to be wrong: ${CORRECTION_WORDS[kind]}`}>
      <p className="mail-text">{words}</p>
      {sourceUrl === "" ? null : (
        <p>
          <a href={sourceUrl} rel="noreferrer nofollow">
            {sourceUrl}
          </a>
        </p>
      )}
      {isOpen ? (
        <form method="post" action={`/admin/corrections/${publicId}`}>
          <Button name="decision" value="accepted">
            I have put it right
          </Button>
        </form>
      ) : (
        <p>This is settled.</p>
      )}
    </Notice>
  );
}
