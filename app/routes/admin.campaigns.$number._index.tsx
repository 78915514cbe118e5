import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Chip } from "#app/components/chip.tsx";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { calendarDay, figure, londonDayOfYear } from "#app/components/format.ts";
import { LIFE_WORDS } from "#app/components/life-words.ts";
import { ModerateHistory } from "#app/components/moderate-history.tsx";
import { STATE_WORDS } from "#app/components/moderate-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { isIn, VISIBLE_STATES } from "#app/domain/campaign/campaign.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { LIFE_ACTS, lifeActs } from "#app/domain/campaign/life.ts";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { listMoves } from "#app/domain/moderation/campaign-moves.server.ts";
import { requireModerated } from "#app/http/require-moderated.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, keyring } = context;
  const { campaign, isAdmin, isOwn } = await requireModerated(context, request, params.number);
  const { id, number, kind, title, slug, state, closesOn, closedAt, organiserName } = campaign;
  const asked = new URL(request.url).searchParams.get("done");
  return {
    campaign: { number, kind, title, slug, state, closesOn, closedAt, organiserName },
    isVisible: isIn(VISIBLE_STATES, state),
    isOwn,
    done: LIFE_ACTS.find((act) => act === asked),
    acts: isOwn ? [] : lifeActs(state, isAdmin ? "admin" : "moderator"),
    count: await countSignatures(db.read, id),
    moves: await listMoves(db.read, keyring, id),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.campaign.title ?? "A campaign");

export default function AdminCampaign(): ReactElement {
  const { campaign, isVisible, isOwn, done, acts, count, moves } = useLoaderData<typeof loader>();
  const { number, kind, title, slug, state, closesOn, closedAt, organiserName } = campaign;
  return (
    <AdminPage title={title} saved={done === undefined ? undefined : LIFE_WORDS[done].done}>
      <p>
        <Chip words={STATE_WORDS[state]} tone={state === "open" ? "ok" : "plain"} />
      </p>
      <DefinitionList
        rows={[
          { term: "Number", value: String(number) },
          { term: "Started by", value: organiserName },
          { term: "Signatures", value: figure(count) },
          closedAt === null
            ? { term: "Last day", value: calendarDay(closesOn) }
            : { term: "Closed", value: londonDayOfYear(closedAt) },
        ]}
      />
      <p className="row">
        {isVisible ? <a href={publicCampaignPath({ kind, slug })}>Its public page</a> : null}
        <a href={`/moderate/campaigns/${number}`}>Its page on the moderators’ desk</a>
      </p>
      <h2>What you may do now</h2>
      {acts.length === 0 ? (
        <p>{isOwn ? "You run it yourself, so somebody else decides about it." : "Nothing, as it stands."}</p>
      ) : (
        <ul className="representatives plain-list">
          {acts.map((act) => (
            <li key={act}>
              <a href={`/admin/campaigns/${number}/${act}`}>{LIFE_WORDS[act].title}</a>
              <span className="detail">{LIFE_WORDS[act].does}</span>
            </li>
          ))}
        </ul>
      )}
      <h2>What has happened</h2>
      <ModerateHistory moves={moves} />
    </AdminPage>
  );
}
