import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { counted, londonDay } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { SourceLink } from "#app/components/source-link.tsx";
import { listOrganisations } from "#app/domain/open-letter/organisations.server.ts";
import { removeOrganisation } from "#app/domain/open-letter/remove-organisation.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { PAGE_LENGTH } from "#app/policy.ts";
import { DOMAIN_VOUCHES_MONTHS } from "#app/policy-letters.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const query = new URL(request.url).searchParams;
  const page = readPage(query.get("page"));
  const { organisations, count } = await listOrganisations(context.db.read, page);
  const pageCount = Math.max(1, Math.ceil(count / PAGE_LENGTH));
  return { organisations, count, page, pageCount, isRemoved: query.has("removed") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const { domain = "", nameKey = "" } = await readForm(request);
  const asked = { domain, nameKey, moderatorId: accountId };
  if (await removeOrganisation(context, asked, context.clock.now()))
    return redirect("/moderate/organisations?removed=1", 303);
  return data({ problem: "This domain does not stand here any more." }, 409);
}

export const meta: MetaFunction = () => pageTitle("Domains that vouch");

export default function ModerateOrganisations(): ReactElement {
  const { organisations, count, page, pageCount, isRemoved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ModeratePage
      title="Domains that vouch"
      lede={`Whoever confirms from an address at one of these, and says to belong to that organisation, is shown with it at once; for ${DOMAIN_VOUCHES_MONTHS} months after it was checked. Domains are added where a moderator checks somebody’s claim.`}
      up={{ href: "/moderate/standings", label: "Roles and organisations" }}
      problem={sent?.problem}
      saved={
        isRemoved && !sent ? "It vouches for nobody any more. Those it alone vouched for wait again." : ""
      }
    >
      <p>{count === 0 ? "There are none." : counted(count, "domain")}</p>
      <ul className="queues plain-list">
        {organisations.map(({ name, nameKey, domain, sourceUrl, checkedAt }) => (
          <li key={`${domain} ${nameKey}`}>
            <b>{name}</b>
            <span className="detail">
              {domain}, checked on {londonDay(checkedAt)}
            </span>
            {sourceUrl === "" ? null : <SourceLink url={sourceUrl} />}
            <form method="post">
              <input type="hidden" name="domain" value={domain} />
              <input type="hidden" name="nameKey" value={nameKey} />
              <Button tone="danger">
                Take it off the list<span className="hidden">: {domain}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefFor={(to) => `/moderate/organisations?page=${to}`} />
    </ModeratePage>
  );
}
