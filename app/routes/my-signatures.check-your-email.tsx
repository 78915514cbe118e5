import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { showsMailbox: !context.settings.isProduction };
}

export const meta: MetaFunction = () => pageTitle("Check your e-mail");

export default function LinksSentPage(): ReactElement {
  const { showsMailbox } = useLoaderData<typeof loader>();
  return (
    <div className="prose">
      <PageHeading
        title="Check your e-mail"
        lede="If this address has signed something here, a mail with the links is on its way."
      />
      <p>We say the same to everybody, so that nobody can find out here who has signed.</p>
      <p>No mail after some minutes? Look in spam, or try the other addresses you use.</p>
      {showsMailbox ? (
        <p>
          On this demonstration no mail leaves. <a href="/dev/mailbox">Open the mailbox</a>.
        </p>
      ) : null}
    </div>
  );
}
