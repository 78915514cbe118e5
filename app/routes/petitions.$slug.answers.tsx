import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ReportLink } from "#app/components/report-link.tsx";
import { ResponseList } from "#app/components/response-list.tsx";
import { ResponseQuietNotice } from "#app/components/response-quiet-notice.tsx";
import { stanceCounts } from "#app/components/response-section.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { listAnswers } from "#app/domain/response/queries.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, clock } = context;
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const { id, title } = campaign;
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const answers = await listAnswers(db.read, { campaignId: id, page }, clock.now());
  const pageCount = Math.max(1, Math.ceil(answers.count / PAGE_LENGTH));
  return { base: publicCampaignPath(campaign), title, answers, page, pageCount };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle("What they answered", data && `What representatives answered to “${data.title}”.`);

export default function PetitionAnswers(): ReactElement {
  const { base, title, answers, page, pageCount } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        kicker={<a href={base}>{title}</a>}
        title="What they answered"
        lede={answers.count === 0 ? "Nothing is to be read here at present." : stanceCounts(answers.stances)}
      />
      <p className="soft">
        Those who were told can answer here. A reply that reached the organiser by another way says so.{" "}
        <a href={`${base}/told`}>Who was told, and when</a>
      </p>
      <ResponseQuietNotice quiet={answers.quiet} />
      <ResponseList answers={answers.answers} />
      <p>
        <ReportLink words="Report an answer" />
      </p>
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `${base}/answers?page=${to}`} />
    </>
  );
}
