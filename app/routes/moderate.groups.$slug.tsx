import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { counted, londonDay } from "#app/components/format.ts";
import { GROUP_STATE_WORDS } from "#app/components/group-words.ts";
import { ModerateGroupForms } from "#app/components/moderate-group-forms.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { countMembers } from "#app/domain/crew/members.server.ts";
import { groupPath, isGroupIn, PUBLIC_GROUP_STATES } from "#app/domain/group/group.ts";
import { listRunCampaigns } from "#app/domain/group/queries.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { actOnGroup } from "#app/http/moderate-group.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireModeratedGroup } from "#app/http/require-group.server.ts";

const DONE = {
  verified: "It is verified.",
  unverified: "The mark is taken back.",
  hidden: "It is hidden.",
  restored: "It is back.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { group, isOwn } = await requireModeratedGroup(context, request, params.slug);
  const { read } = context.db;
  const { slug, name, about, state, verifiedAt, verifiedWords, createdAt } = group;
  const [members, campaigns] = await Promise.all([
    countMembers(read, { kind: "group", id: group.id }),
    listRunCampaigns(read, group.id),
  ]);
  return {
    group: { slug, name, about, state, verifiedAt, checked: verifiedWords, createdAt },
    ...{ isOwn, members, campaigns },
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { group, moderatorId } = await requireModeratedGroup(context, request, params.slug);
  const form = await readForm(request);
  const acted = await actOnGroup(context, { slug: group.slug, moderatorId }, form, context.clock.now());
  if (acted.done !== undefined) return redirect(`/moderate/groups/${group.slug}?done=${acted.done}`, 303);
  return data({ values: form, errors: acted.errors, problem: acted.problem }, acted.status);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found?.group.name ?? "A group");

export default function ModerateGroup(): ReactElement {
  const { group, isOwn, members, campaigns, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ModeratePage
      title={group.name}
      up={{ href: "/moderate/groups", label: "Groups" }}
      errors={sent?.errors}
      problem={sent?.problem}
      saved={sent ? "" : done}
    >
      <DefinitionList
        rows={[
          { term: "Stands", value: <Chip {...GROUP_STATE_WORDS[group.state]} /> },
          { term: "Made", value: londonDay(group.createdAt) },
          {
            term: "Run by",
            value: `${counted(members.owners, "owner")}, ${counted(members.all - members.owners, "helper")}`,
          },
          {
            term: "Verified",
            value: group.verifiedAt === null ? "No" : `${londonDay(group.verifiedAt)}: ${group.checked}`,
          },
          { term: "About", value: <span className="mail-text">{group.about}</span> },
          ...(isGroupIn(PUBLIC_GROUP_STATES, group.state)
            ? [{ term: "Page", value: <a href={groupPath(group.slug)}>What everybody sees</a> }]
            : []),
        ]}
      />
      {campaigns.length === 0 ? null : (
        <>
          <h2>Under its name</h2>
          <ul className="organised plain-list">
            {campaigns.map(({ number, title }) => (
              <li key={number}>
                <a href={`/moderate/campaigns/${number}`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isOwn ? (
        <p>You run this group, so another moderator decides about it.</p>
      ) : (
        <ModerateGroupForms group={group} values={sent?.values ?? {}} errors={sent?.errors ?? {}} />
      )}
    </ModeratePage>
  );
}
