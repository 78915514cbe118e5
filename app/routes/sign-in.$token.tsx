import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findOpenSignIn, findSpentSignIn } from "#app/domain/account/queries.server.ts";
import { signIn } from "#app/domain/account/sign-in.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { deviceWords } from "#app/http/device-words.ts";
import { landingPath } from "#app/http/landing.server.ts";
import { findVisitor } from "#app/http/require-role.server.ts";
import { readSessionCookie, sessionCookie } from "#app/http/session-cookie.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const open = await findOpenSignIn(context.db.read, params.token ?? "", context.clock.now());
  return data({ begins: open?.begins }, open ? 200 : 410);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { isProduction } = context.settings;
  const device = deviceWords(request.headers.get("User-Agent"));
  const replaces = readSessionCookie(request.headers.get("Cookie"), isProduction);
  const asked = { token: params.token ?? "", device, replaces };
  const session = await signIn(context, asked, context.clock.now());
  if (!session) {
    const to = await findSecondPress(context, request, asked.token);
    return to === undefined ? data(null, 410) : redirect(to, 303);
  }
  const to = await leadsTo(context, session);
  const cookie = sessionCookie(session.token, session.expiresAt, isProduction);
  return redirect(to, { status: 303, headers: { "Set-Cookie": cookie } });
}

/** Pressed twice, the first press has signed them in: whoever is that account's already goes where it led. */
async function findSecondPress(
  context: RequestContext,
  request: Request,
  link: string,
): Promise<string | undefined> {
  const token = readSessionCookie(request.headers.get("Cookie"), context.settings.isProduction);
  const visitor = await findVisitor(context, request);
  const spent = visitor && (await findSpentSignIn(context.db.read, link));
  if (token === undefined || !spent || spent.accountId !== visitor.accountId) return undefined;
  return leadsTo(context, { token, begun: spent.begun });
}

async function leadsTo(
  context: RequestContext,
  { token, begun }: { token: string; begun: number | undefined },
): Promise<string> {
  return begun === undefined ? landingPath(context, token) : `/organise/${begun}`;
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  pageTitle(shown?.begins ? "Begin" : "Sign in");

export default function SignInByLinkPage(): ReactElement {
  const { begins } = useLoaderData<typeof loader>();
  if (begins === undefined)
    return (
      <>
        <PageHeading title="This link no longer works" lede="It works once, and for 15 minutes." />
        <p>
          <ButtonLink href="/sign-in">Send me a new one</ButtonLink>
        </p>
      </>
    );
  if (begins === "")
    return (
      <>
        <PageHeading title="Sign in" lede="Press the button to sign in on this device." />
        <form method="post">
          <Button>Sign in</Button>
        </form>
      </>
    );
  return (
    <>
      <PageHeading
        title={`Begin: ${begins}`}
        lede="Press the button to begin it and sign in on this device. Then five people have to support it."
      />
      <form method="post">
        <Button>Begin</Button>
      </form>
    </>
  );
}
