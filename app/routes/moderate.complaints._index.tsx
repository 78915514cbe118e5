import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { ComplaintDue } from "#app/components/complaint-due.tsx";
import { COMPLAINT_CHIPS } from "#app/components/complaint-words.ts";
import { counted, londonDay } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { listComplaints } from "#app/domain/moderation/complaints.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { searchParams } = new URL(request.url);
  const isSettled = searchParams.get("state") === "settled";
  const page = readPage(searchParams.get("page"));
  const { complaints, count } = await listComplaints(context.db.read, { isSettled, page });
  const pageCount = Math.max(1, Math.ceil(count / PAGE_LENGTH));
  return { isSettled, page, pageCount, complaints, count, now: context.clock.now() };
}

export const meta: MetaFunction = () => pageTitle("Complaints of defamation");

export default function ModerateComplaints(): ReactElement {
  const { isSettled, page, pageCount, complaints, count, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title={isSettled ? "Settled complaints" : "Complaints of defamation"}
      lede={`${counted(count, "complaint")}${isSettled ? "" : ", those that the law makes urgent first"}.`}
    >
      <p>
        {isSettled ? (
          <a href="/moderate/complaints">Those that are open</a>
        ) : (
          <a href="/moderate/complaints?state=settled">Those that are settled</a>
        )}
      </p>
      <ul className="moves plain-list">
        {complaints.map(({ publicId, title, page: path, state, receivedAt, dueAt }) => (
          <li key={publicId}>
            <a href={`/moderate/complaints/${publicId}`}>{title || path}</a>{" "}
            <Chip {...COMPLAINT_CHIPS[state]} />
            <span className="detail">
              Came in on {londonDay(receivedAt)}. <ComplaintDue {...{ state, dueAt, now }} />
            </span>
          </li>
        ))}
      </ul>
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(to) => `/moderate/complaints?${isSettled ? "state=settled&" : ""}page=${to}`}
      />
    </ModeratePage>
  );
}
