import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { counted } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { WaitingProposals } from "#app/components/waiting-proposals.tsx";
import { listShownUpdates, listWaitingUpdates } from "#app/domain/moderation/waiting-updates.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const page = readPage(new URL(request.url).searchParams.get("page"));
  const [waiting, shown] = await Promise.all([
    listWaitingUpdates(context.db.read, page),
    listShownUpdates(context.db.read),
  ]);
  return { ...waiting, shown, page, now: context.clock.now() };
}

export const meta: MetaFunction = () => pageTitle("News");

export default function ModerateUpdates(): ReactElement {
  const { proposals, count, shown, page, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="News"
      lede={count === 0 ? "None waits." : `${counted(count, "update waits", "updates wait")}.`}
    >
      <WaitingProposals base="/moderate/updates" {...{ proposals, count, page, now }} />
      <h2>In public without having waited</h2>
      {shown.length === 0 ? (
        <p>None yet. Later updates of verified groups appear at once.</p>
      ) : (
        <ul className="queues plain-list">
          {shown.map(({ publicId, title }) => (
            <li key={publicId}>
              <a href={`/moderate/updates/${publicId}`}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </ModeratePage>
  );
}
