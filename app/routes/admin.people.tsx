import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Button } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { RoleHolders } from "#app/components/role-holders.tsx";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { revokeRole } from "#app/domain/account/revoke-role.server.ts";
import { RevokeForm } from "#app/domain/account/role-form.ts";
import { listRoleHolders } from "#app/domain/account/role-holders.server.ts";
import { EmailForm } from "#app/domain/signature/sign-form.ts";
import type { RequestContext } from "#app/http/context.ts";
import { type FormValues, fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

/** What has just been done, by the word for it in the address. */
const SAVED: Readonly<Record<string, string>> = {
  granted: "They are a moderator now, and are told by mail.",
  already: "They are a moderator already.",
  revoked: "The role is taken off, and they are told by mail.",
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  return {
    holders: await listRoleHolders(context.db.read, context.keyring),
    saved: SAVED[new URL(request.url).searchParams.get("saved") ?? ""] ?? "",
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId: by } = await requireRole(context, request, "admin");
  const { intent, ...values } = await readForm(request);
  if (intent === "revoke") return revoke(context, values, by);
  const parsed = EmailForm.safeParse(values);
  if (!parsed.success) return refused("", 422, fieldErrors(parsed.error), values.email);
  const given = { email: parsed.data.email, role: "moderator", by } as const;
  const outcome = await grantRole(context, given, context.clock.now());
  return redirect(`/admin/people?saved=${outcome === "granted" ? "granted" : "already"}`, 303);
}

async function revoke(context: RequestContext, values: FormValues, by: string) {
  const parsed = RevokeForm.safeParse(values);
  if (!parsed.success) throw new Response(null, { status: 422 });
  const outcome = await revokeRole(context, { ...parsed.data, by }, context.clock.now());
  switch (outcome) {
    case "revoked":
      return redirect("/admin/people?saved=revoked", 303);
    case "not_granted":
      return refused("They do not have this role any more.", 409);
    case "last_admin":
      return refused("This is the only admin: first make somebody else one.", 409);
  }
}

function refused(problem: string, status: number, errors: Record<string, string> = {}, email?: string) {
  return data({ problem, errors, email }, status);
}

export const meta: MetaFunction = () => pageTitle("Who looks after the site");

export default function AdminPeople(): ReactElement {
  const { holders, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <AdminPage
      title="Who looks after the site"
      lede="Moderators review petitions, open letters and reports. Admins can do everything; a command on the server makes one."
      errors={sent?.errors}
      problem={sent?.problem}
      saved={sent === undefined ? saved : ""}
    >
      <RoleHolders holders={holders} />
      <h2>Add a moderator</h2>
      <form method="post" noValidate>
        <Field
          name="email"
          label="Their e-mail address"
          hint="They are told by mail, and make a passkey when they first sign in."
          type="email"
          inputMode="email"
          autoComplete="off"
          value={sent?.email}
          error={sent?.errors.email}
        />
        <Button name="intent" value="grant">
          Make them a moderator
        </Button>
      </form>
    </AdminPage>
  );
}
