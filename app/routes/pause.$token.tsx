import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ForwardingLinkProblem } from "#app/components/forwarding-link-problem.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PauseView } from "#app/components/pause-view.tsx";
import { findPausePage } from "#app/domain/forwarding/find-pause.server.ts";
import { ONE_CLICK, PauseForm } from "#app/domain/forwarding/pause.ts";
import { pauseMessages } from "#app/domain/forwarding/pause-messages.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findPausePage(context.db.read, params.token ?? "", context.clock.now());
  switch (found.outcome) {
    case "found":
      return data({ isOver: false, page: found.page }, 200);
    case "ended":
      return data({ isOver: true, page: undefined }, 410);
    case "unknown":
      return data({ isOver: false, page: undefined }, 404);
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const now = context.clock.now();
  const values = await readForm(request);
  const isOneClick = values["List-Unsubscribe"] === "One-Click";
  const parsed = PauseForm.safeParse(isOneClick ? ONE_CLICK : values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), isAlready: false }, 422);
  const outcome = await pauseMessages(context, { token, form: parsed.data, isOneClick }, now);
  const nothing = { values: {}, errors: {}, isAlready: outcome === "already_paused" };
  switch (outcome) {
    case "paused":
    case "already_paused":
      // A mail program asks, and reads nothing but the status.
      if (isOneClick) throw new Response("Paused\n", { status: 200 });
      return outcome === "paused" ? redirect(`/pause/${token}`, 303) : data(nothing, 200);
    case "unknown_campaign":
      return data({ ...nothing, values, errors: { what: "Choose one of these" } }, 422);
    case "ended":
      return data(nothing, 410);
    case "unknown_link":
      return data(nothing, 404);
  }
}

export const meta: MetaFunction = () => pageTitle("Pause or stop our messages");

export default function PausePage(): ReactElement {
  const { page, isOver } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (page === undefined) return <ForwardingLinkProblem isOver={isOver} />;
  const values: Record<string, string> = sent?.values ?? {};
  const errors: Record<string, string> = sent?.errors ?? {};
  return <PauseView {...{ page, values, errors }} isAlready={sent?.isAlready ?? false} />;
}
