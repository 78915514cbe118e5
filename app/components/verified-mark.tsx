import type { ReactElement } from "react";
import { Chip } from "./chip.tsx";

/** Stands beside the name of a group that a moderator has checked. */
export function VerifiedMark(): ReactElement {
  return <Chip words="✓ verified" tone="ok" />;
}
