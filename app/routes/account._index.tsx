import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { counted } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SessionList } from "#app/components/session-list.tsx";
import { hasRole } from "#app/domain/account/account.ts";
import { countPasskeys } from "#app/domain/account/passkey-queries.server.ts";
import { listSessions } from "#app/domain/account/queries.server.ts";
import { endSession, signOut } from "#app/domain/account/sign-out.server.ts";
import { listOrganised } from "#app/domain/campaign/organised.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireVisitor } from "#app/http/require-role.server.ts";
import { readSessionCookie, sessionCookie } from "#app/http/session-cookie.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, clock, settings } = context;
  const visitor = await requireVisitor(context, request);
  const token = readSessionCookie(request.headers.get("Cookie"), settings.isProduction) ?? "";
  const sessions = await listSessions(db.read, visitor.accountId, clock.now());
  return {
    isModerator: hasRole(visitor, "moderator"),
    isAdmin: hasRole(visitor, "admin"),
    campaignCount: (await listOrganised(db.read, visitor.accountId)).length,
    passkeyCount: await countPasskeys(db.read, visitor.accountId),
    sessions: sessions.map(({ isThis, ...session }) => ({ ...session, isThis: isThis(token) })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { settings } = context;
  const { accountId } = await requireVisitor(context, request);
  const { session = "" } = await readForm(request);
  if (session !== "") {
    await endSession(context, { accountId, publicId: session });
    return redirect("/account", 303);
  }
  await signOut(context, readSessionCookie(request.headers.get("Cookie"), settings.isProduction) ?? "");
  return redirect("/", {
    status: 303,
    headers: { "Set-Cookie": sessionCookie(undefined, 0, settings.isProduction) },
  });
}

export const meta: MetaFunction = () => pageTitle("Your account");

export default function AccountPage(): ReactElement {
  const { isModerator, isAdmin, campaignCount, passkeyCount, sessions } = useLoaderData<typeof loader>();
  return (
    <div className="prose">
      <PageHeading title="Your account" lede="You are signed in." />
      <h2>What you can do</h2>
      <ul>
        {campaignCount > 0 ? (
          <li>
            <a href="/organise">The campaigns you run</a>
          </li>
        ) : null}
        <li>
          <a href="/start">Start a petition or an open letter</a>
        </li>
        {isModerator ? (
          <li>
            <a href="/moderate">What waits for moderators</a>
          </li>
        ) : null}
        {isModerator ? (
          <li>
            <a href="/admin">Looking after the site</a>
          </li>
        ) : null}
        {isAdmin ? (
          <li>
            <a href="/admin/people">Who looks after the site</a>
          </li>
        ) : null}
      </ul>
      <h2>Passkeys</h2>
      <p>
        {passkeyCount === 0 ? "You sign in by mail. " : `You have ${counted(passkeyCount, "passkey")}. `}
        <a href="/account/passkeys">{passkeyCount === 0 ? "Make a passkey" : "See, add or remove"}</a>
      </p>
      <h2>Where you are signed in</h2>
      <SessionList sessions={sessions} />
      <form method="post">
        <Button>Sign out</Button>
      </form>
    </div>
  );
}
