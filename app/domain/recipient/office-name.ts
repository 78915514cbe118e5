import type { AreaLevel } from "#db/tables/area.ts";
import { nameKeyOf } from "../representative/naming.ts";

interface Called {
  name: string;
  role: string;
  organisation: string;
}

/**
 * What an office is called: its holder, where one is named, and what they are. At a nation, where many bodies have
 * their seat, with the body.
 */
export function officeName({ name, role, organisation }: Called, level: AreaLevel): string {
  const parts = level === "nation" || name + role === "" ? [name, role, organisation] : [name, role];
  return parts.filter((part) => part !== "").join(", ");
}

/** The key by which it is found again: the holder's name where there is one, else what the office is called. */
export function officeKey(called: Called, level: AreaLevel): string {
  return nameKeyOf(called.name || officeName(called, level));
}
