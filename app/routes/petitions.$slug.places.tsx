import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CampaignPlaces } from "#app/components/campaign-places.tsx";
import { londonDayOfYear, londonTime } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findPublicationDue } from "#app/domain/area/publication-due.server.ts";
import { listPlaces } from "#app/domain/campaign/places.server.ts";
import { requireCampaign, requireOpened } from "#app/http/require-campaign.server.ts";
import { PUBLICATION_MINUTES } from "#app/policy.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db } = context;
  const campaign = requireOpened(await requireCampaign(context, "petition", params.slug));
  const [places, dueAt] = await Promise.all([
    listPlaces(db.read, campaign),
    findPublicationDue(db.read, campaign.id),
  ]);
  return { slug: campaign.slug, title: campaign.title, places, dueAt };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Where people signed: ${data.title}` : "Where people signed");

export default function PlacesPage(): ReactElement {
  const { slug, title, places, dueAt } = useLoaderData<typeof loader>();
  const base = `/petitions/${slug}`;
  return (
    <>
      <PageHeading kicker={<a href={base}>{title}</a>} title="Where people have signed" />
      {places ? <CampaignPlaces places={places} base={base} /> : <NotYet dueAt={dueAt} />}
      <p>
        <a href={base}>Back to the petition</a>
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
