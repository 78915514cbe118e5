import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { MailSent } from "#app/components/mail-sent.tsx";
import { pageTitle } from "#app/components/page-title.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { showsMailbox: !context.settings.isProduction };
}

export const meta: MetaFunction = () => pageTitle("Check your e-mail");

export default function SignInSentPage(): ReactElement {
  const { showsMailbox } = useLoaderData<typeof loader>();
  return (
    <MailSent
      lede="A mail with a link that signs you in is on its way. It works for 15 minutes."
      reason="We say the same to everybody, so that nobody can find out here who runs the site."
      showsMailbox={showsMailbox}
    />
  );
}
