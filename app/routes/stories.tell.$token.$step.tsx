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
import { StoryChanged } from "#app/components/story-changed.tsx";
import { StoryEmailQuestion } from "#app/components/story-email-question.tsx";
import { StoryPage } from "#app/components/story-page.tsx";
import { StoryStep } from "#app/components/story-step.tsx";
import { storyValues } from "#app/components/story-values.ts";
import { storyStepWords } from "#app/components/story-words.ts";
import { findArea, listUpperCouncils } from "#app/domain/area/queries.server.ts";
import { askedUses } from "#app/domain/story/asked-uses.server.ts";
import { changeConsents } from "#app/domain/story/change-consents.server.ts";
import { giveAddress } from "#app/domain/story/give-address.server.ts";
import { listSentences } from "#app/domain/story/pull-quotes.ts";
import { saveStoryStep } from "#app/domain/story/save-story-step.server.ts";
import { seenStep } from "#app/domain/story/seen-step.server.ts";
import { doneStorySteps, stepAfter, storyStep } from "#app/domain/story/steps.ts";
import { readUses } from "#app/domain/story/uses.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { readStoryStep } from "#app/http/read-story-step.server.ts";
import { NOT_INDEXED } from "#app/http/require-draft.server.ts";
import { requireTold } from "#app/http/require-story.server.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const story = await requireTold(context, params.token);
  const step = requireStep(params.step);
  // Once it was sent, the address has been proved and stays.
  if (step === "email" && story.state !== "draft") throw redirect(`/stories/tell/${params.token}/check`, 303);
  const { read } = context.db;
  const { content, councilGss, email, uses } = story;
  const isWhere = step === "where";
  const [council, councils] = await Promise.all([
    isWhere ? findArea(read, councilGss) : undefined,
    isWhere ? listUpperCouncils(read) : [],
  ]);
  return {
    base: `/stories/tell/${params.token}`,
    step,
    done: doneStorySteps(story, content),
    values: storyValues(content, { email, uses }),
    seen: seenStep(step, content),
    councilName: council?.name ?? "",
    councils: councils.map(({ gssCode, name }) => ({ value: gssCode, label: name })),
    sentences: step === "quote" ? listSentences(content.text) : [],
    uses: step === "consents" ? await askedUses(read, story) : [],
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const story = await requireTold(context, params.token);
  const step = requireStep(params.step);
  const now = context.clock.now();
  const values = await readForm(request);
  const next = `/stories/tell/${params.token}/${stepAfter(step)}`;
  if (step === "consents") {
    const uses = readUses(values);
    const changed = await changeConsents(context, { storyId: story.id, uses }, now);
    if (changed === "gone") throw new Response(null, { status: 404 });
    return redirect(next, 303);
  }
  const read = await readStoryStep(context, step, values, story);
  if ("errors" in read) return data({ values, errors: read.errors, isChanged: false, suggestion: "" }, 422);
  if ("suggestion" in read) return data({ values, errors: {}, isChanged: false, ...read }, 422);
  const { part, place, email } = read;
  const saved =
    email === undefined
      ? await saveStoryStep(context, { storyId: story.id, step, part, place, seen: values.seen }, now)
      : await giveAddress(context, { storyId: story.id, email }, now);
  switch (saved) {
    case "saved":
      return redirect(next, 303);
    case "changed":
      return data({ values, errors: {}, isChanged: true, suggestion: "" }, 409);
    case "gone":
      throw redirect(`/story/${params.token}`, 303);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  pageTitle(shown ? storyStepWords(shown.step).heading : "Tell your story");

export default function StoryStepPage(): ReactElement {
  const { base, step, done, values, ...others } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <StoryPage {...{ base, step, done, errors }}>
      {sent?.suggestion ? (
        <StoryEmailQuestion typed={sent.values.email ?? ""} suggestion={sent.suggestion} />
      ) : null}
      {sent?.isChanged ? <StoryChanged step={step} now={values} /> : null}
      <StoryStep {...{ step, errors }} values={sent?.values ?? values} {...others} />
    </StoryPage>
  );
}

function requireStep(text?: string) {
  const step = storyStep(text);
  // The marks have a page of their own.
  if (!step || step === "marks") throw new Response(null, { status: 404 });
  return step;
}
