import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { HelpNow } from "#app/components/help-now.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { StoryArticle } from "#app/components/story-article.tsx";
import { StoryMissing, StoryRest } from "#app/components/story-check.tsx";
import { StorySteps } from "#app/components/story-page.tsx";
import { findArea } from "#app/domain/area/queries.server.ts";
import { maskedAddress } from "#app/domain/privacy/masked-address.ts";
import { askedUses } from "#app/domain/story/asked-uses.server.ts";
import { storyDanger } from "#app/domain/story/danger.ts";
import { sendStory } from "#app/domain/story/send-story.server.ts";
import { doneStorySteps, storyGaps } from "#app/domain/story/steps.ts";
import { countMarks } from "#app/domain/story/story-marks.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { NOT_INDEXED } from "#app/http/require-draft.server.ts";
import { requireTold } from "#app/http/require-story.server.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const story = await requireTold(context, params.token);
  const { content, councilGss, email, uses, way } = story;
  const crisis = storyDanger(content);
  const { read } = context.db;
  const [council, asked] = await Promise.all([findArea(read, councilGss), askedUses(read, story)]);
  return {
    base: `/stories/tell/${params.token}`,
    gaps: storyGaps(story),
    done: doneStorySteps(story, content),
    content,
    place: council?.shortName ?? "",
    on: londonDay(context.clock.now()),
    email: email === "" ? "" : maskedAddress(email),
    allowed: asked.filter(({ use }) => uses.includes(use)).map(({ words }) => words),
    markCount: countMarks(content),
    help: crisis.showHelp ? crisis.dangers : undefined,
    isProved: way !== "draft",
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const sent = await sendStory(context, token, context.clock.now());
  switch (sent.outcome) {
    case "mailed":
      return redirect(`/stories/tell/${token}/sent`, 303);
    case "sent":
    case "sent_already":
      return redirect(`/story/${sent.token}`, 303);
    case "incomplete":
      return data({ isIncomplete: true }, 422);
    case "gone":
      throw new Response(null, { status: 404 });
  }
}

export const meta: MetaFunction = () => pageTitle("Read it over and send it");

export default function StoryCheckPage(): ReactElement {
  const { base, gaps, done, content, place, on, email, allowed, markCount, help, isProved } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="start">
      <PageHeading
        kicker="Tell your story · the last page"
        title="Read it over and send it"
        lede="This is how others will read it. Read it once as somebody who knows your family: would they know it is you?"
      />
      {sent?.isIncomplete ? (
        <Notice tone="problem">
          <p role="alert">Something is still missing, so it has not been sent.</p>
        </Notice>
      ) : null}
      {help === undefined ? null : <HelpNow dangers={help} />}
      <StoryMissing {...{ base, gaps, markCount }} />
      {content.text === "" ? null : <StoryArticle story={{ ...content, place, on }} level={2} isOpen />}
      <StoryRest {...{ base, content, email, allowed }} />
      {gaps.length > 0 ? null : (
        <form method="post">
          <p>
            {isProved
              ? "A moderator reads it next. No word is changed without your yes."
              : `We mail a link to ${email}, so that we know it is you. Press the button there, and a moderator reads it.`}
          </p>
          <Button isWide>{isProved ? "Send my story" : "Mail me the link to send it"}</Button>
        </form>
      )}
      <StorySteps {...{ base, done }} />
    </div>
  );
}
