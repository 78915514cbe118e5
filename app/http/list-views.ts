import type { CampaignKind } from "#db/tables/campaign.ts";
import { campaignFolder } from "../domain/campaign/campaign-path.ts";
import { type ListQuery, usualSort, writeListQuery } from "./list-query.ts";

interface View {
  words: string;
  href: string;
  isHere: boolean;
}

/**
 * The ways to look at a list of campaigns: by age, by signatures, by closing day, near somebody (petitions alone), by
 * what became of them. Each keeps the words and the council that were asked for, and begins on its first page.
 */
export function listViews(kind: CampaignKind, query: ListQuery): View[] {
  const usual = usualSort(query.q);
  const view = (words: string, state: ListQuery["state"], sort: ListQuery["sort"] = usual): View => ({
    words,
    href: `/${campaignFolder(kind)}${writeListQuery({ ...query, state, sort, page: 1 })}`,
    isHere: state === query.state && sort === query.sort,
  });
  return [
    ...(usual === "newest" ? [] : [view("Best match", "open")]),
    view("Newest", "open", "newest"),
    view("Most signed this week", "open", "week"),
    ...(kind === "petition" ? [{ words: "Near me", href: "/petitions/near", isHere: false }] : []),
    view("Closing soon", "open", "closing"),
    view("Answered", "answered"),
    view("Closed", "closed"),
    view("Rejected", "rejected"),
    view("All", "all"),
  ];
}

/** Where to look when a list is empty: wider than what was asked for, step by step. */
export function waysOn(kind: CampaignKind, query: ListQuery): { words: string; href: string }[] {
  const { q, council, state, sort } = query;
  const way = (words: string, to: Partial<ListQuery>) => ({
    words,
    href: `/${campaignFolder(kind)}${writeListQuery({ ...query, sort: usualSort(q), ...to, page: 1 })}`,
  });
  const isUsual = state === "open" && sort === usualSort(q);
  return [
    ...(state === "all" ? [] : [way("Closed ones too", { state: "all" })]),
    ...(council === "" ? [] : [way("To anybody, not one council", { council: "" })]),
    ...(isUsual && q === "" && council === ""
      ? []
      : [
          way(kind === "petition" ? "All open petitions" : "All open letters that can be signed", {
            q: "",
            council: "",
            state: "open",
            sort: "newest",
            isExact: false,
          }),
        ]),
  ];
}
