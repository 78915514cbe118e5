import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { InviteForm, LeaveForm, PeopleList } from "#app/components/organise-people.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { listInvitations } from "#app/domain/campaign/invitations.server.ts";
import { listOrganisers } from "#app/domain/campaign/organisers.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { actOnPeople } from "#app/http/organise-people.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = {
  invited: "They get a mail with a link that says yes.",
  taken_back: "The invitation is taken back. Its link no longer works.",
  removed: "They do not run this petition any more.",
  handed_over: "They own this petition now. You help to run it.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, visitor, role } = await requireOrganiser(context, request, params.number);
  const { db, keyring, clock } = context;
  const isOwner = role === "owner";
  const [people, invitations] = await Promise.all([
    listOrganisers(db.read, keyring, campaign.id),
    isOwner ? listInvitations(db.read, keyring, campaign.id, clock.now()) : [],
  ]);
  return {
    campaign: { number: campaign.number, title: campaign.title, state: campaign.state },
    isOwner,
    people: people.map(({ key, role: theirs, address, accountId }) => {
      const isVisitor = accountId === visitor.accountId;
      return { key, role: theirs, isVisitor, address: isOwner || isVisitor ? address : "" };
    }),
    invitations,
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const owners = form.intent !== "leave";
  const { campaign, visitor } = await requireOrganiser(context, request, params.number, { owners });
  const who = { campaignId: campaign.id, accountId: visitor.accountId };
  const acted = await actOnPeople(context, who, form, context.clock.now());
  if (acted.done === "left") return redirect("/organise", 303);
  if (acted.done !== undefined)
    return redirect(`/organise/${campaign.number}/people?done=${acted.done}`, 303);
  return data({ problem: acted.problem, errors: acted.errors, email: form.email ?? "" }, acted.status);
}

export const meta: MetaFunction = () => pageTitle("Who runs the petition");

export default function OrganisePeople(): ReactElement {
  const { campaign, isOwner, people, invitations, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const isLastOwner = isOwner && people.filter(({ role }) => role === "owner").length === 1;
  return (
    <OrganisePage
      campaign={campaign}
      title="Who runs it"
      lede="Owners can do everything. Those who help can change the text and tell what became of it."
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      <PeopleList people={people} invitations={invitations} isOwner={isOwner} errors={errors} />
      {isOwner ? <InviteForm email={sent?.email} error={errors.email} /> : null}
      <LeaveForm isLastOwner={isLastOwner} error={errors["sure-leave"]} />
    </OrganisePage>
  );
}
