import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CampaignList } from "#app/components/campaign-card.tsx";
import { CampaignPicture } from "#app/components/campaign-picture.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { counted } from "#app/components/format.ts";
import { GroupContactForm } from "#app/components/group-contact-form.tsx";
import { GroupDeclared } from "#app/components/group-declared.tsx";
import { GroupVerified } from "#app/components/group-verified.tsx";
import { listedCard } from "#app/components/listed-card.ts";
import { CampaignText } from "#app/components/markdown.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { VerifiedMark } from "#app/components/verified-mark.tsx";
import { findArea } from "#app/domain/area/queries.server.ts";
import { countMembers } from "#app/domain/crew/members.server.ts";
import { groupPath } from "#app/domain/group/group.ts";
import { GroupMessageForm } from "#app/domain/group/group-message.ts";
import { takesMessages } from "#app/domain/group/group-messages.server.ts";
import { findGroupPicture } from "#app/domain/group/group-pictures.server.ts";
import { listGroupCampaigns } from "#app/domain/group/queries.server.ts";
import { writeToGroup } from "#app/domain/group/write-to-group.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requirePublicGroup } from "#app/http/require-group.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { read } = context.db;
  const group = await requirePublicGroup(context, params.slug);
  const [area, members, picture, campaigns, isWritable] = await Promise.all([
    group.gssCode === "" ? undefined : findArea(read, group.gssCode),
    countMembers(read, { kind: "group", id: group.id }),
    findGroupPicture(read, group.pictureId),
    listGroupCampaigns(read, group.id),
    takesMessages(read, group),
  ]);
  const { slug, name, about, state, declaredCount, declaredOf, declaredOn, isDemonstration } = group;
  const isOpen = state === "open";
  const running = campaigns.filter((campaign) => campaign.state === "open" || campaign.state === "paused");
  return {
    group: {
      ...{ slug, name, about, isOpen, declaredCount, declaredOf, declaredOn, isDemonstration },
      verifiedAt: isOpen ? group.verifiedAt : null,
      checked: group.verifiedWords,
    },
    area: area && { name: area.name, slug: area.slug },
    members,
    picture,
    isWritable,
    running: running.map((campaign) => listedCard(campaign)),
    ended: campaigns.filter((campaign) => !running.includes(campaign)).map((one) => listedCard(one)),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const group = await requirePublicGroup(context, params.slug);
  const values = await readForm(request);
  const parsed = GroupMessageForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const writing = { groupId: group.id, form: parsed.data, clientAddress: context.client.address };
  switch (await writeToGroup(context, writing, context.clock.now())) {
    case "taken":
      return redirect(`${groupPath(group.slug)}/check-your-email`, 303);
    case "too_many":
      return data(
        { values, errors: {}, problem: TOO_MANY },
        { status: 429, headers: { "Retry-After": "3600" } },
      );
    case "not_now":
      return data({ values, errors: {}, problem: "This group takes no messages now." }, 409);
  }
}

/** Says when to come back. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

const TOO_MANY = "Many messages have come from here in the last hour. Please try again in an hour.";

export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  found ? pageTitle(found.group.name, found.group.about.split("\n")[0]) : pageTitle("Group");

export default function GroupPage(): ReactElement {
  const { group, area, members, picture, isWritable, running, ended } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={
          <>
            <a href="/groups">Groups</a>
            {area === undefined ? null : (
              <>
                {" "}
                · <a href={`/councils/${area.slug}`}>{area.name}</a>
              </>
            )}{" "}
            {group.verifiedAt === null ? null : <VerifiedMark />}
          </>
        }
        title={group.name}
      />
      {sent === undefined || sent.problem === "" ? null : (
        <Notice tone="problem">
          <p role="alert">{sent.problem}</p>
        </Notice>
      )}
      {group.isOpen ? null : (
        <Notice tone="waiting">
          <p>This group has ended. What it published stays to be read.</p>
        </Notice>
      )}
      <GroupDeclared group={group} />
      {picture === undefined ? null : <CampaignPicture picture={picture} />}
      <div className="prose">
        <CampaignText markdown={group.about} />
      </div>
      {group.isOpen ? <GroupVerified checked={group.checked} verifiedAt={group.verifiedAt} /> : null}
      <p>{runWords(members)}</p>
      <Campaigns title="What you can sign" cards={running} />
      <Campaigns title="What has ended" cards={ended} />
      {running.length + ended.length === 0 ? <p>This group has published nothing here yet.</p> : null}
      {isWritable ? (
        <GroupContactForm name={group.name} values={sent?.values ?? {}} errors={errors} />
      ) : group.isDemonstration ? (
        <p className="soft">This group is invented, so nobody can write to it.</p>
      ) : null}
    </>
  );
}

function Campaigns({
  title,
  cards,
}: {
  title: string;
  cards: Parameters<typeof CampaignList>[0]["campaigns"];
}): ReactElement | null {
  if (cards.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <CampaignList campaigns={cards} />
    </>
  );
}

/** How many run it, and as what: nobody by name. */
function runWords({ all, owners }: { all: number; owners: number }): string {
  if (all === 0) return "Nobody runs it here.";
  const helpers = all - owners;
  const owned = `${counted(owners, "person owns", "people own")} this page`;
  return helpers === 0 ? `${owned}.` : `${owned}, ${counted(helpers, "more helps", "more help")} to run it.`;
}
