import { useLocation } from "@remix-run/react";
import type { ReactElement } from "react";
import { publicPath } from "#app/domain/moderation/public-path.ts";

/** Leads to the form for saying what is wrong with this page; from a page whose address is personal, without it. */
export function ReportLink({ words = "Report something on this page" }: { words?: string }): ReactElement {
  const page = publicPath(useLocation().pathname);
  return (
    <a href={page === undefined ? "/report" : `/report?page=${page}`}>
      {page === undefined ? "Report something" : words}
    </a>
  );
}
