import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { requestLinks } from "#app/domain/signature/request-links.server.ts";
import { EmailForm } from "#app/domain/signature/sign-form.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const parsed = EmailForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error) }, 422);
  await requestLinks(context, parsed.data.email, context.clock.now());
  return redirect("/my-signatures/check-your-email", 303);
}

export const meta: MetaFunction = () =>
  pageTitle("Your signatures", "See, change or erase what you have signed.");

export default function MySignaturesPage(): ReactElement {
  const sent = useActionData<typeof action>();
  const error = sent?.errors.email;
  return (
    <>
      <ErrorSummary errors={error === undefined ? [] : [{ field: "email", message: error }]} />
      <PageHeading
        title="Your signatures"
        lede="See, change or erase what you have signed. We mail you a link to each signature."
      />
      <form method="post" noValidate>
        <Field
          name="email"
          label="The e-mail address you signed with"
          type="email"
          inputMode="email"
          autoComplete="email"
          value={sent?.values.email}
          error={error}
        />
        <Button>Send me my links</Button>
      </form>
    </>
  );
}
