import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { CORRECTION_WORDS } from "#app/components/admin-words.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Choice } from "#app/components/choice.tsx";
import { CorrectionFacts } from "#app/components/correction-facts.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { DECLINE_REASONS, declineWords, SettleForm } from "#app/domain/moderation/correction.ts";
import { findCorrection } from "#app/domain/moderation/corrections.server.ts";
import { settleCorrection } from "#app/domain/representative/settle-correction.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const correction = await findCorrection(context.db.read, context.keyring, params.publicId ?? "");
  if (!correction) throw new Response(null, { status: 404 });
  return { correction };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const publicId = params.publicId ?? "";
  const parsed = SettleForm.safeParse(await readForm(request));
  if (!parsed.success) return data({ errors: fieldErrors(parsed.error), problem: "" }, 422);
  const outcome = await settleCorrection(
    context,
    { publicId, form: parsed.data, accountId },
    context.clock.now(),
  );
  switch (outcome) {
    case "unknown":
      throw new Response(null, { status: 404 });
    case "already_settled":
      return data(
        { errors: {}, problem: "Another moderator has settled this meanwhile, as shown below." },
        409,
      );
    case "settled":
      return redirect("/admin/corrections", 303);
  }
}

export const meta: MetaFunction = () => pageTitle("A correction");

export default function AdminCorrection(): ReactElement {
  const { correction } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const { publicId, kind, state, reason, about, representative, area } = correction;
  const isOpen = state === "waiting" || state === "held";
  return (
    <AdminPage
      title={about}
      lede={CORRECTION_WORDS[kind]}
      up={{ href: "/admin/corrections", label: "Corrections" }}
      errors={errors}
      problem={sent?.problem}
    >
      <CorrectionFacts correction={correction} />
      {isOpen ? null : (
        <p>{state === "accepted" ? "It has been put right." : `It was declined. ${declineWords(reason)}.`}</p>
      )}
      {isOpen ? (
        <>
          <h2>If it is right</h2>
          {representative === undefined ? (
            <p>
              <ButtonLink href={`/admin/representatives/new?correction=${publicId}`}>
                Check and add this councillor{area === undefined ? "" : ` for ${area.name}`}
              </ButtonLink>
            </p>
          ) : (
            <p>
              <ButtonLink href={`/admin/representatives/${representative.publicId}?correction=${publicId}`}>
                Put it right
              </ButtonLink>
            </p>
          )}
          <form method="post">
            <p>If it has been put right already:</p>
            <Button tone="quiet" name="decision" value="accepted">
              It is put right
            </Button>
          </form>
          <h2>If it is not</h2>
          <form method="post" noValidate>
            <Choice
              name="reason"
              label="Why"
              hint="Whoever left an address reads these words."
              blank="Choose one"
              options={DECLINE_REASONS}
              error={errors.reason}
            />
            <Button tone="danger" name="decision" value="declined">
              Decline it
            </Button>
          </form>
        </>
      ) : null}
    </AdminPage>
  );
}
