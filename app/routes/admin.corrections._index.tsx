import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { CORRECTION_WORDS } from "#app/components/admin-words.ts";
import { Chip } from "#app/components/chip.tsx";
import { counted, londonDay } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { listCorrections } from "#app/domain/moderation/corrections.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { searchParams } = new URL(request.url);
  const isSettled = searchParams.get("state") === "settled";
  const page = readPage(searchParams.get("page"));
  const { corrections, count } = await listCorrections(context.db.read, { isSettled, page });
  return { isSettled, page, corrections, count, pageCount: Math.max(1, Math.ceil(count / PAGE_LENGTH)) };
}

export const meta: MetaFunction = () => pageTitle("Corrections");

export default function AdminCorrections(): ReactElement {
  const { isSettled, page, corrections, count, pageCount } = useLoaderData<typeof loader>();
  return (
    <AdminPage
      title={isSettled ? "Settled corrections" : "Corrections that wait"}
      lede={`${counted(count, "correction")}. Nobody else sees what was written.`}
    >
      <p>
        {isSettled ? (
          <a href="/admin/corrections">Those that wait</a>
        ) : (
          <a href="/admin/corrections?state=settled">Those that are settled</a>
        )}
      </p>
      <ul className="representatives plain-list">
        {corrections.map(({ publicId, kind, state, about, createdAt, settledAt }) => (
          <li key={publicId}>
            <a href={`/admin/corrections/${publicId}`}>{about}</a> <Chip {...STATE_CHIPS[state]} />
            <span className="detail">
              {CORRECTION_WORDS[kind]}, offered on {londonDay(createdAt)}
              {settledAt === null ? "" : `, settled on ${londonDay(settledAt)}`}
            </span>
          </li>
        ))}
      </ul>
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(to) => `/admin/corrections?${isSettled ? "state=settled&" : ""}page=${to}`}
      />
    </AdminPage>
  );
}

const STATE_CHIPS = {
  waiting: { words: "Waits", tone: "waiting" },
  held: { words: "Held by a limit", tone: "refused" },
  accepted: { words: "Put right", tone: "ok" },
  declined: { words: "Declined", tone: "plain" },
} as const;
