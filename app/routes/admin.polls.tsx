import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { DissolveFields, PollFields } from "#app/components/poll-form.tsx";
import { PollList } from "#app/components/poll-list.tsx";
import { POLL_KINDS } from "#app/domain/forwarding/poll-form.ts";
import { listPolls } from "#app/domain/forwarding/polls.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { doPollAct } from "#app/http/do-poll-act.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const DONE = {
  added: "The poll is entered.",
  cancelled: "The poll is called off, and its quiet days with it.",
  dissolved: "The terms of all Members of Parliament have their last day.",
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  return {
    polls: await listPolls(context.db.read),
    today: londonDay(context.clock.now()),
    kinds: POLL_KINDS,
    done: doneWords(request, DONE),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "admin");
  const values = await readForm(request);
  const act = await doPollAct(context, accountId, values, context.clock.now());
  if (act.done !== undefined) return redirect(`/admin/polls?done=${act.done}`, 303);
  const { status, errors, problem } = act;
  return data({ values, errors, problem }, status);
}

export const meta: MetaFunction = () => pageTitle("Polls");

export default function AdminPolls(): ReactElement {
  const { polls, today, kinds, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const values: Record<string, string> = sent?.values ?? {};
  return (
    <AdminPage
      title="Polls"
      lede="In the quiet days before a poll nobody whom it concerns is written to, and their answers are not shown."
      up={{ href: "/admin/forwarding", label: "Who is told" }}
      errors={errors}
      problem={sent?.problem}
      saved={sent ? "" : done}
    >
      <PollList polls={polls} today={today} />
      <h2>Add a poll</h2>
      <PollFields values={values} errors={errors} kinds={kinds} />
      <h2>Dissolution of Parliament</h2>
      <DissolveFields values={values} errors={errors} />
    </AdminPage>
  );
}
