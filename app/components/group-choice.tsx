import type { ReactElement } from "react";
import { Choice } from "./choice.tsx";

export interface GroupChoiceProps {
  /** Those that whoever asks runs, and that are public. */
  groups: readonly { slug: string; name: string; isVerified: boolean }[];
  value?: string;
  error?: string;
}

/** Under whose name something is published; nothing for somebody who runs no group. */
export function GroupChoice({ groups, value, error }: GroupChoiceProps): ReactElement | null {
  if (groups.length === 0) return null;
  return (
    <Choice
      name="group"
      label="Publish it under the name of a group"
      hint="All who run the group can then run it too. A verified group needs no five supporters."
      blank="No group: under your own name"
      options={groups.map(({ slug, name, isVerified }) => ({
        value: slug,
        label: isVerified ? `${name} (verified)` : name,
      }))}
      value={value}
      error={error}
    />
  );
}
