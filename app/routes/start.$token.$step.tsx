import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { pageTitle } from "#app/components/page-title.ts";
import { StartPage } from "#app/components/start-page.tsx";
import { StartPicture } from "#app/components/start-picture.tsx";
import { StartStep } from "#app/components/start-step.tsx";
import { doneSteps, draftValues } from "#app/components/start-values.ts";
import { stepWords } from "#app/components/start-words.ts";
import { listCouncils } from "#app/domain/area/queries.server.ts";
import { draftStep, draftSteps, monthsUntil } from "#app/domain/campaign/draft.ts";
import { findPicture } from "#app/domain/campaign/find-picture.server.ts";
import { saveDraft } from "#app/domain/campaign/save-draft.server.ts";
import { suggestBodies } from "#app/domain/campaign/suggest-bodies.server.ts";
import { countNamed } from "#app/domain/recipient/list-named.server.ts";
import { readDraftStep } from "#app/http/read-draft-step.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { NOT_INDEXED, requireDraft } from "#app/http/require-draft.server.ts";
import { saveDraftPicture } from "#app/http/save-draft-picture.server.ts";
import { findVisitorAddress } from "#app/http/visitor-address.server.ts";
import { chosenGroup, readGroupChoice, visitorGroups } from "#app/http/visitor-groups.server.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const draft = await requireDraft(context, params.token);
  const { kind } = draft;
  const step = draftStep(kind, params.step ?? "");
  // Whom a letter goes to has a page of its own.
  if (!step || step === "to") throw new Response(null, { status: 404 });
  const { read } = context.db;
  const isWhom = step === "whom";
  const isYou = step === "you";
  const [picture, suggested, councils, address, groups, group] = await Promise.all([
    step === "picture" ? findPicture(read, draft.pictureId) : undefined,
    isWhom ? suggestBodies(context, draft) : [],
    isWhom ? listCouncils(read) : [],
    isYou && draft.email === "" ? findVisitorAddress(context, request) : undefined,
    isYou ? visitorGroups(context, request) : [],
    isYou ? chosenGroup(context, draft.groupId) : "",
  ]);
  const known = { ...draft, email: draft.email || (address ?? "") };
  const months = monthsUntil(draft.closesOn, context.clock.now());
  return {
    base: `/start/${params.token}`,
    ...{ kind, step },
    done: doneSteps(draft, await countNamed(read, draft.id)),
    values: { ...draftValues(known, { months, suggested }), group },
    groups,
    picture,
    whom: { suggested, councils: councils.map(({ gssCode, name }) => ({ value: gssCode, label: name })) },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, kind } = await requireDraft(context, params.token);
  const step = draftStep(kind, params.step ?? "");
  if (!step || step === "to") throw new Response(null, { status: 404 });
  const base = `/start/${params.token}`;
  const steps = draftSteps(kind);
  const next = `${base}/${steps[steps.indexOf(step) + 1] ?? "check"}`;
  if (step === "picture") {
    const taken = await saveDraftPicture(context, request, id);
    if (taken.errors) return data({ values: taken.values, errors: taken.errors }, taken.status);
    return redirect(taken.isDropped ? `${base}/picture` : next, 303);
  }
  const values = await readForm(request);
  const { part, errors } = await readDraftStep(context, { kind, step }, values);
  const groupId = step === "you" ? await readGroupChoice(context, request, values.group) : undefined;
  if (groupId !== undefined) part.campaign = { ...part.campaign, groupId };
  const saved = await saveDraft(context, { campaignId: id, part }, context.clock.now());
  if (saved === "gone") throw new Response(null, { status: 404 });
  if (Object.keys(errors).length > 0) return data({ values, errors }, 422);
  return redirect(values.intent === "suggest" ? `${base}/whom#body` : next, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  pageTitle(shown ? stepWords(shown.kind, shown.step).heading : "Start a petition");

export default function StartStepPage(): ReactElement {
  const { base, kind, step, done, values, groups, picture, whom } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const filled: Record<string, string> = sent ? sent.values : values;
  return (
    <StartPage {...{ kind, base, step, done, errors }}>
      {step === "picture" ? (
        <StartPicture picture={picture} alt={sent?.values.alt} errors={errors} next={`${base}/easy`} />
      ) : (
        <StartStep {...{ kind, step, errors, groups, whom }} values={filled} />
      )}
    </StartPage>
  );
}
