import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { HelpNow } from "#app/components/help-now.tsx";
import { Notice } from "#app/components/notice.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { StoryMarks } from "#app/components/story-marks.tsx";
import { StoryPage } from "#app/components/story-page.tsx";
import { markedFieldWords, storyStepWords } from "#app/components/story-words.ts";
import { storyDanger } from "#app/domain/story/danger.ts";
import { replaceMarks } from "#app/domain/story/replace-marks.server.ts";
import { doneStorySteps } from "#app/domain/story/steps.ts";
import { markStory } from "#app/domain/story/story-marks.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { NOT_INDEXED } from "#app/http/require-draft.server.ts";
import { requireTold } from "#app/http/require-story.server.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const story = await requireTold(context, params.token);
  const { content, revision } = story;
  const crisis = storyDanger(content);
  return {
    base: `/stories/tell/${params.token}`,
    done: doneStorySteps(story, content),
    marked: markStory(content),
    hasText: content.text !== "",
    revision,
    help: crisis.showHelp ? crisis.dangers : undefined,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id } = await requireTold(context, params.token);
  const { revision, field = "", replace = "" } = await readForm(request);
  const mark = replace === "all" ? ("all" as const) : { field, index: Number(replace) };
  const asked = { storyId: id, revision: Number(revision), mark };
  switch (await replaceMarks(context, asked, context.clock.now())) {
    case "replaced":
      return redirect(`/stories/tell/${params.token}/marks`, 303);
    case "old":
      return data({ isOld: true }, 409);
    case "gone":
      throw redirect(`/story/${params.token}`, 303);
  }
}

export const meta: MetaFunction = () => pageTitle(storyStepWords("marks").heading);

export default function StoryMarksPage(): ReactElement {
  const { base, done, marked, hasText, revision, help } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <StoryPage {...{ base, done }} step="marks" errors={{}}>
      {help === undefined ? null : <HelpNow dangers={help} />}
      {sent?.isOld ? (
        <Notice tone="waiting">
          <p role="alert">
            Your story has changed since this page was made. Nothing was replaced; look again.
          </p>
        </Notice>
      ) : null}
      {hasText ? null : (
        <p>
          There is no story to look at yet. <a href={`${base}/text`}>Write it first</a>.
        </p>
      )}
      {hasText && marked.length === 0 ? (
        <p>We found nothing. Read it once more yourself: would a neighbour or a teacher know your child?</p>
      ) : null}
      {marked.map(({ field, text, marks }) => (
        <section key={field}>
          <h2>{markedFieldWords(field)}</h2>
          <StoryMarks {...{ text, marks, revision }} name={field} />
        </section>
      ))}
      <p className="row">
        <ButtonLink href={`${base}/facts`}>Go on</ButtonLink>
        <ButtonLink tone="quiet" href={`${base}/text`}>
          Change it myself
        </ButtonLink>
      </p>
      {marked.length === 0 ? null : (
        <form method="post">
          <input type="hidden" name="revision" value={revision} />
          <Button tone="quiet" name="replace" value="all">
            Replace all of them as offered
          </Button>
        </form>
      )}
    </StoryPage>
  );
}
