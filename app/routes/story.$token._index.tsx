import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { HelpNow } from "#app/components/help-now.tsx";
import { LinkProblem } from "#app/components/link-problem.tsx";
import { Notice } from "#app/components/notice.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { StoryManage } from "#app/components/story-manage.tsx";
import { storyValues } from "#app/components/story-values.ts";
import { findArea } from "#app/domain/area/queries.server.ts";
import { maskedAddress } from "#app/domain/privacy/masked-address.ts";
import { appealStory, mayAppealStory } from "#app/domain/story/appeal-story.server.ts";
import { askedUses } from "#app/domain/story/asked-uses.server.ts";
import { changeConsents } from "#app/domain/story/change-consents.server.ts";
import { compareWording } from "#app/domain/story/compare-wording.ts";
import { storyDanger } from "#app/domain/story/danger.ts";
import { listRequests } from "#app/domain/story/pass-on-request.server.ts";
import { sendStory } from "#app/domain/story/send-story.server.ts";
import { storyGaps } from "#app/domain/story/steps.ts";
import { APPEALED, TAKEN_UP } from "#app/domain/story/story.ts";
import { findStandingDecision } from "#app/domain/story/story-decisions.server.ts";
import { findStoryByLink, listSharings } from "#app/domain/story/story-queries.server.ts";
import { findWaitingSuggestion } from "#app/domain/story/suggestions.server.ts";
import { takeUpAgain } from "#app/domain/story/take-up-again.server.ts";
import { readUses } from "#app/domain/story/uses.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { answerSuggestion } from "#app/http/answer-suggestion.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { NOT_INDEXED } from "#app/http/require-draft.server.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, keyring, clock } = context;
  const token = params.token ?? "";
  const found = await findStoryByLink(db.read, keyring, token);
  if (!found) return data({ story: undefined, token: "", help: undefined, isSaved: false }, 404);
  // The page on which it is written has no more to offer than that page itself.
  if (found.way === "draft" && found.state === "draft") throw redirect(`/stories/tell/${token}`, 303);
  const { id, state, reason, content, publicId, councilGss, email, uses, publishedAt, withdrawnAt } = found;
  const isTakenUp = state === "changes_requested" && reason === TAKEN_UP;
  const [council, asked, sharings, decision, requests, suggested, mayAppeal] = await Promise.all([
    findArea(db.read, councilGss),
    askedUses(db.read, found),
    listSharings(db.read, id),
    isTakenUp ? undefined : findStandingDecision(db.read, keyring, found),
    found.way === "draft" ? [] : listRequests(db.read, keyring, id),
    found.way === "draft" ? undefined : findWaitingSuggestion(db.read, keyring, found),
    found.way !== "draft" && mayAppealStory(db.read, found),
  ]);
  const isWaiting = state === "draft" || state === "in_review";
  const crisis = isWaiting ? storyDanger(content) : undefined;
  return {
    story: {
      ...{ state, content, publicId, withdrawnAt },
      place: council?.shortName ?? "",
      on: londonDay(publishedAt ?? clock.now()),
      email: email === "" ? "" : maskedAddress(email),
      uses: asked.filter(({ use }) => use !== "publish"),
      allowed: storyValues(content, { email: "", uses }),
      gaps: storyGaps(found),
      ...{ decision, requests, isTakenUp, mayAppeal, isAppealed: reason === APPEALED },
      suggestion: suggested && {
        publicId: suggested.publicId,
        why: suggested.wording.why,
        parts: compareWording(content, suggested.wording),
      },
      sharings: sharings.map(({ words, at }) => ({ words, at })),
    },
    token,
    help: crisis?.showHelp ? crisis.dangers : undefined,
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const values = await readForm(request);
  const now = context.clock.now();
  if (values.intent === "uses") {
    const found = await findStoryByLink(context.db.read, context.keyring, token);
    if (!found) return data({ isIncomplete: false }, 404);
    await changeConsents(context, { storyId: found.id, uses: readUses(values) }, now);
    return redirect(`/story/${token}?saved=1`, 303);
  }
  if (values.intent === "suggestion") {
    const answered = await answerSuggestion(context, token, values);
    if (answered === "gone") return data({ isIncomplete: false }, 404);
    if (answered === "old") return data({ isIncomplete: false, isOld: true }, 409);
    return redirect(`/story/${token}?saved=1`, 303);
  }
  if (values.intent === "take_up" || values.intent === "appeal") {
    const outcome = await (values.intent === "appeal" ? appealStory : takeUpAgain)(context, token, now);
    if (outcome === "gone") return data({ isIncomplete: false }, 404);
    return redirect(`/story/${token}`, 303);
  }
  if (values.intent !== "send") throw new Response(null, { status: 400 });
  const sent = await sendStory(context, token, now);
  switch (sent.outcome) {
    case "sent":
    case "sent_already":
      return redirect(`/story/${sent.token}`, 303);
    case "mailed":
      return redirect(`/stories/tell/${token}/sent`, 303);
    case "incomplete":
      return data({ isIncomplete: true }, 422);
    case "gone":
      return data({ isIncomplete: false }, 404);
  }
}

export const meta: MetaFunction = () => pageTitle("Your story");

export default function StoryRoute(): ReactElement {
  const { story, token, help, isSaved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (!story) return <LinkProblem />;
  return (
    <>
      {isSaved ? (
        <Notice tone="ok">
          <p role="status">Saved.</p>
        </Notice>
      ) : null}
      {sent && "isOld" in sent ? (
        <Notice tone="waiting">
          <p role="alert">
            Your story was changed or decided since that wording was suggested, so nothing was done.
          </p>
        </Notice>
      ) : null}
      {sent?.isIncomplete ? (
        <Notice tone="problem">
          <p role="alert">Something is still missing, so it has not been sent.</p>
        </Notice>
      ) : null}
      {help === undefined ? null : <HelpNow dangers={help} />}
      <StoryManage story={story} token={token} />
    </>
  );
}
