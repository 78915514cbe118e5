import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { pageTitle } from "#app/components/page-title.ts";
import { StoryStatementForm } from "#app/components/story-statement-form.tsx";
import { StoryStatementSent } from "#app/components/story-statement-sent.tsx";
import { findArea } from "#app/domain/area/queries.server.ts";
import { hasInventedStories } from "#app/domain/story/invented-stories.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { requireCouncil } from "#app/http/require-area.server.ts";
import { NOT_INDEXED } from "#app/http/require-draft.server.ts";
import { takeStoryStatement } from "#app/http/take-story-statement.server.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug, name, gssCode } = await requireToldCouncil(context, params.slug);
  const title = `What families say: ${name}`;
  const isInvented = await hasInventedStories(context.db.read, gssCode);
  return {
    about: { title, path: `/councils/${slug}/stories`, isStory: false, isInvented },
    isSent: new URL(request.url).searchParams.has("sent"),
    showsMailbox: !context.settings.isProduction,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { slug, gssCode } = await requireToldCouncil(context, params.slug);
  const about = { storyId: "", councilGss: gssCode };
  return takeStoryStatement(context, request, { about, path: `/councils/${slug}/reply` });
}

export const meta: MetaFunction = () => pageTitle("Reply to what families say");

export default function CouncilReplyPage(): ReactElement {
  const { about, isSent, showsMailbox } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (isSent && sent === undefined) return <StoryStatementSent {...{ about, showsMailbox }} />;
  const { values = {}, errors = {}, problem = "" } = sent ?? {};
  return <StoryStatementForm {...{ about, values, errors, problem }} />;
}

/** A council that runs education; a district leads to its county. @throws Response */
async function requireToldCouncil(context: RequestContext, key: string | undefined) {
  const council = await requireCouncil(context, key);
  const county = council.kind === "district" ? await findArea(context.db.read, council.parentGss) : undefined;
  if (county) throw redirect(`/councils/${county.slug}/reply`, 303);
  return council;
}
