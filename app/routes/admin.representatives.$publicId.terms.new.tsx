import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { AdminSeatFields, AdminTermFields, AnotherOfThatName } from "#app/components/admin-term-fields.tsx";
import { problemErrors } from "#app/components/admin-words.ts";
import { Button } from "#app/components/button.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { addTerm } from "#app/domain/representative/add-term.server.ts";
import { TermForm } from "#app/domain/representative/admin-forms.ts";
import { SEAT_LEVELS } from "#app/domain/representative/seat-rules.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { findSeat } from "#app/http/find-seat.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireManaged } from "#app/http/require-managed.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { publicId, name } = await requireManaged(context, params.publicId);
  return { publicId, name, today: londonDay(context.clock.now()) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const { publicId, kind } = await requireManaged(context, params.publicId);
  const values = await readForm(request);
  const parsed = TermForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), options: [] }, 422);
  const form = parsed.data;
  const seat = await findSeat(context, form, SEAT_LEVELS[kind]);
  if (!seat.ok) return data({ values, errors: seat.errors, options: seat.options }, 422);
  const { gssCode } = seat;
  const added = await addTerm(context, { publicId, form, gssCode, accountId }, context.clock.now());
  switch (added.outcome) {
    case "unknown":
      throw new Response(null, { status: 404 });
    case "refused":
      return data({ values, errors: problemErrors(added.problem), options: [] }, 422);
    case "added":
      return redirect(`/admin/representatives/${publicId}?saved=added`, 303);
  }
}

export const meta: MetaFunction = () => pageTitle("Add a term");

export default function AdminNewTerm(): ReactElement {
  const { publicId, name, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values: Record<string, string | undefined> = sent?.values ?? { checkedOn: today };
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <AdminPage
      title="Add a term"
      up={{ href: `/admin/representatives/${publicId}`, label: name }}
      errors={errors}
    >
      <form method="post" noValidate>
        <AdminSeatFields values={values} errors={errors} options={sent?.options ?? []} />
        <AdminTermFields values={values} errors={errors} />
        <AnotherOfThatName values={values} errors={errors} />
        <Button>Add</Button>
      </form>
    </AdminPage>
  );
}
