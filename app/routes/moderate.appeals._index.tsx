import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { counted, londonDay } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { APPEAL_CHIPS, urgencyChip, waitedWords } from "#app/components/moderate-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { listAppeals } from "#app/domain/moderation/appeals.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { APPEAL_TARGET_HOURS, PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { searchParams } = new URL(request.url);
  const isSettled = searchParams.get("state") === "settled";
  const page = readPage(searchParams.get("page"));
  const { appeals, count } = await listAppeals(context.db.read, { isSettled, page });
  const pageCount = Math.max(1, Math.ceil(count / PAGE_LENGTH));
  return { isSettled, page, appeals, count, pageCount, now: context.clock.now() };
}

export const meta: MetaFunction = () => pageTitle("Appeals");

export default function ModerateAppeals(): ReactElement {
  const { isSettled, page, appeals, count, pageCount, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title={isSettled ? "Settled appeals" : "Appeals that wait"}
      lede={`${counted(count, "appeal")}. Another moderator than the one who decided settles each.`}
    >
      <p>
        {isSettled ? (
          <a href="/moderate/appeals">Those that wait</a>
        ) : (
          <a href="/moderate/appeals?state=settled">Those that are settled</a>
        )}
      </p>
      <ul className="queues plain-list">
        {appeals.map(({ publicId, state, title, against, createdAt, settledAt }) => (
          <li key={publicId}>
            <a href={`/moderate/appeals/${publicId}`}>{title}</a>
            <span className="detail">Against being {against === "hidden" ? "hidden" : "rejected"}</span>
            <span className="detail">
              {settledAt === null ? (
                <>
                  <Chip {...urgencyChip(createdAt, APPEAL_TARGET_HOURS, now)} /> Has waited{" "}
                  {waitedWords(createdAt, now)}
                </>
              ) : (
                <>
                  <Chip {...APPEAL_CHIPS[state]} /> Settled on {londonDay(settledAt)}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(to) => `/moderate/appeals?${isSettled ? "state=settled&" : ""}page=${to}`}
      />
    </ModeratePage>
  );
}
