import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { EvidenceCompare } from "#app/components/evidence-compare.tsx";
import { counted } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { readCompareOrder, sortCompared } from "#app/domain/story/compare.ts";
import { compareCouncils } from "#app/domain/story/compare-councils.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const order = readCompareOrder(new URL(request.url).searchParams);
  const councils = await compareCouncils(context.db.read);
  return { order, councils: sortCompared(councils, order) };
}

export const meta: MetaFunction = () =>
  pageTitle(
    "Councils compared",
    "What families told of each council, in their own words and added up, beside the official figures.",
  );

export default function StoriesComparePage(): ReactElement {
  const { order, councils } = useLoaderData<typeof loader>();
  const shownCount = councils.filter(({ told }) => told !== undefined).length;
  return (
    <>
      <PageHeading
        kicker={<a href="/stories">Stories</a>}
        title="Councils compared"
        lede="What families told us of each council that runs education, beside what officials publish."
      />
      <div className="notice">
        <p>
          <b>Stories are not a sample.</b> Where more families have heard of this site, more tell. A higher
          number here does not show that a council does worse, nor a lower one that it does better. The
          official figures are of all children there.
        </p>
      </div>
      <p>
        {counted(councils.length, "council")}.{" "}
        {shownCount === 0
          ? "Of none is shown yet what families told."
          : `Of ${shownCount} we show what families told.`}{" "}
        It appears from ten families on, and is the same number as on the council’s own page.
      </p>
      <EvidenceCompare councils={councils} order={order} />
      <p>
        <a href="/stories/compare.csv">The same as a table for spreadsheets (CSV)</a>
      </p>
      <h2>What the columns say</h2>
      <ul>
        <li>
          For every 1,000 children with a plan: how many of those who told us there are, divided by the
          children and young people who have an education, health and care plan there. It makes large and
          small councils comparable, and nothing more.
        </li>
        <li>
          Plans finished within 20 weeks: of all plans issued in the year, as the Department for Education
          publishes it. Twenty weeks is what the law allows.
        </li>
        <li>
          Appeals: to the SEND tribunal, for every 100 decisions that could be appealed, in the year. A dash
          stands where nothing is published, or where it could point to fewer than five children.
        </li>
        <li>
          These figures exist for England alone. A council in Wales, Scotland or Northern Ireland stands here
          once what families told of it is shown. Each council’s page names the sources.
        </li>
      </ul>
    </>
  );
}
