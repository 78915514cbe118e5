import type { ReactElement } from "react";

/** Leads to the page that shows something, and says whose page that is. */
export function SourceLink({ url }: { url: string }): ReactElement {
  return (
    <a href={url} rel="nofollow ugc noopener">
      Source: {hostOf(url)}
    </a>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "another page";
}
