import { isPersonalPath } from "../privacy/personal-path.ts";

const PATH_LENGTH = 200;
/** Parts of our addresses: lower-case words, numbers, codes; nothing that needs encoding. */
const PLAIN_PATH = /^\/(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9]+)?\/?)*$/;
/** What programs ask for, and what is no page of the site's own. */
const NO_PAGE = /^\/(?:dev|webhooks|healthz|readyz|metrics|assets|build)(?:\/|$)/;

/**
 * The path of a public page of ours, without query, fragment and closing slash, from what stands in an address or
 * was pasted out of one. Undefined for other sites, for addresses that are personal or carry a token, and for
 * whatever is not plainly a path.
 */
export function publicPath(text: string, appUrl = ""): string | undefined {
  const [bare = ""] = withoutSite(text.trim(), appUrl).split(/[?#]/, 1);
  if (bare.length > PATH_LENGTH || !PLAIN_PATH.test(bare)) return undefined;
  const path = bare.length > 1 ? bare.replace(/\/$/, "") : bare;
  return isPersonalPath(path) || NO_PAGE.test(path) ? undefined : path;
}

/** The token of a link to a petition that still gathers supporters, where that is what was pasted. */
export function supportToken(text: string, appUrl: string): string | undefined {
  return /^\/support\/([\w-]{1,64})(?:[/?#]|$)/.exec(withoutSite(text.trim(), appUrl))?.[1];
}

/** The rest of an address after our own host, with or without `https://`; other texts as they are. */
function withoutSite(text: string, appUrl: string): string {
  if (appUrl === "") return text;
  const { host } = new URL(appUrl);
  const bare = text.replace(/^https?:\/\//i, "");
  if (bare.toLowerCase() === host) return "/";
  return bare.toLowerCase().startsWith(`${host}/`) ? bare.slice(host.length) : text;
}
