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
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findCouncilBySlug } from "#app/domain/area/queries.server.ts";
import { VISIBLE_STATES } from "#app/domain/campaign/campaign.ts";
import { findByNumber, findCampaign } from "#app/domain/campaign/queries.server.ts";
import { placeByCouncil } from "#app/domain/story/place-story.server.ts";
import { startStory } from "#app/domain/story/start-story.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { STORY_TARGET_DAYS } from "#app/policy-stories.ts";

/** From where somebody comes: a council's page, a campaign's, or neither. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return { council: searchParams.get("council") ?? "", campaign: searchParams.get("campaign") ?? "" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const asked = {
    councilGss: await findCouncil(context, values.council),
    campaignId: await findCampaignId(context, values.campaign),
    clientAddress: context.client.address,
  };
  const started = await startStory(context, asked, context.clock.now());
  if (started === "limited")
    return data({ isLimited: true }, { status: 429, headers: { "Retry-After": "3600" } });
  return redirect(`/stories/tell/${started.token}/who`, 303);
}

async function findCouncil({ db }: RequestContext, slug = ""): Promise<string> {
  const council = await findCouncilBySlug(db.read, slug);
  const place = council && (await placeByCouncil(db.read, council.gssCode));
  return place?.councilGss ?? "";
}

async function findCampaignId({ db }: RequestContext, number = ""): Promise<string> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return "";
  const found = await findByNumber(db.read, Number(number));
  if (!found || !VISIBLE_STATES.some((state) => state === found.state)) return "";
  return (await findCampaign(db.read, found.kind, found.slug))?.id ?? "";
}

/** A refusal says when to come back. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction = () =>
  pageTitle("Tell your story", "What happened to your family, told so that nobody can recognise your child.");

export default function NewStory(): ReactElement {
  const { council, campaign } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="start">
      {sent?.isLimited ? (
        <Notice tone="problem">
          <p role="alert">Many stories were begun from here within the hour. Please try again later.</p>
        </Notice>
      ) : null}
      <PageHeading
        title="Tell your story"
        lede="One family’s story can be brushed aside. Forty from one council cannot. You tell what happened; nobody learns who you are."
      />
      <form method="post">
        <input type="hidden" name="council" value={council} />
        <input type="hidden" name="campaign" value={campaign} />
        <Button>Begin</Button>
      </form>
      <p className="soft">
        One question a page, no account. Beginning sends nothing: you can look at every question first.
      </p>
      <h2>What people will see</h2>
      <ul>
        <li>your words, with the name of your council and who tells them: “a parent”, for example</li>
        <li>no name, no school, no town, no date of birth; we help you to find them in what you wrote</li>
        <li>
          what you tick about it, like months out of school, only added up with many other families, never
          beside your story
        </li>
      </ul>
      <h2>What happens to it</h2>
      <ol>
        <li>You write, and can stop and go on another day, on any phone or computer.</li>
        <li>You say what we may do with it. Each yes can be taken back.</li>
        <li>
          A moderator reads it, mostly within {STORY_TARGET_DAYS} days, and asks you before a word is changed.
        </li>
        <li>It is published. You can take it back at any time, at once and for good.</li>
      </ol>
      <p>
        Are you under 16? Please ask somebody you trust to tell it with you. If you need somebody to talk to
        now, Childline is free on <a href="tel:08001111">0800 1111</a>.
      </p>
    </div>
  );
}
