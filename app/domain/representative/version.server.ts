import { createHash } from "node:crypto";

/** A short text that differs whenever the rows do: a form carries it, so that nobody saves over what they have not seen. */
export function versionOf(...rows: readonly Record<string, unknown>[]): string {
  return createHash("sha256").update(JSON.stringify(rows)).digest("base64url").slice(0, 22);
}
