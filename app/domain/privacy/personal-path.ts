const PERSONAL =
  /^\/(?:confirm|agree|not-me|signature|unsubscribe|support|invitation|group-invitation|group-message|author-reply|complaint|pause|unpause|answer|answer-confirm|story|statement)\/|^\/(?:my-signatures|areas|start|sign-in|account|organise|moderate|admin|report|takedown|stories\/(?:new|tell))(?:\/|$)/;

/** Whether a page's address itself is personal, or the page shows what only one visitor may see. */
export function isPersonalPath(pathname: string): boolean {
  return PERSONAL.test(pathname);
}
