import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { EmailAddressForm } from "#app/components/email-address-form.tsx";
import { Notice } from "#app/components/notice.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PasskeyForm } from "#app/components/passkey-form.tsx";
import { passkeyProblem } from "#app/components/passkey-words.ts";
import { beginPasskeySignIn } from "#app/domain/account/begin-passkey-sign-in.server.ts";
import { relyingParty, UsedPasskeyForm } from "#app/domain/account/passkey.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { signInByPasskey } from "#app/domain/account/sign-in-by-passkey.server.ts";
import { EmailForm } from "#app/domain/signature/sign-form.ts";
import type { RequestContext } from "#app/http/context.ts";
import { deviceWords } from "#app/http/device-words.ts";
import { landingPath } from "#app/http/landing.server.ts";
import { type FormValues, fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { OWN_SCRIPTS_POLICY } from "#app/http/security-headers.ts";
import { readSessionCookie, sessionCookie } from "#app/http/session-cookie.ts";

export const headers: HeadersFunction = () => OWN_SCRIPTS_POLICY;

export async function loader({ context }: LoaderFunctionArgs) {
  const party = relyingParty(context.settings.appUrl);
  return { options: JSON.stringify(await beginPasskeySignIn(context, { party }, context.clock.now())) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  if (values.passkey !== undefined) return signInWith(context, request, values);
  const parsed = EmailForm.safeParse(values);
  if (!parsed.success)
    return data({ email: values.email, error: fieldErrors(parsed.error).email, problem: "" }, 422);
  const { clock, client } = context;
  await requestSignIn(context, parsed.data.email, clock.now(), { clientAddress: client.address });
  return redirect("/sign-in/check-your-email", 303);
}

async function signInWith(context: RequestContext, request: Request, values: FormValues) {
  const { settings, clock } = context;
  const parsed = UsedPasskeyForm.safeParse(values);
  const session = parsed.success
    ? await signInByPasskey(
        context,
        {
          answer: parsed.data.passkey,
          party: relyingParty(settings.appUrl),
          device: deviceWords(request.headers.get("User-Agent")),
          replaces: readSessionCookie(request.headers.get("Cookie"), settings.isProduction),
        },
        clock.now(),
      )
    : "refused";
  if (typeof session === "string")
    return data({ email: undefined, error: undefined, problem: passkeyProblem(session) }, 422);
  const cookie = sessionCookie(session.token, session.expiresAt, settings.isProduction);
  return redirect(await landingPath(context, session.token), {
    status: 303,
    headers: { "Set-Cookie": cookie },
  });
}

export const meta: MetaFunction = () => pageTitle("Sign in");

export default function SignInPage(): ReactElement {
  const { options } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      {sent?.problem ? (
        <Notice tone="problem">
          <p role="alert">{sent.problem}</p>
        </Notice>
      ) : null}
      <EmailAddressForm
        title="Sign in"
        lede="For those who run a petition or an open letter, or look after this site. There is no password: we mail you a link."
        label="Your e-mail address"
        button="Send me a link"
        value={sent?.email}
        error={sent?.error}
      />
      <h2>With a passkey</h2>
      <p>If you have made one for this site.</p>
      <PasskeyForm
        kind="use"
        options={options}
        button="Sign in with a passkey"
        otherwise="Passkeys need JavaScript and a newer browser. Here, ask for a link by mail instead."
      />
    </>
  );
}
