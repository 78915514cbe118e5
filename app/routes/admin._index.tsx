import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Chip } from "#app/components/chip.tsx";
import { DispatchStopNotice } from "#app/components/dispatch-stop.tsx";
import { figure } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { hasRole } from "#app/domain/account/account.ts";
import { findDispatchStop } from "#app/domain/forwarding/dispatch-stop.server.ts";
import { countOpenCorrections } from "#app/domain/moderation/corrections.server.ts";
import { countTroubles } from "#app/domain/representative/admin-queries.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(context, request, "moderator");
  const { db, clock } = context;
  return {
    isAdmin: hasRole(visitor, "admin"),
    corrections: await countOpenCorrections(db.read),
    stop: await findDispatchStop(db.read),
    troubles: await countTroubles(db.read, clock.now()),
  };
}

export const meta: MetaFunction = () => pageTitle("Looking after the site");

export default function AdminIndex(): ReactElement {
  const { isAdmin, corrections, stop, troubles } = useLoaderData<typeof loader>();
  return (
    <AdminPage title="Looking after the site" up={{ href: "/account", label: "Your account" }}>
      {stop ? (
        <DispatchStopNotice stop={stop}>
          <p>
            <a href="/admin/deliveries">See what has not gone, or let it go on</a>
          </p>
        </DispatchStopNotice>
      ) : null}
      <h2>To do</h2>
      <ul className="representatives plain-list">
        <Queue
          href="/admin/corrections"
          label="Corrections"
          count={corrections.waiting + corrections.held}
          detail={`${figure(corrections.held)} of them held by a limit`}
        />
        <Queue
          href="/admin/addresses"
          label="Addresses that bounced"
          count={troubles.bounced}
          detail="Nothing is sent there until a good address is known"
        />
        <Queue
          href="/admin/representatives?state=no_address"
          label="Representatives without an address"
          count={troubles.no_address}
          detail="They cannot be told"
        />
      </ul>
      <h2>Look up</h2>
      <ul>
        <li>
          <a href="/admin/representatives">Representatives</a>
        </li>
        <li>
          <a href="/admin/addresses?state=opted_out">Who has asked us not to write</a>:{" "}
          {figure(troubles.opted_out)}
        </li>
        <li>
          <a href="/admin/petition-rules">Councils’ rules for petitions</a>
        </li>
        {isAdmin ? (
          <>
            <li>
              <a href="/admin/deliveries">Messages to representatives</a>
            </li>
            <li>
              <a href="/admin/pauses">Who paused our messages, and why</a>
            </li>
            <li>
              <a href="/admin/areas">Areas</a>
            </li>
            <li>
              <a href="/admin/forwarding">Who is told</a>
            </li>
            <li>
              <a href="/admin/polls">Polls and the quiet days before them</a>
            </li>
            <li>
              <a href="/admin/signing">Pause all signing, or let it go on</a>
            </li>
            <li>
              <a href="/admin/people">Who looks after the site</a>
            </li>
            <li>
              <a href="/admin/audit">Who changed what</a>
            </li>
          </>
        ) : null}
      </ul>
    </AdminPage>
  );
}

interface QueueProps {
  href: string;
  label: string;
  count: number;
  detail: string;
}

function Queue({ href, label, count, detail }: QueueProps): ReactElement {
  return (
    <li>
      <a href={href}>{label}</a> <Chip words={figure(count)} tone={count === 0 ? "ok" : "waiting"} />
      <span className="detail">{detail}</span>
    </li>
  );
}
