import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { MailSent } from "#app/components/mail-sent.tsx";
import { pageTitle } from "#app/components/page-title.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { showsMailbox: !context.settings.isProduction };
}

export const meta: MetaFunction = () => pageTitle("Check your e-mail");

export default function LinksSentPage(): ReactElement {
  const { showsMailbox } = useLoaderData<typeof loader>();
  return (
    <MailSent
      lede="If this address has signed or told something here, a mail with the links is on its way."
      reason="We say the same to everybody, so that nobody can find out here who has signed or told a story."
      showsMailbox={showsMailbox}
    />
  );
}
