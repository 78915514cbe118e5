import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { BatchList } from "#app/components/batch-list.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { SignatureGroup } from "#app/components/signature-group.tsx";
import { SignatureGroups } from "#app/components/signature-groups.tsx";
import { BatchForm, BatchSelection, isNarrow } from "#app/domain/signature/batch-selection.ts";
import { listBatches } from "#app/domain/signature/batches.server.ts";
import { invalidateBatch } from "#app/domain/signature/invalidate-batch.server.ts";
import { openSample } from "#app/domain/signature/open-sample.server.ts";
import { restoreBatch } from "#app/domain/signature/restore-batch.server.ts";
import { describeSelection, listUnusualGroups } from "#app/domain/signature/unusual-groups.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { type FormValues, fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { type Moderating, requireModerated } from "#app/http/require-moderated.server.ts";

const SAVED: Readonly<Record<string, string>> = {
  invalidate: "They are taken out of the count, or will be in a moment. The published numbers follow.",
  restore: "They are put back into the count, or will be in a moment. The published numbers follow.",
};
const PROBLEMS = {
  nothing: "Nobody counted is meant by this: another moderator may have been first.",
  too_wide: "Choose one network, one hour or one mail service.",
  not_now: "It has not been published, or is archived or hidden. Nothing was changed.",
  already: "Somebody has put these back already.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, isOwn } = await requireModerated(context, request, params.number);
  if (isOwn) throw new Response(null, { status: 403 });
  const { db, keyring } = context;
  const { searchParams } = new URL(request.url);
  const selection = BatchSelection.parse(Object.fromEntries(searchParams));
  const isChosen = ["network", "from", "until", "domain", "all"].some((name) => searchParams.has(name));
  const asked = { campaignId: campaign.id, selection };
  return {
    number: campaign.number,
    title: campaign.title,
    selection,
    isNarrow: isNarrow(selection),
    described: isChosen ? await describeSelection(db.read, keyring, asked) : undefined,
    groups: isChosen ? undefined : await listUnusualGroups(db.read, campaign.id),
    batches: isChosen ? [] : await listBatches(db.read, campaign.id),
    saved: SAVED[searchParams.get("saved") ?? ""] ?? "",
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const moderating = await requireModerated(context, request, params.number);
  if (moderating.isOwn) throw new Response(null, { status: 403 });
  const values = await readForm(request);
  switch (values.intent) {
    case "sample":
      return sample(context, moderating, values);
    case "invalidate":
      return takeOut(context, moderating, values);
    case "restore":
      return putBack(context, moderating, values);
    default:
      return refuse(422, values, { problem: "Press one of the buttons on the page." });
  }
}

async function sample(context: RequestContext, { campaign, visitor }: Moderating, values: FormValues) {
  const selection = BatchSelection.parse(values);
  const asked = { campaignId: campaign.id, selection, moderatorId: visitor.accountId };
  const opened = await openSample(context, asked, context.clock.now());
  if (opened === "own_campaign") throw new Response(null, { status: 403 });
  return data({ values, errors: {}, problem: "", opened }, 200);
}

async function takeOut(context: RequestContext, { campaign, visitor }: Moderating, values: FormValues) {
  const parsed = BatchForm.safeParse(values);
  if (!parsed.success) return refuse(422, values, { errors: fieldErrors(parsed.error) });
  const { reason, ...selection } = parsed.data;
  const asked = { campaignId: campaign.id, selection, moderatorId: visitor.accountId, reason };
  const outcome = await invalidateBatch(context, asked, context.clock.now());
  if (typeof outcome === "object")
    return redirect(`/moderate/campaigns/${campaign.number}/signatures?saved=invalidate`, 303);
  if (outcome === "own_campaign") throw new Response(null, { status: 403 });
  return refuse(outcome === "too_wide" ? 422 : 409, values, { problem: PROBLEMS[outcome] });
}

async function putBack(context: RequestContext, { campaign, visitor }: Moderating, values: FormValues) {
  const asked = { publicId: values.batch ?? "", moderatorId: visitor.accountId };
  const outcome = await restoreBatch(context, asked, context.clock.now());
  switch (outcome) {
    case "restored":
      return redirect(`/moderate/campaigns/${campaign.number}/signatures?saved=restore`, 303);
    case "already":
      return refuse(409, values, { problem: PROBLEMS.already });
    case "own_campaign":
      throw new Response(null, { status: 403 });
    case "unknown":
      throw new Response(null, { status: 404 });
  }
}

function refuse(
  status: number,
  values: FormValues,
  { errors = {}, problem = "" }: { errors?: Record<string, string>; problem?: string },
) {
  return data({ values, errors, problem, opened: undefined }, status);
}

export const meta: MetaFunction = () => pageTitle("Signatures that look wrong");

export default function ModerateSignatures(): ReactElement {
  const shown = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { number, title, selection, described, groups, batches, saved } = shown;
  const page = `/moderate/campaigns/${number}/signatures`;
  const errors: Record<string, string> = sent?.errors ?? {};
  const up = described
    ? { href: page, label: "Its signatures" }
    : { href: `/moderate/campaigns/${number}`, label: "Its page on the moderators’ desk" };
  return (
    <ModeratePage title={title} up={up} errors={errors} problem={sent?.problem} saved={sent ? "" : saved}>
      {described ? (
        <SignatureGroup
          {...{ selection, page, described, errors }}
          isNarrow={shown.isNarrow}
          sample={sent?.opened}
          values={sent?.values ?? {}}
        />
      ) : null}
      {groups ? (
        <>
          <SignatureGroups groups={groups} page={page} />
          <p>
            <a href={`${page}?all=1`}>All of its signatures, by mail service</a>
          </p>
          <h2>Taken out so far</h2>
          <BatchList batches={batches} mayRestore />
        </>
      ) : null}
    </ModeratePage>
  );
}
