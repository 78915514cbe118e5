import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { counted } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ReportList } from "#app/components/report-list.tsx";
import { listReportedPages } from "#app/domain/moderation/reports.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const { pages, count } = await listReportedPages(context.db.read, page);
  return {
    pages,
    count,
    page,
    pageCount: Math.max(1, Math.ceil(count / PAGE_LENGTH)),
    now: context.clock.now(),
  };
}

export const meta: MetaFunction = () => pageTitle("Reports");

export default function ModerateReports(): ReactElement {
  const { pages, count, page, pageCount, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="Reports"
      lede={
        count === 0
          ? "Nothing waits."
          : `${counted(count, "page")} with reports that wait, children and threats first.`
      }
    >
      {pages.map(({ page: path, title, count: reportCount, reports }) => (
        <section key={path}>
          <h2>
            <a href={path}>{title || path}</a>
          </h2>
          <p className="detail">
            {title === "" ? "" : `${path}, `}
            {counted(reportCount, "report")}
          </p>
          <ReportList reports={reports} now={now} />
        </section>
      ))}
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `/moderate/reports?page=${to}`} />
    </ModeratePage>
  );
}
