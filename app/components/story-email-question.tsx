import type { ReactElement } from "react";
import { Button } from "./button.tsx";

/** Asked once, above the form, where an address looks mistyped; either answer saves it and goes on. */
export function StoryEmailQuestion({
  typed,
  suggestion,
}: {
  typed: string;
  suggestion: string;
}): ReactElement {
  const meant = suggestion.slice(suggestion.lastIndexOf("@") + 1);
  return (
    <section className="card card-raised" aria-labelledby="question">
      <h2 id="question">Did you mean {meant}?</h2>
      <p>The link to your story goes to this address, so it has to be right. It is not saved yet.</p>
      <div className="choices">
        <Answer email={suggestion} words={`Yes, use ${suggestion}`} />
        <Answer email={typed} words={`No, ${typed} is right`} />
      </div>
    </section>
  );
}

function Answer({ email, words }: { email: string; words: string }): ReactElement {
  return (
    <form method="post">
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="emailChecked" value="on" />
      <Button>{words}</Button>
    </form>
  );
}
