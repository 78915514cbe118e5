import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { DangerProcedure } from "#app/components/danger-procedure.tsx";
import { ModerateClaim } from "#app/components/moderate-claim.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { StoryCourtRules } from "#app/components/story-court-rules.tsx";
import {
  StoryDecide,
  StoryReviewAgain,
  StorySecondLook,
  StoryTakeDown,
} from "#app/components/story-decide.tsx";
import { StoryHistory } from "#app/components/story-history.tsx";
import { PassOnRequest } from "#app/components/story-request.tsx";
import { StoryReview } from "#app/components/story-review.tsx";
import { StorySuggest } from "#app/components/story-suggest.tsx";
import { storyStateWords } from "#app/components/story-words.ts";
import { hasRole } from "#app/domain/account/account.ts";
import { listConsents, standingUses } from "#app/domain/story/consents.server.ts";
import { storyDanger } from "#app/domain/story/danger.ts";
import { findMarks } from "#app/domain/story/marks.ts";
import { isOwnStory } from "#app/domain/story/own-story.server.ts";
import { findReviewedStory } from "#app/domain/story/review-queries.server.ts";
import { type SecondLookSign, secondLookSigns } from "#app/domain/story/second-look.ts";
import { APPEALED, TAKEN_UP } from "#app/domain/story/story.ts";
import { listDecisions, storySubject } from "#app/domain/story/story-decisions.server.ts";
import { MARKED_FIELDS } from "#app/domain/story/story-marks.ts";
import { findWaitingSuggestion, listSuggestions } from "#app/domain/story/suggestions.server.ts";
import { needsSenior, needsTwo, publishingGap } from "#app/domain/story/two-moderators.ts";
import { actOnClaim, readClaim } from "#app/http/claim-actions.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { reviewStory } from "#app/http/review-story.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { moderator, story } = await requireReviewed(context, request, params.publicId);
  const { db, keyring } = context;
  const { id, addressHash: _, approvers, content, needsSecond, isUrgent, ...shown } = story;
  const judged = { needsSecond, isUrgent, court: content.court };
  const isTwo = needsTwo(judged) || needsSenior(judged);
  const crisis = storyDanger(content);
  const danger = MARKED_FIELDS.map((field) => content[field]).join("\n\n");
  const [claim, decisions, suggestions, waiting, consents] = await Promise.all([
    readClaim(context, { subject: storySubject(id), accountId: moderator.moderatorId }),
    listDecisions(db.read, keyring, id),
    listSuggestions(db.read, keyring, id),
    findWaitingSuggestion(db.read, keyring, story),
    listConsents(db.read, id),
  ]);
  return {
    story: { ...shown, content },
    texts: MARKED_FIELDS.filter((field) => content[field] !== "").map((field) => {
      return { field, text: content[field], marks: findMarks(content[field]) };
    }),
    danger: { text: danger, crisis },
    isTwo,
    signs: isTwo ? secondLookSigns(content, crisis.dangers) : [],
    uses: standingUses(consents),
    isApproved: approvers.length > 0,
    gap: publishingGap(judged, { ...moderator, approvers }),
    mayApprove: isTwo && !approvers.includes(moderator.moderatorId),
    ...{ claim, decisions, suggestions, isOffered: waiting !== undefined },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { moderator, story } = await requireReviewed(context, request, params.publicId);
  const { publicId, id } = story;
  const values = await readForm(request);
  const here = redirect(`/moderate/stories/${publicId}`, 303);
  const claim = { subject: storySubject(id), accountId: moderator.moderatorId };
  const claimed = await actOnClaim(context, claim, values);
  if (claimed === "done") return here;
  if (claimed === "held")
    return data({ values, errors: {}, problem: "Another moderator has this in hand by now." }, 409);
  const reviewed = await reviewStory(context, { publicId, ...moderator }, values);
  if (!reviewed.ok) {
    const { errors, problem, status } = reviewed;
    return data({ values, errors, problem }, status);
  }
  return values.intent === "decide" ? redirect("/moderate/stories", 303) : here;
}

export const meta: MetaFunction = () => pageTitle("A story");

/** Found by words: too much rather than too little. */
const SECOND_LOOK_WORDS: Record<SecondLookSign, string> = {
  court_case: "there is or may be a court, care or police case",
  live_tribunal: "a tribunal may be going on",
  abuse: "it may tell of abuse or of force against a child",
  named_officer: "it names somebody who works with children",
};

const ASKED_BY_AUTHOR: Record<string, string> = {
  [APPEALED]: "Its author asks for another moderator than whoever rejected it: they do not decide again.",
  [TAKEN_UP]: "Its author has taken it back to change it. Nothing is decided until they send it again.",
};

export default function ModerateStory(): ReactElement {
  const { story, texts, danger, isTwo, signs, isApproved, gap, mayApprove, ...rest } =
    useLoaderData<typeof loader>();
  const { claim, decisions, suggestions, isOffered, uses } = rest;
  const sent = useActionData<typeof action>();
  const values: Record<string, string> = sent?.values ?? {};
  const errors: Record<string, string> = sent?.errors ?? {};
  const { state, content, revision } = story;
  const form = { values, errors };
  const isMine = claim === undefined || claim.isMine;
  const isGone = content.text === "";
  return (
    <ModeratePage
      title={isGone ? "A story that is kept no longer" : content.title}
      lede={
        <>
          <Chip words={storyStateWords(state).chip} tone={state === "published" ? "ok" : "waiting"} />{" "}
          {isTwo && state === "in_review"
            ? isApproved
              ? "One moderator has approved it."
              : "Two moderators look at this one."
            : null}{" "}
          {ASKED_BY_AUTHOR[story.reason]}
        </>
      }
      up={{ href: "/moderate/stories", label: "Stories of families" }}
      errors={errors}
      problem={sent?.problem}
    >
      {signs.length > 0 && state === "in_review" ? (
        <p>Why two: {signs.map((sign) => SECOND_LOOK_WORDS[sign]).join("; ")}.</p>
      ) : null}
      <DangerProcedure {...danger} />
      {isGone ? (
        <p>Its words are deleted. What is left is that there was one.</p>
      ) : (
        <>
          <StoryCourtRules court={content.court} />
          {state === "in_review" ? <ModerateClaim claim={claim} /> : null}
          <StoryReview {...{ content, texts }} council={story.council} />
        </>
      )}
      {state === "in_review" && isMine ? (
        <>
          {isOffered ? (
            <p>The author has not answered the last suggestion. What you decide is about the text above.</p>
          ) : (
            <StorySuggest {...{ content, revision }} {...form} />
          )}
          {isTwo ? null : <StorySecondLook {...form} />}
          <StoryDecide {...{ revision, gap, mayApprove }} {...form} />
        </>
      ) : null}
      {state === "published" ? (
        <>
          {isOffered ? (
            <p>The author has not answered the last suggestion. The story stands as it is until they do.</p>
          ) : (
            <StorySuggest {...{ content, revision }} {...form} />
          )}
          <PassOnRequest uses={uses} {...form} />
          <StoryTakeDown {...form} />
        </>
      ) : null}
      {state === "rejected" && !isGone ? <StoryReviewAgain /> : null}
      <StoryHistory {...{ decisions, suggestions }} />
    </ModeratePage>
  );
}

/** A story that was sent, and the moderator who reads it; nobody reads here what they told themselves. */
async function requireReviewed(context: RequestContext, request: Request, publicId = "") {
  const visitor = await requireRole(context, request, "moderator");
  const moderator = { moderatorId: visitor.accountId, isAdmin: hasRole(visitor, "admin") };
  const story = await findReviewedStory(context.db.read, context.keyring, publicId);
  if (!story) throw new Response(null, { status: 404 });
  if (await isOwnStory(context.db.read, story, visitor.accountId)) throw new Response(null, { status: 403 });
  return { moderator, story };
}
