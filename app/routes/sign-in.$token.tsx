import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { isSignInOpen } from "#app/domain/account/queries.server.ts";
import { signIn } from "#app/domain/account/sign-in.server.ts";
import { deviceWords } from "#app/http/device-words.ts";
import { sessionCookie } from "#app/http/session-cookie.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const isOpen = await isSignInOpen(context.db.read, params.token ?? "", context.clock.now());
  return data({ isOpen }, isOpen ? 200 : 410);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const device = deviceWords(request.headers.get("User-Agent"));
  const session = await signIn(context, { token: params.token ?? "", device }, context.clock.now());
  if (!session) return data(null, 410);
  const cookie = sessionCookie(session.token, session.expiresAt, context.settings.isProduction);
  return redirect("/account", { status: 303, headers: { "Set-Cookie": cookie } });
}

export const meta: MetaFunction = () => pageTitle("Sign in");

export default function SignInByLinkPage(): ReactElement {
  const { isOpen } = useLoaderData<typeof loader>();
  if (!isOpen)
    return (
      <>
        <PageHeading title="This link no longer works" lede="It works once, and for 15 minutes." />
        <p>
          <ButtonLink href="/sign-in">Send me a new one</ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <PageHeading title="Sign in" lede="Press the button to sign in on this device." />
      <form method="post">
        <Button>Sign in</Button>
      </form>
    </>
  );
}
