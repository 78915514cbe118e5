import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { londonDay, londonTime, people } from "#app/components/format.ts";
import { Notice } from "#app/components/notice.tsx";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findMemberRole, listMembers } from "#app/domain/crew/members.server.ts";
import { countContacts, listExports } from "#app/domain/group/contacts.server.ts";
import { groupPath } from "#app/domain/group/group.ts";
import { findPublisher } from "#app/domain/group/publisher.server.ts";
import { CURRENT_NOTICES, noticeWords } from "#app/domain/privacy/notices.ts";
import { doneWords } from "#app/http/done-words.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";
import { CONTACT_EXPORTS_PER_DAY } from "#app/policy-groups.ts";

const PROBLEMS = {
  nobody: "Nobody has agreed yet, so there is no list.",
  too_many: `The list was taken ${CONTACT_EXPORTS_PER_DAY} times today. Use the one you have, or come back tomorrow.`,
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number);
  const { db, keyring } = context;
  const { read } = db;
  const { id, number, title, state } = campaign;
  const publisher = await findPublisher(read, campaign.groupId);
  const crew = { kind: "group", id: publisher?.id ?? "" } as const;
  const [role, count, past, members] = await Promise.all([
    findMemberRole(read, crew, visitor.accountId),
    publisher ? countContacts(read, { campaignId: id, groupId: publisher.id }) : 0,
    listExports(read, id),
    listMembers(read, keyring, crew),
  ]);
  const isOwner = role === "owner";
  const addresses = new Map(members.map(({ accountId, address }) => [accountId, address]));
  return {
    campaign: { number, title, state },
    publisher,
    isOwner,
    count,
    exports: past.map(({ accountId, at, detail }) => ({
      at,
      detail,
      by: accountId === visitor.accountId ? "You" : (isOwner && addresses.get(accountId)) || "Somebody else",
    })),
    problem: doneWords(request, PROBLEMS),
  };
}

export const meta: MetaFunction = () => pageTitle("Who lets the group write");

export default function OrganiseContacts(): ReactElement {
  const { campaign, publisher, isOwner, count, exports, problem } = useLoaderData<typeof loader>();
  return (
    <OrganisePage
      campaign={campaign}
      title="Who lets the group write"
      lede="People who sign can tick a box that lets the group write to them itself. It is never ticked beforehand."
      problem={problem}
    >
      {publisher === undefined ? (
        <p>
          It belongs to no group. You can publish it under one in the{" "}
          <a href={`/organise/${campaign.number}/settings`}>settings</a>.
        </p>
      ) : (
        <>
          <p>
            What they tick says: “{noticeWords(CURRENT_NOTICES.contact, publisher.name)}”. They can take it
            back at any time; then they are not in the next list.
          </p>
          {publisher.isVerified ? null : (
            <Notice tone="waiting">
              <p>
                <a href={groupPath(publisher.slug)}>{publisher.name}</a> is not verified. Only a group that a
                moderator has checked may ask for this or take a list: people must know whom they trust with
                their address.
              </p>
            </Notice>
          )}
          <p>
            <b>{people(count)}</b> {count === 1 ? "lets" : "let"} {publisher.name} write.
          </p>
          {publisher.isVerified && count > 0 ? <TakeList number={campaign.number} isOwner={isOwner} /> : null}
        </>
      )}
      {exports.length === 0 ? null : (
        <>
          <h2>Who had a list</h2>
          <ul className="organised plain-list">
            {exports.map(({ at, by, detail }) => (
              <li key={`${at} ${detail}`}>
                <b>{by}</b> on {londonDay(at)} at {londonTime(at)}: {detail}
              </li>
            ))}
          </ul>
        </>
      )}
    </OrganisePage>
  );
}

function TakeList({ number, isOwner }: { number: number; isOwner: boolean }): ReactElement {
  if (!isOwner)
    return <p>An owner of the group can take the list: people have let the group write, nobody else.</p>;
  return (
    <>
      <h2>Take the list</h2>
      <p>
        It has names and e-mail addresses, and the day they agreed. From then on your group answers for it by
        law (UK GDPR):
      </p>
      <ul>
        <li>Write only about what your group does, say who you are, and let people stop with one press.</li>
        <li>
          Take a new list before you write again and delete the old one: some will have changed their minds.
        </li>
        <li>Give it to nobody else.</li>
      </ul>
      <form method="post" action={`/organise/${number}/contacts.csv`}>
        <Button>Download the list (CSV)</Button>
      </form>
      <p className="soft">
        Each time is written down with your address, and shown below to those who run this.
      </p>
    </>
  );
}
