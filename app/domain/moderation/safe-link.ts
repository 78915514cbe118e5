/** Somewhere that a link of somebody else's text may lead, and how it is said in plain letters. */
export interface SafeLink {
  href: string;
  /** The host, or the address written to: what tells where the link really goes. */
  where: string;
}

/**
 * A web page or an e-mail address, nothing else: no scripts, no data, no path of our own. The host comes in the
 * letters that the network uses, so that one which only looks like another is seen. Undefined for all others.
 */
export function safeLink(url: string): SafeLink | undefined {
  const mail = /^mailto:([\w.+%'-]+@[a-z0-9.-]+\.[a-z]{2,})(?:\?|$)/i.exec(url)?.[1];
  if (mail !== undefined) return { href: `mailto:${mail}`, where: mail };
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  // A name before the host is there to look like the host.
  if (parsed.username !== "" || parsed.password !== "") return undefined;
  return { href: parsed.href, where: parsed.host };
}

/** Whether the words of a link say by themselves where it goes. */
export function saysWhere(words: string, { href, where }: SafeLink): boolean {
  const plain = words.trim().replace(/\/$/, "");
  return plain === where || plain === href.replace(/\/$/, "") || `mailto:${plain}` === href;
}
