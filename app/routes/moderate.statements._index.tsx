import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { deadlineWords } from "#app/components/complaint-words.ts";
import { counted } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { STATEMENT_KIND_WORDS } from "#app/components/story-statement-words.ts";
import { listWaitingStatements } from "#app/domain/story/statement-queries.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { db, keyring, clock } = context;
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const { statements, count } = await listWaitingStatements(db.read, keyring, page);
  const pageCount = Math.max(1, Math.ceil(count / PAGE_LENGTH));
  return { statements, count, page, pageCount, now: clock.now() };
}

export const meta: MetaFunction = () => pageTitle("Replies to stories");

export default function ModerateStatements(): ReactElement {
  const { statements, count, page, pageCount, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="Replies to stories"
      lede={
        count === 0
          ? "None waits."
          : `${counted(count, "reply waits", "replies wait")}. The one that is due first comes first.`
      }
    >
      <ul className="queues plain-list">
        {statements.map(({ publicId, kind, organisation, isOfficial, council, title, dueAt }) => (
          <li key={publicId}>
            <a href={`/moderate/statements/${publicId}`}>
              {STATEMENT_KIND_WORDS[kind]} by {organisation}
            </a>
            <span className="detail">
              {title === "" ? `What families say of ${council}` : `${title}, ${council}`}
              {isOfficial ? " · from an address of the council" : ""}
            </span>
            <span className="detail">
              {dueAt <= now ? <Chip words="Overdue" tone="refused" /> : null} Answer by {deadlineWords(dueAt)}
            </span>
          </li>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `/moderate/statements?page=${to}`} />
    </ModeratePage>
  );
}
