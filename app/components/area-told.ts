import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import type { ToldOfCampaign } from "../domain/representative/told-in-areas.server.ts";
import { timesWords, toldRows } from "./told-rows.ts";
import type { ToldRow } from "./told-table.tsx";

/** Rows of a `ToldTable` on an area's page: who, and of which campaign. */
export function areaToldRows(rows: readonly ToldOfCampaign[]): ToldRow[] {
  return toldRows(rows).map((row, index) => ({
    ...row,
    key: `${row.key} ${rows[index]?.campaignSlug}`,
    detail: [row.detail, rows[index]?.campaignTitle].filter(Boolean).join(" · "),
  }));
}

/** Rows of a `ToldTable` on one person's page: of which campaign, and for which area. */
export function representativeToldRows(rows: readonly ToldOfCampaign[]): ToldRow[] {
  return toldRows(rows).map((row, index) => {
    const told = rows[index];
    if (told === undefined) return row;
    const { campaignKind: kind, campaignSlug: slug, campaignTitle, areaName } = told;
    return {
      ...row,
      key: `${row.key} ${slug}`,
      who: campaignTitle,
      href: publicCampaignPath({ kind, slug }),
      detail: [areaName, timesWords(told)].filter(Boolean).join(" · "),
    };
  });
}
