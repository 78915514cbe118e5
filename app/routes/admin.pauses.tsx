import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Chip } from "#app/components/chip.tsx";
import { londonDay } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { Quoted } from "#app/components/quoted.tsx";
import { listRests } from "#app/domain/forwarding/list-rests.server.ts";
import { readCampaigns } from "#app/domain/forwarding/pauses.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  const { db, keyring } = context;
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const { rests, hasMore } = await listRests(db.read, keyring, page);
  const ids = rests.map(({ campaignId }) => campaignId).filter((id) => id !== "");
  const titles = new Map((await readCampaigns(db.read, ids)).map(({ id, title }) => [id, title]));
  const rows = rests.map(({ campaignId, ...rest }) => ({
    ...rest,
    about: campaignId === "" ? "all campaigns" : `“${titles.get(campaignId) ?? "a campaign that is gone"}”`,
  }));
  return { rows, hasMore, page };
}

export const meta: MetaFunction = () => pageTitle("Who paused our messages");

const HOW: Record<string, string> = {
  link: "Paused",
  one_click: "Paused with one click in a mail program",
  stopped: "Stopped for good",
  complaint: "Marked as unwanted",
  admin: "Stopped by an admin",
};

export default function AdminPauses(): ReactElement {
  const { rows, hasMore, page } = useLoaderData<typeof loader>();
  return (
    <AdminPage
      title="Who paused our messages"
      lede="They pressed the link in a message. We write to them again when they undo it by the link that went to their address."
    >
      {rows.length === 0 ? <p>Nobody.</p> : null}
      <ul className="representatives plain-list">
        {rows.map(({ id, publicId, who, areaName, about, reason, words, ...row }) => (
          <li key={id}>
            <a href={`/admin/representatives/${publicId}`}>{who}</a>
            {row.isInvented ? <Chip words="Invented person" /> : null}
            {row.isRehearsed ? <Chip words="In a rehearsal" /> : null}
            <span className="detail">
              {`${areaName}. ${HOW[reason] ?? reason}: ${about}, ${londonDay(row.createdAt)}`}
              {row.endedAt === null ? "" : `; undone ${londonDay(row.endedAt)}`}
            </span>
            {words === "" ? null : <Quoted words={words} />}
          </li>
        ))}
      </ul>
      {page > 1 ? <a href={`/admin/pauses?page=${page - 1}`}>Newer</a> : null}{" "}
      {hasMore ? <a href={`/admin/pauses?page=${page + 1}`}>Older</a> : null}
    </AdminPage>
  );
}
