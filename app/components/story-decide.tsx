import type { ReactElement } from "react";
import { STORY_REASONS } from "#app/domain/story/story-reasons.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { RadioField } from "./radio-field.tsx";
import { TextArea } from "./text-area.tsx";

/** What a form was sent with, where something has to be put right. */
export interface SentForm {
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
}

interface StoryDecideProps extends SentForm {
  revision: number;
  /** What keeps this moderator from publishing it. */
  gap?: "needs_second" | "needs_senior";
  /** Whether this moderator can approve it for another to publish. */
  mayApprove: boolean;
}

/** Publish, approve, ask for changes or reject; with a note that the author reads. */
export function StoryDecide(props: StoryDecideProps): ReactElement {
  const { revision, gap, mayApprove, values, errors } = props;
  const publish = { value: "publish", label: "Publish it", hint: "Everybody can read it at once." };
  const approve = {
    value: "approve",
    label: "Approve it",
    hint: "It may be published as it is. Another moderator reads it and publishes it.",
  };
  return (
    <form method="post" noValidate>
      <h2>Decide</h2>
      {gap === "needs_senior" ? <p>Only an admin publishes this one.</p> : null}
      {gap === "needs_second" ? (
        <p>Two moderators look at this one: first one approves it, then another publishes it.</p>
      ) : null}
      <input type="hidden" name="revision" value={revision} />
      <RadioField
        name="decision"
        legend="What you decide"
        value={values.decision}
        error={errors.decision}
        options={[
          ...(gap === undefined ? [publish] : []),
          ...(mayApprove ? [approve] : []),
          {
            value: "changes",
            label: "Ask the author for changes",
            hint: "Say in the note what has to change. For a few words, suggest another wording instead.",
          },
          { value: "reject", label: "Reject it", hint: "Only its author sees that, with the reason." },
        ]}
      />
      <Choice
        name="reason"
        label="If you reject it: why"
        blank="Choose one"
        options={STORY_REASONS}
        value={values.reason}
        error={errors.reason}
      />
      <TextArea
        name="note"
        label="Note to the author"
        hint="They read it on their own page; the mail only says that there is news. Plain and kind words: somebody had the courage to tell this. With an approval, it stays among moderators."
        isRequired={false}
        value={values.note}
        error={errors.note}
      />
      <Button name="intent" value="decide">
        Decide
      </Button>
    </form>
  );
}

/** A moderator has read what the program did not see. */
export function StorySecondLook({ values, errors }: SentForm): ReactElement {
  return (
    <details open={errors.second === undefined ? undefined : true}>
      <summary>Another moderator should look at this too</summary>
      <form method="post" noValidate>
        <RadioField
          name="second"
          legend="Why"
          value={values.second}
          error={errors.second}
          options={[
            { value: "abuse", label: "It tells of abuse" },
            { value: "named_officer", label: "It names or points to an officer of a council or a school" },
            { value: "court", label: "It tells of a court, care or police case" },
            { value: "tribunal", label: "It tells of a tribunal that goes on" },
          ]}
        />
        <Button tone="quiet" name="intent" value="second">
          Two moderators for this one
        </Button>
      </form>
    </details>
  );
}

/** One press takes a published story off the site. */
export function StoryTakeDown({ values, errors }: SentForm): ReactElement {
  return (
    <form method="post" noValidate>
      <h2>Take it down at once</h2>
      <p>
        It is off every page with this press, its facts leave the sums by their rules, and its author is told.
        It can be looked at again later.
      </p>
      <Choice
        name="reason"
        label="Why"
        blank="Choose one"
        options={STORY_REASONS}
        value={values.reason}
        error={errors.reason}
      />
      <TextArea
        name="note"
        label="Note to the author"
        hint="It may stay blank."
        isRequired={false}
        value={values.note}
        error={errors.note}
      />
      <Button tone="danger" name="intent" value="take_down">
        Take it down now
      </Button>
    </form>
  );
}

/** Puts a story that was not published back among those that wait. */
export function StoryReviewAgain(): ReactElement {
  return (
    <form method="post">
      <h2>Look at it again</h2>
      <p>It waits once more, as if it had just been sent, and is decided anew.</p>
      <Button tone="quiet" name="intent" value="review_again">
        Put it back into review
      </Button>
    </form>
  );
}
