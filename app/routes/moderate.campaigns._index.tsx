import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { counted, londonTime } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { urgencyChip, waitedWords } from "#app/components/moderate-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { listInReview } from "#app/domain/moderation/in-review.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH, REVIEW_TARGET_HOURS } from "#app/policy.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const { db, keyring, clock } = context;
  const [page, now] = [readPage(new URL(request.url).searchParams.get("page")), clock.now()];
  const { campaigns, count } = await listInReview(db.read, keyring, page, now);
  const rows = campaigns.map(({ claim, ...campaign }) => ({
    ...campaign,
    inHand: claim && {
      by: claim.accountId === accountId ? "You have" : `${claim.by} has`,
      until: claim.expiresAt,
    },
  }));
  return { rows, count, page, now, pageCount: Math.max(1, Math.ceil(count / PAGE_LENGTH)) };
}

export const meta: MetaFunction = () => pageTitle("Campaigns to review");

export default function ModerateCampaigns(): ReactElement {
  const { rows, count, page, now, pageCount } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="Campaigns to review"
      lede={
        count === 0
          ? "None waits."
          : `${counted(count, "campaign")}. The one that has waited longest comes first.`
      }
    >
      <ul className="queues plain-list">
        {rows.map(({ number, title, bodyName, organiserName, since, inHand }) => (
          <li key={number}>
            <a href={`/moderate/campaigns/${number}`}>{title}</a>
            <span className="detail">
              To {bodyName}, started by {organiserName}
            </span>
            <span className="detail">
              <Chip {...urgencyChip(since, REVIEW_TARGET_HOURS, now)} /> Has waited {waitedWords(since, now)}
            </span>
            {inHand === undefined ? null : (
              <span className="detail">
                {inHand.by} it in hand until {londonTime(inHand.until)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `/moderate/campaigns?page=${to}`} />
    </ModeratePage>
  );
}
