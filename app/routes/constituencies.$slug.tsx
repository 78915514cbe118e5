import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { PartPage } from "#app/components/area-part.tsx";
import { entriesOf, partView } from "#app/components/area-part-view.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { describePart } from "#app/domain/area/describe-part.server.ts";
import { findEnding } from "#app/domain/area/ending.server.ts";
import { requireConstituency } from "#app/http/require-area.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, clock, settings } = context;
  const constituency = await requireConstituency(context, params.slug);
  const [description, ending] = await Promise.all([
    describePart(db.read, { area: constituency, forwarding: settings.forwarding }, clock.now()),
    findEnding(db.read, constituency),
  ]);
  const { parents, councils, wards } = description;
  const counties = [
    ...new Map(
      councils
        .flatMap((council) => parents.get(council.parentGss) ?? [])
        .map((county) => [county.gssCode, county]),
    ).values(),
  ];
  return {
    ...partView(constituency, description, ending),
    region: constituency.region,
    councils: entriesOf([...counties, ...councils], parents),
    wards: entriesOf(wards, parents, { withParent: councils.length > 1 }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.name} constituency` : "Constituency");

export default function ConstituencyPage(): ReactElement {
  const { region, signed, councils, wards, ...view } = useLoaderData<typeof loader>();
  return (
    <PartPage
      {...view}
      kicker={`Constituency of the House of Commons · ${region}`}
      lede={signed === "" ? "Its Member of Parliament (MP) speaks for everybody who lives here." : signed}
      nobody="This seat is empty, or we do not know its MP yet."
      around={[
        { heading: "Councils here", entries: councils },
        { heading: "Wards here", note: "Some lie only partly in the constituency.", entries: wards },
      ]}
    />
  );
}
