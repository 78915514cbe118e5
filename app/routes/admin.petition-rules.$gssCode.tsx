import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Button } from "#app/components/button.tsx";
import { CheckField } from "#app/components/check-field.tsx";
import { Field } from "#app/components/field.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { checkPetitionRule } from "#app/domain/area/check-petition-rule.server.ts";
import { findPetitionRule } from "#app/domain/area/petition-rule.server.ts";
import { PetitionRuleForm } from "#app/domain/area/petition-rule-form.ts";
import { findArea } from "#app/domain/area/queries.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const UP = { href: "/admin/petition-rules", label: "Councils’ rules for petitions" };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const council = await findArea(context.db.read, params.gssCode ?? "");
  if (council?.level !== "council") throw new Response(null, { status: 404 });
  const rule = await findPetitionRule(context.db.read, council.gssCode);
  return {
    councilName: council.name,
    values: {
      minSignatures: String(rule?.minSignatures ?? ""),
      officerThreshold: String(rule?.officerThreshold ?? ""),
      debateThreshold: String(rule?.debateThreshold ?? ""),
      note: rule?.note ?? "",
      sourceUrl: rule?.sourceUrl ?? "",
    },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const values = await readForm(request);
  const form = PetitionRuleForm.safeParse(values);
  if (!form.success) return data({ values, errors: fieldErrors(form.error) }, 422);
  const asked = { accountId, gssCode: params.gssCode ?? "", form: form.data };
  switch (await checkPetitionRule(context, asked, context.clock.now())) {
    case "checked":
      return redirect("/admin/petition-rules?done=checked", 303);
    case "unknown_council":
      throw new Response(null, { status: 404 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Petition rule: ${data.councilName}` : "Petition rule");

export default function AdminPetitionRule(): ReactElement {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values: Record<string, string> = sent?.values ?? loaded.values;
  const errors: Record<string, string> = sent?.errors ?? {};
  const field = (name: string) => ({ name, value: values[name], error: errors[name], isRequired: false });
  return (
    <AdminPage
      title={loaded.councilName}
      lede="Open the council’s page, read its rule, and put right what stands here. Leave blank what the page does not say."
      up={UP}
      errors={errors}
    >
      {loaded.values.sourceUrl === "" ? null : (
        <p>
          <a href={loaded.values.sourceUrl} rel="nofollow noopener">
            The page that we know of
          </a>
        </p>
      )}
      <form method="post">
        <Field
          {...field("debateThreshold")}
          label="Signatures for a debate by the council"
          inputMode="numeric"
        />
        <Field {...field("officerThreshold")} label="Signatures to call an officer" inputMode="numeric" />
        <Field
          {...field("minSignatures")}
          label="Signatures for it to count as a petition"
          inputMode="numeric"
        />
        <Field {...field("note")} label="What else matters" hint="Such as: the debate must be asked for." />
        <Field {...field("sourceUrl")} label="Address of the council’s page" type="url" />
        <CheckField
          name="hasRead"
          label="I have read this on the council’s own page today"
          value={values.hasRead}
          error={errors.hasRead}
        />
        <Button>Save, and show it</Button>
      </form>
    </AdminPage>
  );
}
