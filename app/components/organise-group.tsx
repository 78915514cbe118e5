import type { ReactElement } from "react";
import { Button } from "./button.tsx";
import { GroupChoice, type GroupChoiceProps } from "./group-choice.tsx";

interface OrganiseGroupProps extends Pick<GroupChoiceProps, "groups" | "error"> {
  /** The group that it belongs to now, if any. */
  group?: GroupChoiceProps["groups"][number];
}

/** Publishes a campaign under the name of one of one's groups, or takes it out of one. */
export function OrganiseGroup({ groups, group, error }: OrganiseGroupProps): ReactElement {
  const isOthers = group !== undefined && !groups.some(({ slug }) => slug === group.slug);
  const offered = isOthers ? [...groups, group] : groups;
  if (offered.length === 0)
    return (
      <p>
        Do you belong to a group? <a href="/organise/groups/new">Make a page for it</a>, then this can be
        published under its name.
      </p>
    );
  return (
    <form method="post">
      <h2>The group behind it</h2>
      <GroupChoice groups={offered} value={group?.slug} error={error} />
      <p className="hint">
        People who let one group write to them have not let another: nobody’s agreement moves with it.
      </p>
      <Button name="intent" value="group">
        Save the group
      </Button>
    </form>
  );
}
