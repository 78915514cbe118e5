import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { PartPage } from "#app/components/area-part.tsx";
import { entriesOf, partView } from "#app/components/area-part-view.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { describePart } from "#app/domain/area/describe-part.server.ts";
import { findEnding } from "#app/domain/area/ending.server.ts";
import { requirePart } from "#app/http/require-area.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, clock, settings } = context;
  const { council, part } = await requirePart(context, "division", {
    council: params.slug,
    part: params.division,
  });
  const [description, ending] = await Promise.all([
    describePart(db.read, { area: part, forwarding: settings.forwarding }, clock.now()),
    findEnding(db.read, part),
  ]);
  const { parents, constituencies, wards } = description;
  return {
    ...partView(part, description, ending),
    council: { name: council.name, slug: council.slug },
    constituencies: entriesOf(constituencies, parents),
    wards: entriesOf(wards, parents, { withParent: true }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.name}, ${data.council.name}` : "Division");

export default function DivisionPage(): ReactElement {
  const { council, signed, constituencies, wards, ...view } = useLoaderData<typeof loader>();
  return (
    <PartPage
      {...view}
      kicker={
        <>
          Division of <a href={`/councils/${council.slug}`}>{council.name}</a>
        </>
      }
      lede={`A division is the part of a county that its county councillors speak for. ${signed}`}
      nobody="We do not know the councillors of this division yet."
      correctHref={`/areas/${view.gssCode}/correct`}
      around={[
        { heading: "Constituencies it touches", entries: constituencies },
        { heading: "Wards it touches", entries: wards },
      ]}
    />
  );
}
