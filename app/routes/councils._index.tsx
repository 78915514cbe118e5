import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { groupAreas } from "#app/components/area-groups.ts";
import { AreaIndex } from "#app/components/area-index.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { counted } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SearchForm } from "#app/components/search-form.tsx";
import { matchesWords } from "#app/domain/area/fold-words.ts";
import { listFormerNames } from "#app/domain/area/former-names.server.ts";
import { listCouncils } from "#app/domain/area/queries.server.ts";
import { readWords } from "#app/http/area-query.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const q = readWords(request.url);
  const { read } = context.db;
  const [councils, formerNames] = await Promise.all([listCouncils(read), listFormerNames(read)]);
  const found = councils.filter(({ gssCode, name, shortName }) =>
    matchesWords(q, [name, shortName, ...(formerNames.get(gssCode) ?? [])]),
  );
  const groups = groupAreas(found.map((council) => ({ ...council, level: "council" as const })));
  return { q, groups, count: found.length };
}

export const meta: MetaFunction = () =>
  pageTitle(
    "Councils",
    "Every council of the United Kingdom: what it runs, and who speaks for people there.",
  );

export default function CouncilsPage(): ReactElement {
  const { q, groups, count } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Councils"
        lede="Every council of the United Kingdom: what it runs, what people there have signed, who has been told."
      />
      <p className="row">
        <ButtonLink tone="quiet" href="/areas">
          Not sure? Ask by postcode
        </ButtonLink>
        <ButtonLink tone="quiet" href="/councils/map">
          Find one on a map
        </ButtonLink>
        <ButtonLink tone="quiet" href="/stories/compare">
          What families told, compared
        </ButtonLink>
      </p>
      <SearchForm action="/councils" label="Name of a council" q={q} />
      <p>
        {counted(count, "council")}
        {q === "" ? "." : ` by the name of “${q}”.`} {q === "" ? null : <a href="/councils">All councils</a>}
      </p>
      <AreaIndex groups={groups} />
    </>
  );
}
