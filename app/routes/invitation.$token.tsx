import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { signOut } from "#app/domain/account/sign-out.server.ts";
import { acceptInvitation } from "#app/domain/campaign/accept-invitation.server.ts";
import { findInvitation } from "#app/domain/campaign/invitations.server.ts";
import { maskedAddress } from "#app/domain/privacy/masked-address.ts";
import type { RequestContext } from "#app/http/context.ts";
import { deviceWords } from "#app/http/device-words.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readSessionCookie, sessionCookie } from "#app/http/session-cookie.ts";
import { findVisitorAddress, isSameAddress } from "#app/http/visitor-address.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await findInvited(context, request, params.token);
  const invitation = found && {
    ...{ title: found.title, organiserName: found.organiserName, sentTo: maskedAddress(found.address) },
    otherVisitor: found.otherVisitor && maskedAddress(found.otherVisitor),
  };
  return data({ invitation }, invitation ? 200 : 410);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { isProduction } = context.settings;
  const device = deviceWords(request.headers.get("User-Agent"));
  const replaces = readSessionCookie(request.headers.get("Cookie"), isProduction);
  const values = await readForm(request);
  const found = await findInvited(context, request, params.token);
  // Whoever is signed in here stays so until it is said that somebody else takes their place.
  if (found?.otherVisitor !== undefined && values.session !== "replace") return data(null, 409);
  const acceptance = { token: params.token ?? "", device, replaces };
  const accepted = await acceptInvitation(context, acceptance, context.clock.now());
  if (!accepted) return data(null, 410);
  const { number, session } = accepted;
  // An account that wants more than this link signs in by itself, and nobody else goes on in its place.
  if (!session && found?.otherVisitor !== undefined) await signOut(context, replaces ?? "");
  const headers = session && {
    "Set-Cookie": sessionCookie(session.token, session.expiresAt, isProduction),
  };
  return redirect(`/organise/${number}?done=joined`, { status: 303, headers });
}

/** The invitation, and the address of somebody else who is signed in here. */
async function findInvited(context: RequestContext, request: Request, token = "") {
  const { db, keyring, clock } = context;
  const found = await findInvitation(db.read, keyring, token, clock.now());
  if (!found) return undefined;
  const visitor = await findVisitorAddress(context, request);
  const isOther = visitor !== undefined && !isSameAddress(visitor, found.address);
  return { ...found, otherVisitor: isOther ? visitor : undefined };
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
  const { sentTo, otherVisitor } = invitation;
  return (
    <>
      <PageHeading
        title={`Help run “${invitation.title}”`}
        lede={`${invitation.organiserName} asks you to help run this petition.`}
      />
      <p>
        You could change its text, tell what becomes of it and see how many people stand behind it.{" "}
        {otherVisitor === undefined ? "Pressing the button also signs you in on this device." : null}
      </p>
      <p>This invitation was sent to {sentTo}.</p>
      {otherVisitor === undefined ? (
        <form method="post">
          <Button>Yes, I will help</Button>
        </form>
      ) : (
        <>
          <Notice tone="waiting" title="Somebody else is signed in here">
            <p>
              On this device {otherVisitor} is signed in, and the invitation is for {sentTo}. Are you {sentTo}
              ?
            </p>
          </Notice>
          <form method="post" className="row">
            <Button name="session" value="replace">
              I am {sentTo}: go on and sign me in here instead
            </Button>
            <ButtonLink tone="quiet" href="/organise">
              No, {otherVisitor} stays signed in
            </ButtonLink>
          </form>
        </>
      )}
      <p className="soft">If you do not want to, just close this page.</p>
    </>
  );
}
