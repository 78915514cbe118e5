import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { StorySharings } from "#app/components/story-manage.tsx";
import { findStoryByLink, listSharings } from "#app/domain/story/story-queries.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { NOT_INDEXED } from "#app/http/require-draft.server.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring } = context;
  const token = params.token ?? "";
  const story = await findStoryByLink(db.read, keyring, token);
  if (!story) throw new Response(null, { status: 404 });
  if (story.state === "withdrawn") throw redirect(`/story/${token}`, 303);
  const sharings = await listSharings(db.read, story.id);
  const isDraft = story.state === "draft";
  return {
    ...{ isDraft, sharings: sharings.map(({ words, at }) => ({ words, at })) },
    back: isDraft && story.way === "draft" ? `/stories/tell/${token}` : `/story/${token}`,
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  switch (await withdrawStory(context, token, context.clock.now())) {
    case "withdrawn":
      return redirect(`/story/${token}`, 303);
    case "deleted":
      return redirect("/story/deleted", 303);
    case "gone":
      throw new Response(null, { status: 404 });
  }
}

export const meta: MetaFunction = () => pageTitle("Take your story back");

export default function WithdrawStoryPage(): ReactElement {
  const { isDraft, sharings, back } = useLoaderData<typeof loader>();
  return (
    <div className="start">
      <PageHeading
        title={isDraft ? "Throw your story away?" : "Take your story back?"}
        lede={
          isDraft
            ? "Everything you wrote is deleted at once. It cannot be brought back."
            : "It leaves every page of this site at once, and we delete its words and your address. It cannot be brought back."
        }
      />
      {isDraft ? null : (
        <>
          <h2>Where it has gone already</h2>
          <StorySharings sharings={sharings} />
          {sharings.length === 0 ? null : <p>We cannot call those back.</p>}
        </>
      )}
      <form method="post" className="row">
        <Button tone="danger">{isDraft ? "Throw it away" : "Take it back for good"}</Button>
        <ButtonLink tone="quiet" href={back}>
          No, keep it
        </ButtonLink>
      </form>
    </div>
  );
}
