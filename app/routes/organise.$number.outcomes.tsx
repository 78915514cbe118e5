import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { OrganiseOutcomes } from "#app/components/organise-outcomes.tsx";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { OutcomeFields } from "#app/components/outcome-fields.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { isIn } from "#app/domain/campaign/campaign.ts";
import { outcomeForm } from "#app/domain/campaign/outcome-form.ts";
import { listOutcomes } from "#app/domain/campaign/outcomes.server.ts";
import { OUTCOME_STATES } from "#app/domain/campaign/proposal.ts";
import { proposeOutcome, withdrawOutcome } from "#app/domain/campaign/propose-outcome.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { doneWords } from "#app/http/done-words.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = {
  proposed: "A moderator looks at it before it is shown.",
  taken_back: "It is taken back.",
} as const;

const PROBLEMS = {
  unknown_ask: "That ask, or what you wanted to correct, has changed meanwhile. Look at it again.",
  demonstration: "This is a demonstration: nothing may be said here of what a real council did.",
  too_many: "That is enough for today. Try again tomorrow.",
  not_now: "Nothing can be told of it now.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const outcomes = await listOutcomes(context.db.read, context.keyring, campaign.id);
  const { number, title, state, isDemonstration } = campaign;
  const asked = new URL(request.url).searchParams.get("correct") ?? "";
  return {
    campaign: { number, title, state },
    asks: campaign.asks.map(({ position, text }) => ({ position, text })),
    outcomes,
    corrects: outcomes.find((one) => one.publicId === asked && one.state === "accepted"),
    isTellable: isIn(OUTCOME_STATES, state) && !isDemonstration,
    isDemonstration,
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number);
  const now = context.clock.now();
  const form = await readForm(request);
  const here = `/organise/${campaign.number}/outcomes`;
  if (form.intent === "take_back") {
    const publicId = form.outcome ?? "";
    if (await withdrawOutcome(context, { campaignId: campaign.id, publicId }, now))
      return redirect(`${here}?done=taken_back`, 303);
    return data({ problem: "A moderator has settled it meanwhile.", errors: {}, values: {} }, 409);
  }
  const parsed = outcomeForm(londonDay(now)).safeParse(form);
  if (!parsed.success) return data({ problem: "", errors: fieldErrors(parsed.error), values: form }, 422);
  const proposal = { campaignId: campaign.id, accountId: visitor.accountId, form: parsed.data };
  const outcome = await proposeOutcome(context, proposal, now);
  if (outcome === "proposed") return redirect(`${here}?done=proposed`, 303);
  return data({ problem: PROBLEMS[outcome], errors: {}, values: form }, 409);
}

export const meta: MetaFunction = () => pageTitle("What became of it");

export default function OrganiseOutcomesPage(): ReactElement {
  const { campaign, asks, outcomes, corrects, isTellable, isDemonstration, done } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const values: Record<string, string> = sent?.values ?? {};
  return (
    <OrganisePage
      campaign={campaign}
      title="What became of it"
      lede="Tell what each ask has come to, with a page that shows it. A moderator looks at it first."
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      <OrganiseOutcomes base={`/organise/${campaign.number}/outcomes`} asks={asks} outcomes={outcomes} />
      {isTellable ? (
        <OutcomeFields asks={asks} values={values} corrects={corrects} errors={errors} />
      ) : (
        <p>{isDemonstration ? PROBLEMS.demonstration : "It can be told once it is public."}</p>
      )}
    </OrganisePage>
  );
}
