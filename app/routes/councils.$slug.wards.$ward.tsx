import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { PartPage } from "#app/components/area-part.tsx";
import { entriesOf, partView } from "#app/components/area-part-view.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { describePart } from "#app/domain/area/describe-part.server.ts";
import { findEnding } from "#app/domain/area/ending.server.ts";
import { findArea } from "#app/domain/area/queries.server.ts";
import { requirePart } from "#app/http/require-area.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, clock, settings } = context;
  const { council, part } = await requirePart(context, "ward", { council: params.slug, part: params.ward });
  const [description, county, ending] = await Promise.all([
    describePart(db.read, { area: part, forwarding: settings.forwarding }, clock.now()),
    council.parentGss === "" ? undefined : findArea(db.read, council.parentGss),
    findEnding(db.read, part),
  ]);
  const { parents, constituencies, divisions } = description;
  return {
    ...partView(part, description, ending),
    council: { name: council.name, slug: council.slug },
    isCounty: county !== undefined,
    constituencies: entriesOf(constituencies, parents),
    divisions: entriesOf(divisions, parents),
    councils: entriesOf([council, ...(county ? [county] : [])], parents),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.name}, ${data.council.name}` : "Ward");

export default function WardPage(): ReactElement {
  const { council, signed, isCounty, constituencies, divisions, councils, ...view } =
    useLoaderData<typeof loader>();
  return (
    <PartPage
      {...view}
      kicker={
        <>
          Ward of <a href={`/councils/${council.slug}`}>{council.name}</a>
        </>
      }
      lede={`A ward is the part of a council’s area that its councillors speak for. ${signed}`}
      nobody="We do not know the councillors of this ward yet."
      correctHref={`/areas/${view.gssCode}/correct`}
      around={[
        {
          heading: constituencies.length > 1 ? "Constituencies it lies in" : "Its constituency",
          entries: constituencies,
        },
        {
          heading: divisions.length > 1 ? "County divisions it touches" : "Its county division",
          note: "The county’s councillors speak for divisions, which need not follow the wards.",
          entries: divisions,
        },
        { heading: isCounty ? "Its councils" : "Its council", entries: councils },
      ]}
    />
  );
}
