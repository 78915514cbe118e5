import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { LEVEL_WORDS } from "#app/components/admin-words.ts";
import { Button } from "#app/components/button.tsx";
import { Choice } from "#app/components/choice.tsx";
import { Field } from "#app/components/field.tsx";
import { calendarDay, counted } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { searchAreas } from "#app/domain/area/search-areas.server.ts";
import { cleaned, readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

const LEVELS = ["council", "ward", "division", "constituency"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  const { searchParams } = new URL(request.url);
  const q = cleaned(searchParams.get("q"));
  const page = readPage(searchParams.get("page"));
  const level = LEVELS.find((one) => one === searchParams.get("level"));
  const levels = level ? [level] : LEVELS;
  const found = await searchAreas(context.db.read, { q, levels, isCurrent: false });
  return {
    ...{ q, page, level: level ?? "", count: found.length },
    pageCount: Math.max(1, Math.ceil(found.length / PAGE_LENGTH)),
    areas: found.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH),
  };
}

export const meta: MetaFunction = () => pageTitle("Areas");

export default function AdminAreas(): ReactElement {
  const { q, level, page, count, pageCount, areas } = useLoaderData<typeof loader>();
  return (
    <AdminPage title="Areas" lede={`${counted(count, "area")} found.`}>
      <search>
        <form className="search" method="get">
          <Field name="q" label="Name or code" value={q} type="search" isRequired={false} />
          <Choice
            name="level"
            label="Kind"
            blank="All"
            value={level}
            options={LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value] }))}
          />
          <Button>Search</Button>
        </form>
      </search>
      <ul className="representatives plain-list">
        {areas.map((area) => (
          <li key={area.gssCode}>
            <a href={`/admin/areas/${area.gssCode}`}>{area.name}</a>
            <span className="detail">
              {LEVEL_WORDS[area.level]}
              {area.parentName === "" ? "" : `, ${area.parentName}`} · {area.gssCode}
              {area.endsOn === "" ? "" : ` · until ${calendarDay(area.endsOn)}`}
            </span>
          </li>
        ))}
      </ul>
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefFor={(to) => `/admin/areas?${new URLSearchParams({ q, level, page: String(to) })}`}
      />
    </AdminPage>
  );
}
