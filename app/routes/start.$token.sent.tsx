import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { kindWords } from "#app/components/kind-words.ts";
import { MailSent } from "#app/components/mail-sent.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { NOT_INDEXED, requireDraft } from "#app/http/require-draft.server.ts";
import { SIGN_IN_LINK_MINUTES } from "#app/policy.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { email, kind } = await requireDraft(context, params.token);
  return { email, kind, base: `/start/${params.token}`, showsMailbox: !context.settings.isProduction };
}

export const meta: MetaFunction = () => pageTitle("Check your e-mail");

export default function StartSentPage(): ReactElement {
  const { email, kind, base, showsMailbox } = useLoaderData<typeof loader>();
  return (
    <>
      <MailSent
        lede={`We have sent a link to ${email}. Open it and press “Begin”.`}
        reason={`It works for ${SIGN_IN_LINK_MINUTES} minutes. After that, come back and press “Begin” again.`}
        showsMailbox={showsMailbox}
      />
      <p>
        Not your address? <a href={`${base}/you`}>Change it</a> ·{" "}
        <a href={`${base}/check`}>Back to your {kindWords(kind).one}</a>
      </p>
    </>
  );
}
