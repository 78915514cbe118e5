import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { pageTitle } from "#app/components/page-title.ts";
import { StoryStatementForm } from "#app/components/story-statement-form.tsx";
import { StoryStatementSent } from "#app/components/story-statement-sent.tsx";
import { NOT_INDEXED } from "#app/http/require-draft.server.ts";
import { ASKED_EACH_TIME } from "#app/http/story-headers.ts";
import { requireRepliedStory, takeStoryStatement } from "#app/http/take-story-statement.server.ts";

/** It shows the title of a story that its author may take back. */
export const headers: HeadersFunction = () => ({ ...ASKED_EACH_TIME, ...NOT_INDEXED });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { publicId, title, isInvented } = await requireRepliedStory(context, params.publicId);
  return {
    about: { title, path: `/stories/${publicId}`, isStory: true, isInvented },
    isSent: new URL(request.url).searchParams.has("sent"),
    showsMailbox: !context.settings.isProduction,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { publicId, storyId, councilGss } = await requireRepliedStory(context, params.publicId);
  const path = `/stories/${publicId}/reply`;
  return takeStoryStatement(context, request, { about: { storyId, councilGss }, path });
}

export const meta: MetaFunction = () => pageTitle("Reply to this story");

export default function StoryReplyPage(): ReactElement {
  const { about, isSent, showsMailbox } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (isSent && sent === undefined) return <StoryStatementSent {...{ about, showsMailbox }} />;
  const { values = {}, errors = {}, problem = "" } = sent ?? {};
  return <StoryStatementForm {...{ about, values, errors, problem }} />;
}
