import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { pageTitle } from "#app/components/page-title.ts";
import { RepresentativePage } from "#app/components/representative-page.tsx";
import { findMergedInto } from "#app/domain/representative/admin-queries.server.ts";
import { findRepresentative } from "#app/domain/representative/find-representative.server.ts";
import { answersOf } from "#app/domain/response/queries.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, clock, settings } = context;
  const { forwarding } = settings;
  const publicId = params.id ?? "";
  const representative = await findRepresentative(db.read, { publicId, forwarding }, clock.now());
  if (!representative) {
    const kept = await findMergedInto(db.read, publicId);
    throw kept === undefined
      ? new Response(null, { status: 404 })
      : redirect(`/representatives/${kept}`, 301);
  }
  const answered = await answersOf(db.read, publicId, clock.now());
  return { representative, publicId, forwarding, answered };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    data?.representative.name ?? "Representative",
    data && `Whom ${data.representative.name} speaks for, and what they have been told.`,
  );

export default function RepresentativeRoute(): ReactElement {
  return <RepresentativePage {...useLoaderData<typeof loader>()} />;
}
