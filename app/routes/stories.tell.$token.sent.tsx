import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { MailSent } from "#app/components/mail-sent.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { maskedAddress } from "#app/domain/privacy/masked-address.ts";
import { NOT_INDEXED } from "#app/http/require-draft.server.ts";
import { requireTold } from "#app/http/require-story.server.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { email } = await requireTold(context, params.token);
  return {
    email: maskedAddress(email),
    base: `/stories/tell/${params.token}`,
    showsMailbox: !context.settings.isProduction,
  };
}

export const meta: MetaFunction = () => pageTitle("Check your e-mail");

export default function StorySentPage(): ReactElement {
  const { email, base, showsMailbox } = useLoaderData<typeof loader>();
  return (
    <>
      <MailSent
        lede={`We have sent a link to ${email}. Open it and press “Send my story”.`}
        reason="Until then nobody has your story. Keep that mail: with its link you see what becomes of your story, and can take it back."
        showsMailbox={showsMailbox}
      />
      <p>
        Not your address? <a href={`${base}/email`}>Change it</a> ·{" "}
        <a href={`${base}/check`}>Back to your story</a>
      </p>
    </>
  );
}
