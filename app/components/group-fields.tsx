import type { ReactElement } from "react";
import type { GroupContent } from "#app/domain/group/group.ts";
import { GROUP_ABOUT_CHARACTERS, GROUP_NAME_CHARACTERS } from "#app/policy-groups.ts";
import { Choice, type ChoiceOption } from "./choice.tsx";
import { Field } from "./field.tsx";
import { TextArea } from "./text-area.tsx";

interface GroupFieldsProps {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  councils: readonly ChoiceOption[];
}

/** What a group says of itself. */
export function GroupFields({ values, errors, councils }: GroupFieldsProps): ReactElement {
  return (
    <>
      <Field
        name="name"
        label="The group’s name"
        hint={`At most ${GROUP_NAME_CHARACTERS} characters, as everybody will see it.`}
        value={values.name}
        error={errors.name}
        autoComplete="organization"
      />
      <TextArea
        name="about"
        label="Who you are and what you do"
        hint={`At most ${GROUP_ABOUT_CHARACTERS} characters. A blank line begins a paragraph, “- ” a list. Say where else you can be found, such as a website or a charity number: it helps a moderator to check who you are.`}
        value={values.about}
        error={errors.about}
      />
      <Choice
        name="area"
        label="Where you work"
        blank="Everywhere, or in several places"
        options={councils}
        value={values.area}
        error={errors.area}
      />
      <fieldset>
        <legend>For whom you speak, if you wish to say</legend>
        <p className="hint">
          Your page says that this is your own word, with the month. It is never added to a count.
        </p>
        <Field
          name="speaksForCount"
          label="How many"
          inputMode="numeric"
          value={values.speaksForCount}
          error={errors.speaksForCount}
          isRequired={false}
        />
        <Field
          name="speaksFor"
          label="Who they are"
          hint="For example: families"
          value={values.speaksFor}
          error={errors.speaksFor}
          isRequired={false}
        />
      </fieldset>
    </>
  );
}

/** What a form about a group is filled with. */
export function groupValues(content: GroupContent): Record<string, string> {
  const { name, about, gssCode, declaredCount, declaredOf } = content;
  return {
    ...{ name, about, area: gssCode, speaksFor: declaredOf },
    speaksForCount: declaredCount === 0 ? "" : String(declaredCount),
  };
}
