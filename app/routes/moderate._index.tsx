import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { FindCampaignForm } from "#app/components/find-campaign-form.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { QueueList } from "#app/components/queue-list.tsx";
import { listQueues } from "#app/domain/moderation/queues.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  return { queues: await listQueues(context.db.read), now: context.clock.now() };
}

export const meta: MetaFunction = () => pageTitle("What waits for moderators");

export default function ModerateIndex(): ReactElement {
  const { queues, now } = useLoaderData<typeof loader>();
  return (
    <AdminPage title="What waits" up={{ href: "/account", label: "Your account" }}>
      <QueueList queues={queues} now={now} />
      <h2>Find a campaign</h2>
      <FindCampaignForm />
      <p>
        <a href="/admin">Representatives, areas and the rest of the site</a>
      </p>
    </AdminPage>
  );
}
