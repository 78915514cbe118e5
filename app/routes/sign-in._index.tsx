import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData } from "@remix-run/react";
import type { ReactElement } from "react";
import { EmailAddressForm } from "#app/components/email-address-form.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { EmailForm } from "#app/domain/signature/sign-form.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const parsed = EmailForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error) }, 422);
  await requestSignIn(context, parsed.data.email, context.clock.now());
  return redirect("/sign-in/check-your-email", 303);
}

export const meta: MetaFunction = () => pageTitle("Sign in");

export default function SignInPage(): ReactElement {
  const sent = useActionData<typeof action>();
  return (
    <EmailAddressForm
      title="Sign in"
      lede="For those who run this site. There is no password: we mail you a link."
      label="Your e-mail address"
      button="Send me a link"
      value={sent?.values.email}
      error={sent?.errors.email}
    />
  );
}
