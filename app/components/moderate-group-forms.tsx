import type { ReactElement } from "react";
import { HIDE_REASONS } from "#app/domain/moderation/reasons.ts";
import { GROUP_CHECKED_CHARACTERS } from "#app/policy-groups.ts";
import type { GroupState } from "#db/tables/group.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { TextArea } from "./text-area.tsx";

interface ModerateGroupFormsProps {
  group: { state: GroupState; verifiedAt: number | null; checked: string };
  values: Readonly<Record<string, string | undefined>>;
  errors: Readonly<Record<string, string | undefined>>;
}

/** What a moderator can do about a group that has been let in. */
export function ModerateGroupForms({ group, values, errors }: ModerateGroupFormsProps): ReactElement | null {
  const { state, verifiedAt, checked } = group;
  if (state === "hidden")
    return (
      <form method="post">
        <h2>Put it back</h2>
        <p>Everybody can read its page again. A mark that it had is not put back: look again.</p>
        <Button name="intent" value="restore">
          Put it back
        </Button>
      </form>
    );
  if (state !== "open" && state !== "closed") return null;
  return (
    <>
      {state === "open" ? (
        <form method="post" noValidate>
          <h2>{verifiedAt === null ? "Verify it" : "Verify it anew"}</h2>
          <p>
            Only what you have looked up yourself, not what its page says. A verified group needs no five
            supporters, its later news is shown at once, and it may ask people whether it may write to them.
          </p>
          <TextArea
            name="checked"
            label="What you looked at"
            hint={`Everybody reads it, in at most ${GROUP_CHECKED_CHARACTERS} characters. For example: “registered charity number looked up; wrote back from its own domain”.`}
            value={values.checked ?? checked}
            error={errors.checked}
          />
          <Button name="intent" value="verify">
            Verify it
          </Button>
        </form>
      ) : null}
      {verifiedAt === null ? null : (
        <form method="post">
          <h2>Take the mark back</h2>
          <Button tone="quiet" name="intent" value="unverify">
            It is not verified any more
          </Button>
        </form>
      )}
      <form method="post">
        <h2>Take its page down at once</h2>
        <p>
          Its page answers that it is gone, and its petitions and open letters do not name it any more. They
          stay: decide about each by itself. Its members have no part in them through the group.
        </p>
        <Choice name="hideReason" label="Why" options={HIDE_REASONS} value={values.hideReason ?? "urgent"} />
        <Button tone="danger" name="intent" value="hide">
          Hide it now
        </Button>
      </form>
    </>
  );
}
