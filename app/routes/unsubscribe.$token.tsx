import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { CampaignLink } from "#app/components/campaign-link.tsx";
import { LinkProblem } from "#app/components/link-problem.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findSignatureByLink } from "#app/domain/signature/queries.server.ts";
import { stopUpdates } from "#app/domain/signature/stop-updates.server.ts";
import { readForm } from "#app/http/read-form.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const signature = await findSignatureByLink(context.db.read, context.keyring, params.token ?? "", [
    "unsubscribe",
  ]);
  if (!signature) return data({ title: "", path: "", updates: false }, 404);
  const { title, path } = signature.campaign;
  return { title, path, updates: signature.updates };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const outcome = await stopUpdates(context, token);
  if (outcome === "unknown_link") return data(null, 404);
  if (form["List-Unsubscribe"] === "One-Click") throw new Response("Stopped\n", { status: 200 });
  return redirect(`/unsubscribe/${token}`, 303);
}

export const meta: MetaFunction = () => pageTitle("Stop news");

export default function UnsubscribePage(): ReactElement {
  const { title, path, updates } = useLoaderData<typeof loader>();
  if (title === "") return <LinkProblem />;
  const kicker = <CampaignLink path={path} title={title} />;
  if (!updates)
    return (
      <PageHeading
        kicker={kicker}
        title="You get no news of this petition"
        lede="Your signature stays counted. There is nothing left for you to do."
      />
    );
  return (
    <>
      <PageHeading
        kicker={kicker}
        title="Stop news of this petition?"
        lede="Your signature stays counted. We only stop writing to you about it."
      />
      <form method="post">
        <Button>Stop the news</Button>
      </form>
    </>
  );
}
