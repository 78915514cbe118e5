import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { counted } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { SearchForm } from "#app/components/search-form.tsx";
import { StandingList } from "#app/components/standing-list.tsx";
import { listDecided, listWaitingStandings } from "#app/domain/open-letter/read-standing.server.ts";
import { cleaned, readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { read } = context.db;
  const query = new URL(request.url).searchParams;
  const q = cleaned(query.get("q"));
  const page = readPage(query.get("page"));
  const decided = q === "" ? undefined : await listDecided(read, context.keyring, { organisation: q });
  const { standings, count } = await listWaitingStandings(read, context.keyring, page);
  const pageCount = Math.max(1, Math.ceil(count / PAGE_LENGTH));
  return { q, decided, standings, count, page, pageCount, now: context.clock.now() };
}

export const meta: MetaFunction = () => pageTitle("Roles and organisations");

export default function ModerateStandings(): ReactElement {
  const { q, decided, standings, count, page, pageCount, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="Roles and organisations"
      lede={
        count === 0
          ? "Nothing waits."
          : `${counted(count, "claim")} to check, the oldest first. Names stand under letters meanwhile, without them.`
      }
    >
      <StandingList standings={standings} now={now} />
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `/moderate/standings?page=${to}`} />
      <h2>What was decided</h2>
      <p>
        Look here when an organisation says that it did not sign.{" "}
        <a href="/moderate/organisations">Domains that vouch</a>
      </p>
      <SearchForm action="/moderate/standings" label="The organisation’s name, in full" q={q} />
      {decided === undefined ? null : decided.length === 0 ? (
        <p>Nothing was decided about an organisation of this name.</p>
      ) : (
        <StandingList standings={decided} now={now} />
      )}
    </ModeratePage>
  );
}
