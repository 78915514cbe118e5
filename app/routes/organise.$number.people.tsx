import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { kindWords } from "#app/components/kind-words.ts";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { InviteForm, LeaveForm, PeopleList } from "#app/components/organise-people.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { listOpenInvitations } from "#app/domain/crew/crew-invitations.server.ts";
import { findMemberRole, listMembers } from "#app/domain/crew/members.server.ts";
import { findPublisher } from "#app/domain/group/publisher.server.ts";
import { campaignPeople } from "#app/http/campaign-people.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { actOnPeople } from "#app/http/organise-people.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = {
  invited: "They get a mail with a link that says yes.",
  taken_back: "The invitation is taken back. Its link no longer works.",
  removed: "They do not run it any more.",
  handed_over: "They own it now. You help to run it.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, visitor, role } = await requireOrganiser(context, request, params.number);
  const { db, keyring, clock } = context;
  const isOwner = role === "owner";
  const crew = { kind: "campaign", id: campaign.id } as const;
  const [people, invitations, ownRole, group] = await Promise.all([
    listMembers(db.read, keyring, crew),
    isOwner ? listOpenInvitations(db.read, keyring, crew, clock.now()) : [],
    findMemberRole(db.read, crew, visitor.accountId),
    findPublisher(db.read, campaign.groupId),
  ]);
  return {
    campaign: { number: campaign.number, title: campaign.title, state: campaign.state },
    thing: kindWords(campaign.kind).one,
    isOwner,
    mayLeave: ownRole !== undefined,
    group: group?.isOpen ? group.name : "",
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
  const acts = campaignPeople(context, who, kindWords(campaign.kind).one, context.clock.now());
  const acted = await actOnPeople(acts, form);
  if (acted.done === "left") return redirect("/organise", 303);
  if (acted.done !== undefined)
    return redirect(`/organise/${campaign.number}/people?done=${acted.done}`, 303);
  return data({ problem: acted.problem, errors: acted.errors, email: form.email ?? "" }, acted.status);
}

export const meta: MetaFunction = () => pageTitle("Who runs it");

export default function OrganisePeople(): ReactElement {
  const { campaign, thing, isOwner, mayLeave, group, people, invitations, done } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const owners = people.filter(({ role }) => role === "owner");
  const isLastOwner = owners.length === 1 && owners.some(({ isVisitor }) => isVisitor);
  return (
    <OrganisePage
      campaign={campaign}
      title="Who runs it"
      lede="Owners can do everything. Those who help can change the text and tell what became of it."
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      <PeopleList
        {...{ people, invitations, isOwner, errors }}
        handOver={{
          label: "Hand it over",
          words: `They will own the ${thing}, and you will help to run it.`,
        }}
      />
      {group === "" ? null : <p>Those who run {group} run it too, as long as it belongs to the group.</p>}
      {isOwner ? <InviteForm email={sent?.email} error={errors.email} /> : null}
      {mayLeave ? <LeaveForm thing={thing} isLastOwner={isLastOwner} error={errors["sure-leave"]} /> : null}
    </OrganisePage>
  );
}
