import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { GroupDeclared } from "#app/components/group-declared.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { VerifiedMark } from "#app/components/verified-mark.tsx";
import { findAreas } from "#app/domain/area/queries.server.ts";
import { groupPath } from "#app/domain/group/group.ts";
import { listGroups } from "#app/domain/group/queries.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { PAGE_LENGTH } from "#app/policy.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { read } = context.db;
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const { groups, count } = await listGroups(read, page);
  const pageCount = Math.max(1, Math.ceil(count / PAGE_LENGTH));
  if (page > pageCount) throw new Response(null, { status: 404 });
  const areas = await findAreas(
    read,
    groups.map(({ gssCode }) => gssCode),
  );
  return {
    groups: groups.map(({ slug, name, gssCode, verifiedAt, declaredCount, declaredOf, declaredOn }) => ({
      ...{ slug, name, declaredCount, declaredOf, declaredOn },
      area: areas.get(gssCode)?.name ?? "",
      isVerified: verifiedAt !== null,
    })),
    page,
    pageCount,
  };
}

export const meta: MetaFunction = () =>
  pageTitle("Groups", "Groups that publish petitions and open letters here, and what was checked of them.");

export default function GroupsPage(): ReactElement {
  const { groups, page, pageCount } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title="Groups"
        lede={
          groups.length === 0
            ? "No group has a page here yet."
            : "They publish petitions and open letters together. “Verified” means that a moderator checked who they are."
        }
      />
      <ul className="groups plain-list">
        {groups.map((group) => (
          <li key={group.slug} className="card">
            <h2 className="title">
              <a href={groupPath(group.slug)}>{group.name}</a> {group.isVerified ? <VerifiedMark /> : null}
            </h2>
            {group.area === "" ? null : <p className="soft">{group.area}</p>}
            <GroupDeclared group={group} />
          </li>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `/groups?page=${to}`} />
      <p>
        <ButtonLink tone="quiet" href="/organise/groups/new">
          Make a page for your group
        </ButtonLink>
      </p>
    </>
  );
}
