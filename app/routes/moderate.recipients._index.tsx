import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { counted } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { urgencyChip, waitedWords } from "#app/components/moderate-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { namedLine } from "#app/domain/recipient/named-recipient.ts";
import { listWaitingRecipients } from "#app/domain/recipient/waiting-recipients.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";
import { RECIPIENT_TARGET_HOURS } from "#app/policy-recipients.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const page = readPage(new URL(request.url).searchParams.get("page"));
  return { ...(await listWaitingRecipients(context.db.read, page)), page, now: context.clock.now() };
}

export const meta: MetaFunction = () => pageTitle("Whom campaigns are addressed to");

export default function ModerateRecipients(): ReactElement {
  const { recipients, count, page, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="Whom campaigns are addressed to"
      lede={
        count === 0 ? "Nobody waits." : `${counted(count, "waits", "wait")} to be compared with their page.`
      }
    >
      <ul className="queues plain-list">
        {recipients.map(({ publicId, title, createdAt, ...named }) => (
          <li key={publicId}>
            <a href={`/moderate/recipients/${publicId}`}>{namedLine(named)}</a>
            <span className="detail">
              <Chip {...urgencyChip(createdAt, RECIPIENT_TARGET_HOURS, now)} /> For “{title}”, has waited{" "}
              {waitedWords(createdAt, now)}
            </span>
          </li>
        ))}
      </ul>
      <Pagination
        page={page}
        pageCount={Math.max(1, Math.ceil(count / PAGE_LENGTH))}
        hrefFor={(to) => `/moderate/recipients?page=${to}`}
      />
    </ModeratePage>
  );
}
