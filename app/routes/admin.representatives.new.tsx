import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { AdminSeatFields, AdminTermFields, AnotherOfThatName } from "#app/components/admin-term-fields.tsx";
import { KIND_WORDS, problemErrors } from "#app/components/admin-words.ts";
import { Button } from "#app/components/button.tsx";
import { Choice } from "#app/components/choice.tsx";
import { Field } from "#app/components/field.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findCorrection } from "#app/domain/moderation/corrections.server.ts";
import { addRepresentative } from "#app/domain/representative/add-representative.server.ts";
import { AddForm } from "#app/domain/representative/admin-forms.ts";
import {
  REPRESENTATIVE_KINDS,
  representativeKind,
  SEAT_LEVELS,
} from "#app/domain/representative/seat-rules.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { cleaned } from "#app/http/admin-query.ts";
import { findSeat } from "#app/http/find-seat.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { db, keyring, clock } = context;
  const { searchParams } = new URL(request.url);
  const publicId = cleaned(searchParams.get("correction"));
  const offered = publicId === "" ? undefined : await findCorrection(db.read, keyring, publicId);
  if (publicId !== "" && offered?.kind !== "missing") throw new Response(null, { status: 404 });
  const values: Record<string, string> = {
    kind: offered ? "councillor" : (representativeKind(searchParams.get("kind") ?? "") ?? ""),
    area: offered?.area?.gssCode ?? cleaned(searchParams.get("area")),
    name: offered?.name ?? "",
    address: offered?.address ?? "",
    source: offered?.sourceUrl ?? "",
    checkedOn: offered ? "" : londonDay(clock.now()),
    correction: publicId,
  };
  return { values };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const values = await readForm(request);
  const parsed = AddForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), options: [] }, 422);
  const form = parsed.data;
  const seat = await findSeat(context, form, SEAT_LEVELS[form.kind]);
  if (!seat.ok) return data({ values, errors: seat.errors, options: seat.options }, 422);
  const added = await addRepresentative(
    context,
    { form, gssCode: seat.gssCode, accountId },
    context.clock.now(),
  );
  switch (added.outcome) {
    case "refused":
      return data({ values, errors: problemErrors(added.problem), options: [] }, 422);
    case "added":
      return redirect(`/admin/representatives/${added.publicId}?saved=added`, 303);
  }
}

export const meta: MetaFunction = () => pageTitle("Add a representative");

export default function AdminNewRepresentative(): ReactElement {
  const { values: given } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values: Record<string, string | undefined> = sent?.values ?? given;
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <AdminPage
      title="Add a representative"
      lede="Somebody new, or an office that a campaign is addressed to. Of somebody who is known already, add a term on their own page."
      up={{ href: "/admin/representatives", label: "Representatives" }}
      errors={errors}
    >
      <form method="post" noValidate>
        <input type="hidden" name="correction" value={values.correction ?? ""} />
        <Choice
          name="kind"
          label="What they are"
          blank="Choose one"
          options={REPRESENTATIVE_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
          value={values.kind}
          error={errors.kind}
        />
        <AdminSeatFields values={values} errors={errors} options={sent?.options ?? []} />
        <Field
          name="name"
          label="Name"
          hint="Of an office its title, like “Director of Children’s Services”"
          value={values.name}
          error={errors.name}
        />
        <Field
          name="fullTitle"
          label="How a letter addresses them"
          hint="Leave it blank for “… MP”, “Councillor …” or the office with its council."
          value={values.fullTitle}
          error={errors.fullTitle}
          isRequired={false}
        />
        <AdminTermFields values={values} errors={errors} />
        <AnotherOfThatName values={values} errors={errors} />
        <Button>Add</Button>
      </form>
    </AdminPage>
  );
}
