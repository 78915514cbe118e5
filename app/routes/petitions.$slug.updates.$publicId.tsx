import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { londonDay } from "#app/components/format.ts";
import { kindWords } from "#app/components/kind-words.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ReportLink } from "#app/components/report-link.tsx";
import { UpdateWords } from "#app/components/update-words.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { findPublicUpdate } from "#app/domain/update/queries.server.ts";
import { plainBeginning } from "#app/domain/update/update-words.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const { id, title, kind, organiserName } = campaign;
  const asked = { campaignId: id, publicId: params.publicId ?? "" };
  const update = await findPublicUpdate(context.db.read, asked);
  if (update === "gone") throw new Response(null, { status: 410 });
  if (!update) throw new Response(null, { status: 404 });
  return { base: publicCampaignPath(campaign), title, kind, organiserName, update };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(data.update.title, plainBeginning(data.update.body, 150)) : pageTitle("News");

export default function CampaignUpdate(): ReactElement {
  const { base, title, kind, organiserName, update } = useLoaderData<typeof loader>();
  const { one } = kindWords(kind);
  return (
    <article>
      <PageHeading
        kicker={<a href={base}>{title}</a>}
        title={update.title}
        lede={`${londonDay(update.publishedAt)} · by ${organiserName}, who runs this ${one}`}
      />
      <div className="prose">
        <UpdateWords markdown={update.body} />
      </div>
      <p className="row">
        <a href={base}>To the {one}</a>
        <a href={`${base}/updates`}>All its news</a>
        <ReportLink words="Report this update" />
      </p>
    </article>
  );
}
