import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { Chip } from "#app/components/chip.tsx";
import { londonDay } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { listLostAddresses } from "#app/domain/forwarding/lost-addresses.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { searchParams } = new URL(request.url);
  const page = readPage(searchParams.get("page"));
  const state = searchParams.get("state") === "opted_out" ? "opted_out" : "bounced";
  const found = await listLostAddresses(context.db.read, { page, state }, context.clock.now());
  return { ...found, page, state } as const;
}

export const meta: MetaFunction = () => pageTitle("Addresses that are lost");

export default function AdminAddresses(): ReactElement {
  const { addresses, hasMore, page, state } = useLoaderData<typeof loader>();
  const hasBounced = state === "bounced";
  const href = (to: number) => `/admin/addresses?state=${state}&page=${to}`;
  return (
    <AdminPage
      title={hasBounced ? "Addresses that bounced" : "Who asked us not to write"}
      lede={
        hasBounced
          ? "Messages came back, so nothing is sent there. Look for the address that the council or Parliament publishes today."
          : "They marked a message as unwanted, or told us so. Nothing is sent there, and no link of ours undoes it."
      }
    >
      <p>
        {hasBounced ? (
          <a href="/admin/addresses?state=opted_out">Who asked us not to write</a>
        ) : (
          <a href="/admin/addresses">Addresses that bounced</a>
        )}
      </p>
      {addresses.length === 0 ? <p>None.</p> : null}
      <ul className="representatives plain-list">
        {addresses.map(({ publicId, name, isInvented, key, areaName, since }) => (
          <li key={`${publicId} ${key}`}>
            <a href={`/admin/representatives/${publicId}/terms/${key}`}>{name}</a>
            {isInvented ? (
              <>
                {" "}
                <Chip words="Invented person" />
              </>
            ) : null}
            <span className="detail">
              {areaName}
              {since === undefined ? ", entered by hand" : `, since ${londonDay(since)}`}
            </span>
          </li>
        ))}
      </ul>
      <nav className="pages" aria-label="Pages">
        {page > 1 ? (
          <ButtonLink tone="quiet" href={href(page - 1)}>
            Previous page
          </ButtonLink>
        ) : null}
        {hasMore ? (
          <ButtonLink tone="quiet" href={href(page + 1)}>
            Next page
          </ButtonLink>
        ) : null}
      </nav>
    </AdminPage>
  );
}
