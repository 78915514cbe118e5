import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData } from "@remix-run/react";
import type { ReactElement } from "react";
import { EmailAddressForm } from "#app/components/email-address-form.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { requestLinks } from "#app/domain/signature/request-links.server.ts";
import { EmailForm } from "#app/domain/signature/sign-form.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const parsed = EmailForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error) }, 422);
  const clientAddress = context.client.address;
  await requestLinks(context, { email: parsed.data.email, clientAddress }, context.clock.now());
  return redirect("/my-signatures/check-your-email", 303);
}

export const meta: MetaFunction = () =>
  pageTitle("Your signatures and stories", "See, change or erase what you have signed or told.");

export default function MySignaturesPage(): ReactElement {
  const sent = useActionData<typeof action>();
  return (
    <EmailAddressForm
      title="Your signatures and stories"
      lede="See, change or erase what you have signed or told. We mail you a link to each."
      label="The e-mail address you used"
      button="Send me my links"
      value={sent?.values.email}
      error={sent?.errors.email}
    />
  );
}
