import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { CHANGED_WORDS } from "#app/components/admin-words.ts";
import { Button } from "#app/components/button.tsx";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { Field } from "#app/components/field.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { NameForm } from "#app/domain/representative/admin-forms.ts";
import { correctName } from "#app/domain/representative/correct-name.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireManaged } from "#app/http/require-managed.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { publicId, name, fullTitle, version } = await requireManaged(context, params.publicId);
  return { publicId, name, fullTitle, version };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const publicId = params.publicId ?? "";
  const values = await readForm(request);
  const parsed = NameForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const outcome = await correctName(context, { publicId, form: parsed.data, accountId }, context.clock.now());
  switch (outcome) {
    case "unknown":
      throw new Response(null, { status: 404 });
    case "changed":
      return data({ values, errors: {}, problem: CHANGED_WORDS }, 409);
    case "corrected":
    case "unchanged":
      return redirect(`/admin/representatives/${publicId}?saved=corrected`, 303);
  }
}

export const meta: MetaFunction = () => pageTitle("Correct a name");

export default function AdminName(): ReactElement {
  const { publicId, name, fullTitle, version } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <AdminPage
      title="Correct the name"
      up={{ href: `/admin/representatives/${publicId}`, label: name }}
      errors={errors}
      problem={sent?.problem}
    >
      <DefinitionList
        rows={[
          { term: "Name now", value: name },
          { term: "In letters", value: fullTitle },
        ]}
      />
      <form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <Field name="name" label="Name" value={sent?.values.name ?? name} error={errors.name} />
        <Field
          name="fullTitle"
          label="How a letter addresses them"
          value={sent?.values.fullTitle ?? fullTitle}
          error={errors.fullTitle}
          isRequired={false}
        />
        <Button>Save</Button>
      </form>
    </AdminPage>
  );
}
