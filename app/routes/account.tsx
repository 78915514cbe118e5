import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { londonDay } from "#app/components/format.ts";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { listSessions } from "#app/domain/account/queries.server.ts";
import { endSession, signOut } from "#app/domain/account/sign-out.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireVisitor } from "#app/http/require-role.server.ts";
import { readSessionCookie, sessionCookie } from "#app/http/session-cookie.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, clock, settings } = context;
  const { accountId, roles } = await requireVisitor(context, request);
  const token = readSessionCookie(request.headers.get("Cookie"), settings.isProduction) ?? "";
  const sessions = await listSessions(db.read, accountId, clock.now());
  return {
    runsTheSite: roles.length > 0,
    sessions: sessions.map(({ publicId, device, createdAt, isThis }) => ({
      publicId,
      device,
      createdAt,
      isThis: isThis(token),
    })),
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
  const { runsTheSite, sessions } = useLoaderData<typeof loader>();
  return (
    <div className="prose">
      <PageHeading title="Your account" lede="You are signed in." />
      {runsTheSite ? (
        <p>
          <a href="/admin">What there is to do</a>
        </p>
      ) : null}
      <h2>Where you are signed in</h2>
      <ul className="plain-list">
        {sessions.map(({ publicId, device, createdAt, isThis }) => (
          <li key={publicId}>
            <form method="post" className="row">
              <span>
                {device}, since {londonDay(createdAt)}
                {isThis ? " (this one)" : ""}
              </span>
              {isThis ? null : (
                <Button tone="quiet" name="session" value={publicId}>
                  Sign out there
                </Button>
              )}
            </form>
          </li>
        ))}
      </ul>
      <form method="post">
        <Button>Sign out</Button>
      </form>
    </div>
  );
}
