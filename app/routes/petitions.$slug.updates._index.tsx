import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { counted } from "#app/components/format.ts";
import { kindWords } from "#app/components/kind-words.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ReportLink } from "#app/components/report-link.tsx";
import { UpdateList } from "#app/components/update-list.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { listUpdates } from "#app/domain/update/queries.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const { id, title, kind, organiserName } = campaign;
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const { updates, count } = await listUpdates(context.db.read, { campaignId: id, page });
  const pageCount = Math.max(1, Math.ceil(count / PAGE_LENGTH));
  return { base: publicCampaignPath(campaign), title, kind, organiserName, updates, count, page, pageCount };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle("News", data && `News of “${data.title}”.`);

export default function CampaignUpdates(): ReactElement {
  const { base, title, kind, organiserName, updates, count, page, pageCount } =
    useLoaderData<typeof loader>();
  const { one } = kindWords(kind);
  return (
    <>
      <PageHeading
        kicker={<a href={base}>{title}</a>}
        title="News"
        lede={
          count === 0
            ? "Nothing has been told yet."
            : `${counted(count, "update")}, written by ${organiserName}, who runs this ${one}.`
        }
      />
      <UpdateList base={base} updates={updates} level={2} />
      <p>
        Sign and tick “news” on the form to get it by mail. <a href="/my-signatures">Signed already?</a>
      </p>
      <p>
        <ReportLink words="Report something here" />
      </p>
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `${base}/updates?page=${to}`} />
    </>
  );
}
