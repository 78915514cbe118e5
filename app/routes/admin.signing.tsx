import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Button } from "#app/components/button.tsx";
import { CheckField } from "#app/components/check-field.tsx";
import { londonDayOfYear, londonTime } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { pauseSigning } from "#app/domain/signature/pause-signing.server.ts";
import { resumeSigning } from "#app/domain/signature/resume-signing.server.ts";
import { findSigningPause } from "#app/domain/signature/signing-pause.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const SigningForm = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("pause"),
      sure: z.literal("on", { error: "Tick the box if you are sure" }),
    }),
    z.object({ intent: z.literal("resume") }),
  ],
  { error: "Press one of the buttons on the page" },
);

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  const pause = await findSigningPause(context.db.read);
  return { pausedAt: pause?.pausedAt, isResuming: pause?.resuming !== undefined };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "admin");
  const now = context.clock.now();
  const form = SigningForm.safeParse(await readForm(request));
  if (!form.success) return data({ errors: fieldErrors(form.error), problem: "" }, 422);
  const outcome =
    form.data.intent === "pause"
      ? await pauseSigning(context, { accountId }, now)
      : await resumeSigning(context, { accountId }, now);
  switch (outcome) {
    case "paused":
    case "resumed":
      return redirect("/admin/signing", 303);
    case "already_paused":
      return data({ errors: {}, problem: "Somebody else has paused it meanwhile." }, 409);
    case "not_paused":
      return data({ errors: {}, problem: "Somebody else has let it go on meanwhile." }, 409);
  }
}

export const meta: MetaFunction = () => pageTitle("All signing");

export default function AdminSigning(): ReactElement {
  const { pausedAt, isResuming } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <AdminPage
      title="All signing"
      lede={pausedAt === undefined ? "Signing works." : "All signing is paused."}
      errors={errors}
      problem={sent?.problem}
    >
      {pausedAt === undefined ? (
        <PauseForm error={errors.sure} />
      ) : (
        <>
          <p>
            Since {londonTime(pausedAt)} on {londonDayOfYear(pausedAt)} nobody can sign or confirm. No
            petition or letter closes, no link runs out.
          </p>
          {isResuming ? (
            <p>It is being let go on: closing dates are moved first. Look again in a minute.</p>
          ) : (
            <form method="post">
              <p>
                When it goes on, closing dates move by as many days as it lasted, a part of a day counted as a
                whole one. Links that wait to be confirmed work longer by the same time.
              </p>
              <Button name="intent" value="resume">
                Let signing go on
              </Button>
            </form>
          )}
        </>
      )}
    </AdminPage>
  );
}

function PauseForm({ error }: { error?: string }): ReactElement {
  return (
    <form method="post" noValidate>
      <p>
        For an emergency: an attack with false signatures, a fault in the count. Every petition and letter can
        still be read, but nobody can sign or confirm until you let it go on. Nothing is lost by it.
      </p>
      <CheckField name="sure" label="Yes, stop all signing on the whole site" error={error} />
      <p className="row">
        <Button tone="danger" name="intent" value="pause">
          Pause all signing
        </Button>
      </p>
    </form>
  );
}
