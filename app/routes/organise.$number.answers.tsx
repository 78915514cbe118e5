import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { kindWords } from "#app/components/kind-words.ts";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PostedForm } from "#app/components/posted-form.tsx";
import { PostedList } from "#app/components/posted-list.tsx";
import { isIn, LISTED_STATES } from "#app/domain/campaign/campaign.ts";
import { postAnswer } from "#app/domain/response/post-answer.server.ts";
import { postForm } from "#app/domain/response/post-form.ts";
import { listPosted, withdrawPosted } from "#app/domain/response/posted.server.ts";
import { findRepliers } from "#app/domain/response/repliers.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { doneWords } from "#app/http/done-words.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = {
  posted: "A moderator looks at it before it is shown.",
  taken_back: "It is taken back, for good.",
} as const;

const PROBLEMS = {
  answered_itself:
    "They have answered here themselves. Their own answer stands, and nobody else speaks for them.",
  unknown_recipient: "They are not among those it is addressed to any more. Look at the list again.",
  demonstration: "This is a demonstration: nothing may be said here of what somebody real answered.",
  too_many: "That is enough for today. Try again tomorrow.",
  not_now: "No reply can be posted now.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const { db, keyring, clock } = context;
  const { number, kind, title, state } = campaign;
  const [posted, repliers] = await Promise.all([
    listPosted(db.read, keyring, campaign.id),
    findRepliers(db.read, campaign, clock.now()),
  ]);
  return {
    campaign: { number, kind, title, state },
    asks: campaign.asks.map(({ position, text }) => ({ position, text })),
    posted,
    repliers: repliers.map(({ publicId, name, areaName }) => ({
      value: publicId,
      label: `${name}, ${areaName}`,
    })),
    isOpen: isIn(LISTED_STATES, state),
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number);
  const now = context.clock.now();
  const values = await readForm(request);
  const here = `/organise/${campaign.number}/answers`;
  if (values.intent === "take_back") {
    const posted = { campaignId: campaign.id, publicId: values.answer ?? "" };
    if (await withdrawPosted(context, posted, now)) return redirect(`${here}?done=taken_back`, 303);
    return data({ problem: "It stands no more.", errors: {}, values: {} }, 409);
  }
  const positions = [0, ...campaign.asks.map(({ position }) => position)];
  const days = { earliest: londonDay(campaign.createdAt), today: londonDay(now) };
  const form = postForm(positions, days).safeParse(values);
  if (!form.success) return data({ problem: "", errors: fieldErrors(form.error), values }, 422);
  const reply = { campaignId: campaign.id, accountId: visitor.accountId, form: form.data };
  const outcome = await postAnswer(context, reply, now);
  if (outcome === "posted") return redirect(`${here}?done=posted`, 303);
  return data({ problem: PROBLEMS[outcome], errors: {}, values }, outcome === "too_many" ? 429 : 409);
}

export const meta: MetaFunction = () => pageTitle("Replies you have received");

export default function OrganiseAnswers(): ReactElement {
  const { campaign, asks, posted, repliers, isOpen, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const values: Record<string, string> = sent?.values ?? {};
  const { one } = kindWords(campaign.kind);
  return (
    <OrganisePage
      campaign={campaign}
      title="Replies you have received"
      lede={`Those whom the ${one} is addressed to can answer it here themselves. What they wrote to you instead, you can post: word for word, and marked as posted by you.`}
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      <PostedList posted={posted} />
      {isOpen && repliers.length > 0 ? (
        <PostedForm {...{ repliers, asks, values, errors }} whole={`The ${one} as a whole`} />
      ) : (
        <p>
          {isOpen ? (
            <>
              Nobody is checked yet as somebody whom it is addressed to.{" "}
              <a href={`/organise/${campaign.number}/recipients`}>Whom it is addressed to</a>
            </>
          ) : (
            `Replies can be posted once the ${one} is public.`
          )}
        </p>
      )}
    </OrganisePage>
  );
}
