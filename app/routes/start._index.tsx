import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { RadioField } from "#app/components/radio-field.tsx";
import { NotAllowed } from "#app/components/start-check.tsx";
import { TitleField } from "#app/components/text-fields.tsx";
import { draftSteps, KindField } from "#app/domain/campaign/draft.ts";
import { startDraft } from "#app/domain/campaign/start-draft.server.ts";
import { Title } from "#app/domain/campaign/text-form.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { REVIEW_TARGET_HOURS, SUPPORTERS_FOR_REVIEW } from "#app/policy.ts";

/** A petition unless an address says otherwise; one from before there were letters has no kind. */
const StartForm = z.object({ kind: KindField.default("petition"), title: Title });

/** The page is for everybody: `?kind=letter` has chosen already. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { kind: KindField.catch("petition").parse(new URL(request.url).searchParams.get("kind")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const form = StartForm.safeParse(values);
  if (!form.success) return data({ values, errors: fieldErrors(form.error) }, 422);
  const { kind, title } = form.data;
  const clientAddress = context.client.address;
  const started = await startDraft(context, { kind, title, clientAddress }, context.clock.now());
  if (started === "limited")
    return data(
      { values, errors: { title: "Many were begun from here within the hour. Try again later" } },
      { status: 429, headers: { "Retry-After": "3600" } },
    );
  return redirect(`/start/${started.token}/${draftSteps(kind)[1]}`, 303);
}

/** A refusal says when to come back. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction = () =>
  pageTitle(
    "Start a petition or an open letter",
    "Write it in ten minutes, and your own councillors and MP hear of it.",
  );

export default function StartPage(): ReactElement {
  const { kind } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values: Record<string, string> = sent?.values ?? { kind };
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <div className="start">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        title="Start a petition or an open letter"
        lede="Ten minutes, one question a page. You can stop at any time and go on later, on any phone or computer."
      />
      <form method="post" noValidate>
        <RadioField
          name="kind"
          legend="Which of the two?"
          options={KINDS}
          value={values.kind ?? kind}
          error={errors.kind}
        />
        <TitleField values={values} errors={errors} />
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

const KINDS = [
  {
    value: "petition",
    label: "A petition",
    hint: "Asks a council, a government department or another body to do something. Many people sign it, and the number counts.",
  },
  {
    value: "letter",
    label: "An open letter",
    hint: "Speaks to people by name, in full sentences, for everybody to read. People and organisations sign it with their names, and those it greets can answer it here.",
  },
];
