import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { NotAllowed } from "#app/components/start-check.tsx";
import { TitleField } from "#app/components/text-fields.tsx";
import { startDraft } from "#app/domain/campaign/start-draft.server.ts";
import { Title } from "#app/domain/campaign/text-form.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { REVIEW_TARGET_HOURS, SUPPORTERS_FOR_REVIEW } from "#app/policy.ts";

/** Says nothing of its own; the page is for everybody. */
export async function loader(_: LoaderFunctionArgs) {
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const title = Title.safeParse(values.title);
  if (!title.success) return data({ values, errors: { title: title.error.issues[0]?.message ?? "" } }, 422);
  const clientAddress = context.client.address;
  const started = await startDraft(context, { title: title.data, clientAddress }, context.clock.now());
  if (started === "limited")
    return data(
      { values, errors: { title: "Many petitions were begun from here within the hour. Try again later" } },
      { status: 429, headers: { "Retry-After": "3600" } },
    );
  return redirect(`/start/${started.token}/asks`, 303);
}

export const meta: MetaFunction = () =>
  pageTitle("Start a petition", "Write a petition in ten minutes, and your own councillors and MP hear it.");

export default function StartPage(): ReactElement {
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <div className="start">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        title="Start a petition"
        lede="Ten minutes, one question a page. You can stop at any time and go on later, on any phone or computer."
      />
      <form method="post" noValidate>
        <TitleField values={sent?.values ?? {}} errors={errors} />
        <Button>Start</Button>
      </form>
      <h2>What happens then</h2>
      <ol>
        <li>You write it: what you ask for, why, and who should act. We help you find out who.</li>
        <li>At least {SUPPORTERS_FOR_REVIEW} people who know you support it.</li>
        <li>A moderator reads it, mostly within {REVIEW_TARGET_HOURS / 24} days.</li>
        <li>
          It is open to everybody, and councillors and MPs hear how many of their own constituents sign.
        </li>
      </ol>
      <NotAllowed />
    </div>
  );
}
