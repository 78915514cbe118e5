import { isPersonalPath } from "../domain/privacy/personal-path.ts";

const NEVER_STORED = "private, no-store";

/** What may keep a response: what its route said, nobody where it said nothing or the address is personal. */
export function cacheControl(pathname: string, given: string | null): string {
  return given === null || isPersonalPath(pathname) ? NEVER_STORED : given;
}
