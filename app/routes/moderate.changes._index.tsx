import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { counted } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { WaitingProposals } from "#app/components/waiting-proposals.tsx";
import { listWaitingChanges } from "#app/domain/moderation/waiting-proposals.server.ts";
import { readPage } from "#app/http/admin-query.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const page = readPage(new URL(request.url).searchParams.get("page"));
  return { ...(await listWaitingChanges(context.db.read, page)), page, now: context.clock.now() };
}

export const meta: MetaFunction = () => pageTitle("Changes to campaigns");

export default function ModerateChanges(): ReactElement {
  const { proposals, count, page, now } = useLoaderData<typeof loader>();
  return (
    <ModeratePage
      title="Changes to campaigns"
      lede={count === 0 ? "None waits." : `${counted(count, "change waits", "changes wait")}.`}
    >
      <WaitingProposals base="/moderate/changes" {...{ proposals, count, page, now }} />
    </ModeratePage>
  );
}
