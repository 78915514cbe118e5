import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Button } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { londonDay } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { passkeyProblem } from "#app/components/passkey-words.ts";
import { mayChangePasskeys } from "#app/domain/account/account.ts";
import { namePasskey } from "#app/domain/account/name-passkey.server.ts";
import { PasskeyNameForm } from "#app/domain/account/passkey.ts";
import { listPasskeys } from "#app/domain/account/passkey-queries.server.ts";
import { removePasskey } from "#app/domain/account/remove-passkey.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireVisitor } from "#app/http/require-role.server.ts";
import { readSessionCookie } from "#app/http/session-cookie.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, keyring, clock } = context;
  const visitor = await requireVisitor(context, request);
  const passkeys = await listPasskeys(db.read, keyring, visitor.accountId);
  const passkey = passkeys.find(({ id }) => id === params.id);
  if (!passkey) throw new Response(null, { status: 404 });
  const { name, createdAt, lastUsedAt } = passkey;
  return {
    passkey: { name, createdAt, lastUsedAt },
    isLast: passkeys.length === 1,
    runsTheSite: visitor.roles.length > 0,
    mayRemove: mayChangePasskeys(visitor, passkeys.length, clock.now()),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const visitor = await requireVisitor(context, request);
  const { intent, ...values } = await readForm(request);
  const id = params.id ?? "";
  if (intent === "remove") {
    const token = readSessionCookie(request.headers.get("Cookie"), context.settings.isProduction) ?? "";
    const outcome = await removePasskey(context, { visitor, id, token }, context.clock.now());
    switch (outcome) {
      case "removed":
        return redirect("/account/passkeys?saved=removed", 303);
      case "sign_in_again":
        return refused(passkeyProblem(outcome), 403);
      case "gone":
        throw new Response(null, { status: 404 });
    }
  }
  const parsed = PasskeyNameForm.safeParse(values);
  if (!parsed.success) return refused("", 422, fieldErrors(parsed.error), values.name);
  const isNamed = await namePasskey(context, { accountId: visitor.accountId, id, name: parsed.data.name });
  if (!isNamed) throw new Response(null, { status: 404 });
  return redirect("/account/passkeys?saved=named", 303);
}

function refused(problem: string, status: number, errors: Record<string, string> = {}, name?: string) {
  return data({ problem, errors, name }, status);
}

export const meta: MetaFunction = () => pageTitle("A passkey");

export default function PasskeyPage(): ReactElement {
  const { passkey, isLast, runsTheSite, mayRemove } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <AdminPage
      title={passkey.name}
      lede={`Made on ${londonDay(passkey.createdAt)}, ${
        passkey.lastUsedAt === null ? "not used yet" : `last used on ${londonDay(passkey.lastUsedAt)}`
      }.`}
      up={{ href: "/account/passkeys", label: "Your passkeys" }}
      errors={sent?.errors}
      problem={sent?.problem}
    >
      <form method="post" noValidate>
        <Field
          name="name"
          label="What you call it"
          hint="A name you know it by, like “My phone”."
          value={sent?.name ?? passkey.name}
          error={sent?.errors.name}
        />
        <Button name="intent" value="name">
          Save the name
        </Button>
      </form>
      <h2>Remove it</h2>
      {mayRemove ? (
        <>
          <p>
            It signs in no more, and everywhere else where you signed in with a passkey you are signed out.
            {isLast && runsTheSite
              ? " It is your only one: without one you cannot look after this site."
              : ""}
          </p>
          <form method="post">
            <Button tone="danger" name="intent" value="remove">
              Remove this passkey
            </Button>
          </form>
        </>
      ) : (
        <p>
          To remove it, <a href="/account/passkeys">sign in with a passkey</a> first.
        </p>
      )}
    </AdminPage>
  );
}
