const NEVER_STORED = "private, no-store";

/** Pages whose address itself is personal, or that show what only one visitor may see. */
const PERSONAL =
  /^\/(?:confirm|not-me|signature|unsubscribe|support|invitation|author-reply|complaint)\/|^\/(?:my-signatures|areas|start|sign-in|account|organise|moderate|admin)(?:\/|$)/;

/** What may keep a response: what its route said, nobody where it said nothing or the address is personal. */
export function cacheControl(pathname: string, given: string | null): string {
  return given === null || PERSONAL.test(pathname) ? NEVER_STORED : given;
}
