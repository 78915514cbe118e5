import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { AdminTermFacts } from "#app/components/admin-term.tsx";
import { Button } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { MergeForm } from "#app/domain/representative/admin-forms.ts";
import { findManaged } from "#app/domain/representative/admin-queries.server.ts";
import { mergeRepresentatives } from "#app/domain/representative/merge-representatives.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireManaged } from "#app/http/require-managed.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  const { publicId, name } = await requireManaged(context, params.publicId);
  return { publicId, name };
}

const REFUSALS = {
  same: "Enter the page of another person: this is their own",
  unknown: "No representative has this page",
  different_kind: "One is an MP, a councillor or an office and the other is not: they cannot be one",
  invented: "One of the two was invented for the demonstration: they cannot be one",
  two_parliament_seats: "They sit for two constituencies at the same time: they cannot be one",
} as const;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "admin");
  const { db, keyring, clock } = context;
  const publicId = params.publicId ?? "";
  const values = await readForm(request);
  const parsed = MergeForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), other: undefined }, 422);
  const { other: otherId, sure } = parsed.data;
  const other = await findManaged(db.read, keyring, otherId, clock.now());
  if (!other) return data({ values, errors: { other: REFUSALS.unknown }, other: undefined }, 422);
  // First both are shown side by side; what cannot be undone has a button of its own.
  if (!sure) return data({ values, errors: {}, other });
  const outcome = await mergeRepresentatives(context, { publicId, otherId, accountId }, clock.now());
  if (outcome !== "merged")
    return data({ values, errors: { other: REFUSALS[outcome] }, other: undefined }, 422);
  return redirect(`/admin/representatives/${publicId}?saved=merged`, 303);
}

export const meta: MetaFunction = () => pageTitle("Merge two people");

export default function AdminMerge(): ReactElement {
  const { publicId, name } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const other = sent?.other;
  return (
    <AdminPage
      title={`Who else is ${name}?`}
      lede="Two entries that are one person become one. This page stays; the other one’s terms and everything they were told move here."
      up={{ href: `/admin/representatives/${publicId}`, label: name }}
      errors={errors}
    >
      {other === undefined ? (
        <form method="post" noValidate>
          <Field
            name="other"
            label="The other person’s page"
            hint="Its whole address, or the ten characters at its end"
            value={sent?.values.other}
            error={errors.other}
          />
          <Button>Show me both</Button>
        </form>
      ) : (
        <>
          <h2>{other.name}</h2>
          {other.terms.map((term) => (
            <AdminTermFacts key={term.key} term={term} />
          ))}
          <form method="post">
            <input type="hidden" name="other" value={other.publicId} />
            <p>This cannot be undone.</p>
            <Button tone="danger" name="sure" value="on">
              They are one: keep {name}
            </Button>
          </form>
        </>
      )}
    </AdminPage>
  );
}
