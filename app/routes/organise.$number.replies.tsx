import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { counted, londonDay } from "#app/components/format.ts";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { Quoted } from "#app/components/quoted.tsx";
import { listReplies } from "#app/domain/forwarding/replies.server.ts";
import { withoutUnseen } from "#app/domain/moderation/unseen-marks.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";
import { REPLY_DAYS } from "#app/policy-forwarding.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const asked = { campaignId: campaign.id, page };
  const { replies, count } = await listReplies(context.db.read, context.keyring, asked);
  return {
    campaign: { number: campaign.number, title: campaign.title, state: campaign.state },
    replies: replies.map(({ id: _id, ...reply }) => reply),
    ...{ page, count, pageCount: Math.max(1, Math.ceil(count / PAGE_LENGTH)) },
  };
}

export const meta: MetaFunction = () => pageTitle("Replies by mail");

export default function OrganiseReplies(): ReactElement {
  const { campaign, replies, page, count, pageCount } = useLoaderData<typeof loader>();
  return (
    <OrganisePage
      campaign={campaign}
      title="Replies by mail"
      lede={`What councillors and MPs wrote back, and nobody else sees. We keep each for ${REPLY_DAYS} days.`}
    >
      <p>
        {count === 0
          ? "Nobody has written back yet. When somebody does, each of you gets it by mail."
          : `${counted(count, "reply", "replies")}. To answer, write to them yourself: they will see your address. Please do not publish a reply without asking. We cannot check who wrote it.`}
      </p>
      <ol className="plain-list replies">
        {replies.map((reply, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: replies have no name on a page, and the list never moves
          <li key={index}>
            <ReplyOf {...reply} />
          </li>
        ))}
      </ol>
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(to) => `/organise/${campaign.number}/replies?page=${to}`}
      />
    </OrganisePage>
  );
}

type Reply = ReturnType<typeof useLoaderData<typeof loader>>["replies"][number];

function ReplyOf({ name, address, subject, text, isCut, campaignCount, ...about }: Reply): ReactElement {
  const { receivedAt, toTitle, toArea } = about;
  const to = [toTitle, toArea].filter(Boolean).join(", ");
  return (
    <>
      <h2>{withoutUnseen(subject) || "No subject"}</h2>
      <p className="detail">
        From {withoutUnseen(name)} {address === "" ? "" : <span className="address">{address}</span>}, on{" "}
        {londonDay(receivedAt)}
        {to === "" ? "" : `. Our message went to ${to}`}
        {campaignCount > 1 ? `. It told of ${campaignCount} campaigns: this may be about another one` : ""}.
      </p>
      <Quoted words={withoutUnseen(text)} />
      {isCut ? <p className="detail">It went on. Only the first part is kept.</p> : null}
    </>
  );
}
