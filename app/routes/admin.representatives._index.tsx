import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { AdminTermList } from "#app/components/admin-term-list.tsx";
import { KIND_WORDS } from "#app/components/admin-words.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Choice } from "#app/components/choice.tsx";
import { Field } from "#app/components/field.tsx";
import { counted } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { searchAreas } from "#app/domain/area/search-areas.server.ts";
import { listTerms } from "#app/domain/representative/admin-queries.server.ts";
import { REPRESENTATIVE_KINDS } from "#app/domain/representative/seat-rules.ts";
import { readAdminQuery, STATE_CHOICES, writeAdminQuery } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

const ALL_LEVELS = ["council", "ward", "division", "constituency"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { db, clock } = context;
  const { kind, ...query } = readAdminQuery(request.url);
  const { q, area, state: filter, page } = query;
  const found =
    area === "" ? undefined : await searchAreas(db.read, { q: area, levels: ALL_LEVELS, isCurrent: false });
  const gssCodes = found?.map(({ gssCode }) => gssCode);
  const { terms, count } = await listTerms(db.read, { q, kind, filter, gssCodes }, page, clock.now());
  return {
    query: { ...query, kind: kind ?? "" },
    terms,
    count,
    pageCount: Math.max(1, Math.ceil(count / PAGE_LENGTH)),
  };
}

export const meta: MetaFunction = () => pageTitle("Representatives");

export default function AdminRepresentatives(): ReactElement {
  const { query, terms, count, pageCount } = useLoaderData<typeof loader>();
  return (
    <AdminPage title="Representatives" lede={`${counted(count, "seat")} found.`}>
      <p>
        <ButtonLink href="/admin/representatives/new">Add a representative</ButtonLink>
      </p>
      <search>
        <form className="search" method="get">
          <Field name="q" label="Name" value={query.q} type="search" isRequired={false} />
          <Field name="area" label="Area" value={query.area} type="search" isRequired={false} />
          <Choice
            name="kind"
            label="Kind"
            blank="All"
            value={query.kind}
            options={REPRESENTATIVE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
          />
          <Choice name="state" label="Show" value={query.state} options={STATE_CHOICES} />
          <Button>Search</Button>
        </form>
      </search>
      {count === 0 ? <p>Nobody is found. Try fewer words, or another choice under “Show”.</p> : null}
      <AdminTermList terms={terms} />
      <Pagination
        page={query.page}
        pageCount={pageCount}
        hrefFor={(page) => `/admin/representatives${writeAdminQuery({ ...query, page })}`}
      />
    </AdminPage>
  );
}
