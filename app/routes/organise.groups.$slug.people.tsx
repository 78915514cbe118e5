import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Choice } from "#app/components/choice.tsx";
import { OrganiseGroupPage } from "#app/components/organise-group-page.tsx";
import { InviteForm, LeaveForm, PeopleList } from "#app/components/organise-people.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { listOpenInvitations } from "#app/domain/crew/crew-invitations.server.ts";
import { listMembers } from "#app/domain/crew/members.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { groupPeople } from "#app/http/group-people.server.ts";
import { actOnPeople } from "#app/http/organise-people.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireMember } from "#app/http/require-group.server.ts";

const DONE = {
  invited: "They get a mail with a link that says yes.",
  taken_back: "The invitation is taken back. Its link no longer works.",
  removed: "They do not run it any more.",
  handed_over: "They own it now, as you do.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { group, visitor, role } = await requireMember(context, request, params.slug);
  const { db, keyring, clock } = context;
  const isOwner = role === "owner";
  const crew = { kind: "group", id: group.id } as const;
  const [people, invitations] = await Promise.all([
    listMembers(db.read, keyring, crew),
    isOwner ? listOpenInvitations(db.read, keyring, crew, clock.now()) : [],
  ]);
  const { slug, name, state } = group;
  return {
    group: { slug, name, state },
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
  const { group, visitor } = await requireMember(context, request, params.slug, { owners });
  const who = { groupId: group.id, accountId: visitor.accountId };
  const acted = await actOnPeople(groupPeople(context, who, context.clock.now()), form);
  if (acted.done === "left") return redirect("/organise", 303);
  if (acted.done !== undefined)
    return redirect(`/organise/groups/${group.slug}/people?done=${acted.done}`, 303);
  const { problem, errors } = acted;
  return data({ problem, errors, email: form.email ?? "", role: form.role ?? "" }, acted.status);
}

export const meta: MetaFunction = () => pageTitle("Who runs the group");

export default function GroupPeople(): ReactElement {
  const { group, isOwner, people, invitations, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const owners = people.filter(({ role }) => role === "owner");
  return (
    <OrganiseGroupPage
      group={group}
      title="Who runs it"
      lede="All of them run its petitions and open letters and get what people write to the group. Owners can also invite others, take lists of people who let the group write, and close it."
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      <PeopleList
        {...{ people, invitations, isOwner, errors }}
        handOver={{
          label: "Make them an owner",
          words: "They can do all that you can, and you cannot take it back: owners leave by themselves.",
        }}
      />
      {isOwner ? (
        <InviteForm email={sent?.email} error={errors.email}>
          <Choice
            name="role"
            label="As what"
            options={[
              { value: "editor", label: "Somebody who helps" },
              { value: "owner", label: "An owner, as you are" },
            ]}
            value={sent?.role}
          />
        </InviteForm>
      ) : null}
      <LeaveForm
        thing="group"
        isLastOwner={owners.length === 1 && owners.some(({ isVisitor }) => isVisitor)}
        error={errors["sure-leave"]}
      />
    </OrganiseGroupPage>
  );
}
