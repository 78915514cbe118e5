import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PasskeyList } from "#app/components/passkey-list.tsx";
import { PasskeyNeeded } from "#app/components/passkey-needed.tsx";
import { PasskeyNew } from "#app/components/passkey-new.tsx";
import { passkeyProblem } from "#app/components/passkey-words.ts";
import { mayChangePasskeys } from "#app/domain/account/account.ts";
import { addPasskey } from "#app/domain/account/add-passkey.server.ts";
import { beginPasskey } from "#app/domain/account/begin-passkey.server.ts";
import { beginPasskeySignIn } from "#app/domain/account/begin-passkey-sign-in.server.ts";
import { NewPasskeyForm, relyingParty } from "#app/domain/account/passkey.ts";
import { listPasskeys } from "#app/domain/account/passkey-queries.server.ts";
import { deviceWords } from "#app/http/device-words.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { needsPasskey, requireVisitor } from "#app/http/require-role.server.ts";
import { OWN_SCRIPTS_POLICY } from "#app/http/security-headers.ts";

/** What has just been done, by the word for it in the address. */
const SAVED: Readonly<Record<string, string>> = {
  added: "Your passkey is ready. Next time, sign in with it.",
  removed: "The passkey is removed. It signs in no more.",
  named: "The name is saved.",
};

export const headers: HeadersFunction = () => OWN_SCRIPTS_POLICY;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, keyring, clock, settings } = context;
  const visitor = await requireVisitor(context, request);
  const party = relyingParty(settings.appUrl);
  const now = clock.now();
  const passkeys = await listPasskeys(db.read, keyring, visitor.accountId);
  const mayAdd = mayChangePasskeys(visitor, passkeys.length, now);
  return {
    passkeys: passkeys.map(({ transports: _, ...passkey }) => passkey),
    isNeeded: needsPasskey(settings, visitor),
    toMake: mayAdd ? JSON.stringify(await beginPasskey(context, { ...visitor, party }, now)) : undefined,
    toUse: mayAdd ? undefined : JSON.stringify(await beginPasskeySignIn(context, { party }, now)),
    saved: SAVED[new URL(request.url).searchParams.get("saved") ?? ""] ?? "",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visitor = await requireVisitor(context, request);
  const parsed = NewPasskeyForm.safeParse(await readForm(request));
  if (!parsed.success) return data({ problem: passkeyProblem("refused") }, 422);
  const outcome = await addPasskey(
    context,
    {
      visitor,
      answer: parsed.data.passkey,
      party: relyingParty(context.settings.appUrl),
      device: deviceWords(request.headers.get("User-Agent")),
    },
    context.clock.now(),
  );
  switch (outcome) {
    case "added":
      return redirect("/account/passkeys?saved=added", 303);
    case "sign_in_again":
      return data({ problem: passkeyProblem(outcome) }, 403);
    case "too_many":
    case "already_known":
      return data({ problem: passkeyProblem(outcome) }, 409);
    case "expired":
    case "refused":
      return data({ problem: passkeyProblem(outcome) }, 422);
  }
}

export const meta: MetaFunction = () => pageTitle("Your passkeys");

export default function PasskeysPage(): ReactElement {
  const { passkeys, isNeeded, toMake, toUse, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <AdminPage
      title="Your passkeys"
      lede="A passkey signs you in with your fingerprint, your face or the code of your device: no mail, no password. It never leaves your device, and works on this site alone."
      up={{ href: "/account", label: "Your account" }}
      problem={sent?.problem}
      saved={sent === undefined ? saved : ""}
    >
      {isNeeded ? <PasskeyNeeded hasPasskey={passkeys.length > 0} mayMake={toMake !== undefined} /> : null}
      {passkeys.length > 0 ? <PasskeyList passkeys={passkeys} /> : null}
      <PasskeyNew hasPasskey={passkeys.length > 0} toMake={toMake} toUse={toUse} />
    </AdminPage>
  );
}
