import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { NO_SUCH_PAGE } from "#app/components/page-question.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { TakedownFields } from "#app/components/takedown-form.tsx";
import { TakedownForm } from "#app/domain/moderation/complaint.ts";
import { receiveComplaint } from "#app/domain/moderation/receive-complaint.server.ts";
import { findAskedPage } from "#app/http/asked-page.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const found = await findAskedPage(context, searchParams.get("page"));
  return {
    known: { page: found?.page ?? "", title: found?.title ?? "" },
    isSent: searchParams.has("sent"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const found = await findAskedPage(context, values.page);
  const parsed = TakedownForm.safeParse(values);
  if (!parsed.success || !found) {
    const errors = {
      ...(found ? {} : { page: NO_SUCH_PAGE }),
      ...(parsed.error ? fieldErrors(parsed.error) : {}),
    };
    return data({ values, errors }, 422);
  }
  const clientAddress = context.client.address;
  await receiveComplaint(context, { page: found, form: parsed.data, clientAddress }, context.clock.now());
  return redirect("/takedown?sent=1", 303);
}

export const meta: MetaFunction = () => [
  ...pageTitle("Words about you that are untrue"),
  { name: "robots", content: "noindex" },
];

export default function Takedown(): ReactElement {
  const { known, isSent } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (isSent && sent === undefined) return <TakedownThanks />;
  return <TakedownFields known={known} values={sent?.values ?? {}} errors={sent?.errors ?? {}} />;
}

function TakedownThanks(): ReactElement {
  return (
    <>
      <PageHeading
        title="We have your complaint"
        lede="A mail is on its way to you. Its link shows where your complaint stands."
      />
      <p>If it does not come, look among spam.</p>
      <p>
        <ButtonLink tone="quiet" href="/">
          Home
        </ButtonLink>
      </p>
    </>
  );
}
