import type { ReactElement } from "react";
import { figure, monthOfYear } from "./format.ts";

interface GroupDeclaredProps {
  group: { declaredCount: number; declaredOf: string; declaredOn: string };
}

/** Whom a group says it speaks for: its own word, with its date, and never part of a count. */
export function GroupDeclared({ group }: GroupDeclaredProps): ReactElement | null {
  const { declaredCount, declaredOf, declaredOn } = group;
  if (declaredCount === 0) return null;
  return (
    <p className="declared">
      It says that it speaks for{" "}
      <b>
        {figure(declaredCount)} {declaredOf}
      </b>{" "}
      <span className="soft">(said by the group, {monthOfYear(declaredOn)}; not part of any count here)</span>
    </p>
  );
}
