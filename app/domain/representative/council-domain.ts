/** Whether an address is at a council's own domain or below it: those of employers and homes are nobody's office. */
export function isAtCouncil(address: string, councilDomain: string): boolean {
  const own = ownDomain(councilDomain);
  const host = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return own !== "" && (host === own || host.endsWith(`.${own}`));
}

/** Where Parliament and those who keep councils' pages for them publish. */
const OFFICIAL_HOSTS = ["parliament.uk", "moderngov.co.uk", "cmis.uk.com"];

/** Whether a page is a council's own, Parliament's, or kept for councils by those who publish their meetings. */
export function isOfficialPage(url: string, councilDomains: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return [...OFFICIAL_HOSTS, ...councilDomains].some((domain) => isAtCouncil(`@${hostname}`, domain));
}

/** The domain that is registered: of `my.northtyneside.gov.uk` its last three parts. */
function ownDomain(host: string): string {
  const plain = host.toLowerCase().replace(/^www\./, "");
  return plain.endsWith(".gov.uk") ? plain.split(".").slice(-3).join(".") : plain;
}
