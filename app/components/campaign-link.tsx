import type { ReactElement } from "react";

/** The title of a campaign, as a link where it can be read; `path` is blank where nobody may. */
export function CampaignLink({ path, title }: { path: string; title: string }): ReactElement {
  return path === "" ? <span>{title}</span> : <a href={path}>{title}</a>;
}
