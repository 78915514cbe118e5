import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { actionWords } from "#app/components/admin-words.ts";
import { ButtonLink } from "#app/components/button.tsx";
import { londonDay, londonTime } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { listAudit } from "#app/domain/moderation/list-audit.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  const before = new URL(request.url).searchParams.get("before") ?? "";
  return listAudit(context.db.read, context.keyring, /^\d{1,15}$/.test(before) ? Number(before) : undefined);
}

export const meta: MetaFunction = () => pageTitle("Who changed what");

export default function AdminAudit(): ReactElement {
  const { lines, next } = useLoaderData<typeof loader>();
  return (
    <AdminPage title="Who changed what" lede="The newest first. Nobody can change these lines here.">
      {lines.length === 0 ? <p>Nothing older.</p> : null}
      <ol className="plain-list stack">
        {lines.map(({ sequence, at, by, action, about, detail }) => (
          <li key={sequence}>
            <b>{actionWords(action)}</b>
            {about === undefined ? "" : ": "}
            {about === undefined ? null : <a href={about.href}>{about.name}</a>}
            <span className="detail">{detail}</span>
            <span className="detail">
              {londonDay(at)}, {londonTime(at)} · {by === "" ? "the program or a command" : by}
            </span>
          </li>
        ))}
      </ol>
      {next === undefined ? null : (
        <p>
          <ButtonLink tone="quiet" href={`/admin/audit?before=${next}`}>
            Older lines
          </ButtonLink>
        </p>
      )}
    </AdminPage>
  );
}
