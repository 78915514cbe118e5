import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ChangedPictures } from "#app/components/change-facts.tsx";
import { Chip } from "#app/components/chip.tsx";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { londonDay } from "#app/components/format.ts";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { PROPOSAL_CHIPS } from "#app/components/moderate-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { SettleForm } from "#app/components/settle-form.tsx";
import { TextComparison } from "#app/components/text-comparison.tsx";
import { findMemberRole } from "#app/domain/crew/members.server.ts";
import { readGroupChange } from "#app/domain/group/read-group-change.server.ts";
import { settleGroupChange } from "#app/domain/group/settle-group-change.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { settleProposal } from "#app/http/settle-proposal.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const { db, keyring } = context;
  const found = await readGroupChange(db.read, keyring, params.publicId ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { group, state, note, createdAt, parts, pictures } = found;
  const role = await findMemberRole(db.read, { kind: "group", id: group.id }, accountId);
  return {
    change: { state, note, createdAt, parts, pictures },
    group: { slug: group.slug, name: group.name, isVerified: group.verifiedAt !== null },
    isNew: group.openedAt === null,
    isOwn: role !== undefined,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const asked = { publicId: params.publicId, settle: settleGroupChange, thing: "group" };
  const refused = await settleProposal(context, request, asked);
  return refused ? data(refused, refused.status) : redirect("/moderate/groups", 303);
}

export const meta: MetaFunction = () => pageTitle("What a group would say");

export default function ModerateGroupChange(): ReactElement {
  const { change, group, isNew, isOwn } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ModeratePage
      title={group.name}
      lede={isNew ? "A group that waits to be let in" : "A change to what a group says of itself"}
      up={{ href: "/moderate/groups", label: "Groups" }}
      errors={sent?.errors}
      problem={sent?.problem}
    >
      <DefinitionList
        rows={[
          { term: "Stands", value: <Chip {...PROPOSAL_CHIPS[change.state]} /> },
          { term: "Sent", value: londonDay(change.createdAt) },
          {
            term: "Group",
            value: <a href={`/moderate/groups/${group.slug}`}>Its page on the moderators’ desk</a>,
          },
          ...(change.note === ""
            ? []
            : [{ term: "Note to the group", value: <span className="mail-text">{change.note}</span> }]),
        ]}
      />
      {change.pictures === undefined ? null : <ChangedPictures pictures={change.pictures} />}
      <h2>{isNew ? "What it says" : "What would change"}</h2>
      <TextComparison parts={change.parts} left="Now" right="As sent" />
      {change.state !== "waiting" ? null : isOwn ? (
        <p>You run this group, so another moderator decides about it.</p>
      ) : (
        <SettleForm
          options={[
            {
              value: "accepted",
              label: isNew ? "Let it in" : "Accept it",
              hint: group.isVerified
                ? "Under another name it is not verified any more until somebody looks again."
                : "Everybody can read it then. Whether the group is who it says is for you to verify afterwards, if you can.",
            },
            { value: "declined", label: isNew ? "Do not let it in" : "Decline it" },
          ]}
          values={sent?.values ?? {}}
          errors={sent?.errors ?? {}}
        />
      )}
    </ModeratePage>
  );
}
