import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CampaignPlaces } from "#app/components/campaign-places.tsx";
import { londonDayOfYear, londonTime } from "#app/components/format.ts";
import { kindWords } from "#app/components/kind-words.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findPublicationDue } from "#app/domain/area/publication-due.server.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { listPlaces } from "#app/domain/campaign/places.server.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { PUBLICATION_MINUTES } from "#app/policy.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context;
  const campaign = requireOpened(await requireCampaign(context, request, params.slug));
  const [places, dueAt] = await Promise.all([
    listPlaces(db.read, campaign),
    findPublicationDue(db.read, campaign.id),
  ]);
  return { base: publicCampaignPath(campaign), kind: campaign.kind, title: campaign.title, places, dueAt };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Where people signed: ${data.title}` : "Where people signed");

export default function PlacesPage(): ReactElement {
  const { base, kind, title, places, dueAt } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading kicker={<a href={base}>{title}</a>} title="Where people have signed" />
      {places ? <CampaignPlaces places={places} base={base} /> : <NotYet dueAt={dueAt} />}
      <p>
        <a href={base}>Back to the {kindWords(kind).one}</a>
      </p>
    </>
  );
}

function NotYet({ dueAt }: { dueAt?: number }): ReactElement {
  return (
    <p>
      {dueAt === undefined
        ? `Nobody has been counted yet. The first count by place comes at most ${PUBLICATION_MINUTES} minutes after the first signature.`
        : `The first count by place is due at ${londonTime(dueAt)} on ${londonDayOfYear(dueAt)}.`}
    </p>
  );
}
