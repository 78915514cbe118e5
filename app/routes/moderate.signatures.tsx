import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { z } from "zod";
import { BatchList } from "#app/components/batch-list.tsx";
import { counted } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SuspectList } from "#app/components/suspect-list.tsx";
import { listBatches } from "#app/domain/signature/batches.server.ts";
import { listBusiest } from "#app/domain/signature/busiest-campaigns.server.ts";
import { settleSuspects } from "#app/domain/signature/settle-suspects.server.ts";
import { listSuspects } from "#app/domain/signature/suspects.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireModerated } from "#app/http/require-moderated.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const SettleForm = z.object({
  number: z.coerce.number().int().positive().max(999_999_999),
  heldReason: z.enum(["client_limit", "address_limit"]),
  act: z.enum(["release", "purge"]),
});

const SAVED: Readonly<Record<string, string>> = {
  release: "They are let go; each gets its mail.",
  some: "Some are let go. The rest stay: their address has had its mails for today. Try again tomorrow.",
  none: "Their address has had its mails for today. Try again tomorrow.",
  purge: "They are deleted.",
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { read } = context.db;
  const suspects = await listSuspects(read);
  return {
    suspects: suspects.map(({ campaignId: _, ...group }) => group),
    busiest: await listBusiest(read),
    batches: await listBatches(read),
    saved: SAVED[new URL(request.url).searchParams.get("saved") ?? ""] ?? "",
    now: context.clock.now(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const parsed = SettleForm.safeParse(await readForm(request));
  if (!parsed.success) return data({ problem: "Press one of the buttons on the page." }, 422);
  const { number, heldReason, act } = parsed.data;
  const { campaign } = await requireModerated(context, request, String(number));
  const asked = { campaignId: campaign.id, heldReason, act, moderatorId: accountId };
  const outcome = await settleSuspects(context, asked, context.clock.now());
  if (outcome === "own_campaign")
    return data({ problem: "You run this campaign, so another moderator decides about it." }, 403);
  if (outcome === "not_now") return data({ problem: "It cannot be signed now. You can delete them." }, 409);
  const { done, stayed } = outcome;
  if (done + stayed === 0) return data({ problem: "Nothing of this is held back any more." }, 409);
  const saved = stayed === 0 ? act : done === 0 ? "none" : "some";
  return redirect(`/moderate/signatures?saved=${saved}`, 303);
}

export const meta: MetaFunction = () => pageTitle("Signatures");

export default function ModerateSignatures(): ReactElement {
  const { suspects, busiest, batches, saved, now } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ModeratePage title="Signatures" problem={sent?.problem} saved={sent ? "" : saved}>
      <h2>Held back</h2>
      <SuspectList groups={suspects} now={now} />
      <h2>Most signed this week</h2>
      {busiest.length === 0 ? <p>Nobody has signed this week, or it is not counted yet.</p> : null}
      <ul>
        {busiest.map(({ number, title, weekCount }) => (
          <li key={number}>
            <a href={`/moderate/campaigns/${number}/signatures`}>{title}</a>:{" "}
            {counted(weekCount, "signature")}
          </li>
        ))}
      </ul>
      <h2>Taken out of the count</h2>
      <BatchList batches={batches} mayRestore={false} />
    </ModeratePage>
  );
}
