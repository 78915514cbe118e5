import { renderToStaticMarkup } from "react-dom/server";
import { BUSY_WORDS, BusyView } from "../components/busy-view.tsx";
import { type BusyPage, busyPageIn } from "../http/busy-answer.server.ts";
import type { Pages } from "../http/pages.server.ts";

/** Makes the pages of a busy moment: one small view each, without route, loader or database. */
export function makeBusyPage(pages: Pages, appUrl: string): BusyPage {
  return busyPageIn(pages, appUrl, (form) => ({
    title: BUSY_WORDS[form.kind].title,
    html: renderToStaticMarkup(<BusyView {...form} />),
  }));
}
