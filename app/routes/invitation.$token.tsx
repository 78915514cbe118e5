import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { acceptInvitation } from "#app/domain/campaign/accept-invitation.server.ts";
import { findInvitation } from "#app/domain/campaign/invitations.server.ts";
import { deviceWords } from "#app/http/device-words.ts";
import { readSessionCookie, sessionCookie } from "#app/http/session-cookie.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring, clock } = context;
  const found = await findInvitation(db.read, keyring, params.token ?? "", clock.now());
  const invitation = found && { title: found.title, organiserName: found.organiserName };
  return data({ invitation }, invitation ? 200 : 410);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { isProduction } = context.settings;
  const device = deviceWords(request.headers.get("User-Agent"));
  const replaces = readSessionCookie(request.headers.get("Cookie"), isProduction);
  const acceptance = { token: params.token ?? "", device, replaces };
  const accepted = await acceptInvitation(context, acceptance, context.clock.now());
  if (!accepted) return data(null, 410);
  const { number, session } = accepted;
  const headers = session && {
    "Set-Cookie": sessionCookie(session.token, session.expiresAt, isProduction),
  };
  return redirect(`/organise/${number}?done=joined`, { status: 303, headers });
}

export const meta: MetaFunction = () => pageTitle("An invitation");

export default function InvitationPage(): ReactElement {
  const { invitation } = useLoaderData<typeof loader>();
  if (!invitation)
    return (
      <>
        <PageHeading
          title="This invitation is over"
          lede="It works once, for 14 days, and can be taken back. Ask whoever invited you for a new one."
        />
        <p>
          <ButtonLink tone="quiet" href="/organise">
            My petitions
          </ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <PageHeading
        title={`Help run “${invitation.title}”`}
        lede={`${invitation.organiserName} asks you to help run this petition.`}
      />
      <p>
        You could change its text, tell what becomes of it and see how many people stand behind it. Pressing
        the button also signs you in on this device.
      </p>
      <form method="post">
        <Button>Yes, I will help</Button>
      </form>
      <p className="soft">If you do not want to, just close this page.</p>
    </>
  );
}
