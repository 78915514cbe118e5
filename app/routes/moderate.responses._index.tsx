import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { counted } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { urgencyChip, waitedWords } from "#app/components/moderate-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { listWaiting } from "#app/domain/response/waiting.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";
import { ANSWER_TARGET_HOURS } from "#app/policy-forwarding.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const { responses, count } = await listWaiting(context.db.read, page);
  const pageCount = Math.max(1, Math.ceil(count / PAGE_LENGTH));
  return { responses, count, page, pageCount, now: context.clock.now() };
}

export const meta: MetaFunction = () => pageTitle("Answers of representatives");

export default function ModerateResponses(): ReactElement {
  const { responses, count, page, pageCount, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="Answers of representatives"
      lede={count === 0 ? "Nothing waits." : `${counted(count, "answer")} to read, the oldest first.`}
    >
      <ul className="moves plain-list">
        {responses.map(({ publicId, title, name, areaName, confirmedAt }) => (
          <li key={publicId}>
            <a href={`/moderate/responses/${publicId}`}>
              {name}, {areaName}
            </a>
            <span className="detail">To: {title}</span>
            <span className="detail">
              <Chip {...urgencyChip(confirmedAt, ANSWER_TARGET_HOURS, now)} /> It has waited{" "}
              {waitedWords(confirmedAt, now)}
            </span>
          </li>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `/moderate/responses?page=${to}`} />
    </ModeratePage>
  );
}
