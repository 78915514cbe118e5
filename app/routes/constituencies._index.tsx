import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { groupAreas } from "#app/components/area-groups.ts";
import { AreaIndex } from "#app/components/area-index.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { figure } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SearchForm } from "#app/components/search-form.tsx";
import { matchesWords } from "#app/domain/area/fold-words.ts";
import { listConstituencies } from "#app/domain/area/queries.server.ts";
import { listSitting } from "#app/domain/representative/queries.server.ts";
import { readWords } from "#app/http/area-query.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const q = readWords(request.url);
  const { db, clock } = context;
  const constituencies = await listConstituencies(db.read);
  const codes = constituencies.map((constituency) => constituency.gssCode);
  const members = new Map(
    (await listSitting(db.read, codes, clock.now())).map((one) => [one.gssCode, `${one.name}, ${one.party}`]),
  );
  const found = constituencies.filter(({ gssCode, name }) =>
    matchesWords(q, [name, members.get(gssCode) ?? ""]),
  );
  const listed = found.map((constituency) => ({ ...constituency, level: "constituency" as const }));
  return { q, groups: groupAreas(listed, members), count: found.length };
}

export const meta: MetaFunction = () =>
  pageTitle("Constituencies", "All constituencies of the House of Commons, and their Members of Parliament.");

export default function ConstituenciesPage(): ReactElement {
  const { q, groups, count } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Constituencies"
        lede="Each sends one Member of Parliament (MP) to the House of Commons. Everybody who lives there is their constituent."
      />
      <p className="row">
        <ButtonLink tone="quiet" href="/areas">
          Not sure? Ask by postcode
        </ButtonLink>
        <ButtonLink tone="quiet" href="/constituencies/map">
          Find one on a map
        </ButtonLink>
      </p>
      <SearchForm action="/constituencies" label="Name of a constituency or an MP" q={q} />
      <p>
        {figure(count)} {count === 1 ? "constituency" : "constituencies"}
        {q === "" ? "." : ` by the name of “${q}”.`}{" "}
        {q === "" ? null : <a href="/constituencies">All constituencies</a>}
      </p>
      <AreaIndex groups={groups} />
    </>
  );
}
