import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { CampaignLink } from "#app/components/campaign-link.tsx";
import { kindWords } from "#app/components/kind-words.ts";
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
  if (!signature) return data({ title: "", path: "", kind: "petition" as const, updates: false }, 404);
  const { title, path, kind } = signature.campaign;
  return { title, path, kind, updates: signature.updates };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request);
  const outcome = await stopUpdates(context, token);
  if (outcome === "unknown_link") return data(null, 404);
  // A mail program follows no redirect, and shows nobody the page.
  if (form["List-Unsubscribe"] === "One-Click") return data({ outcome });
  return redirect(`/unsubscribe/${token}`, 303);
}

export const meta: MetaFunction = () => pageTitle("Stop news");

export default function UnsubscribePage(): ReactElement {
  const { title, path, kind, updates } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (title === "") return <LinkProblem />;
  const { one } = kindWords(kind);
  const kicker = <CampaignLink path={path} title={title} />;
  if (!updates)
    return (
      <PageHeading
        kicker={kicker}
        title={`You get no news of this ${one}`}
        lede={
          sent?.outcome === "already_stopped"
            ? "It was stopped before. Your signature stays counted."
            : "Your signature stays counted. There is nothing left for you to do."
        }
      />
    );
  return (
    <>
      <PageHeading
        kicker={kicker}
        title={`Stop news of this ${one}?`}
        lede="Your signature stays counted. We only stop writing to you about it."
      />
      <form method="post">
        <Button>Stop the news</Button>
      </form>
    </>
  );
}
