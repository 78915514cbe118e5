import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { counted, figure, londonDay, londonTime, people } from "#app/components/format.ts";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { isIn, LISTED_STATES } from "#app/domain/campaign/campaign.ts";
import { isCouncilPetition } from "#app/domain/signature/council-petition.ts";
import { countHandIn, listHandInExports } from "#app/domain/signature/export-hand-in.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";
import { HAND_IN_EXPORTS_PER_DAY } from "#app/policy-recipients.ts";

const DONE = {
  nobody: "Nobody has let their name be handed in.",
  too_many: `The list was had ${HAND_IN_EXPORTS_PER_DAY} times today. Try again tomorrow.`,
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number, { owners: true });
  const { id, number, title, state, bodyName } = campaign;
  if (!isCouncilPetition(campaign) || !isIn(LISTED_STATES, state)) throw new Response(null, { status: 404 });
  const { db, keyring } = context;
  return {
    campaign: { number, title, state, bodyName },
    count: await countHandIn(db.read, id),
    exports: await listHandInExports(db.read, keyring, id),
    problem: doneWords(request, DONE),
  };
}

export const meta: MetaFunction = () => pageTitle("Hand it in");

export default function OrganiseHandIn(): ReactElement {
  const { campaign, count, exports, problem } = useLoaderData<typeof loader>();
  const { bodyName, number } = campaign;
  return (
    <OrganisePage
      campaign={campaign}
      title="Hand it in"
      lede={`${people(count)} let their name and postcode be given to ${bodyName}, so that they count under its rules.`}
      problem={problem}
    >
      <ul>
        <li>The list is for {bodyName} alone. Give it to nobody else, and delete it once it is handed in.</li>
        <li>
          Those who did not tick the box are not on it, and must not be: they count in the number on the page.
        </li>
        <li>
          Whoever takes their yes back is gone from the next list. So fetch it on the day you hand it in.
        </li>
        <li>Each time is written down, and those who run this petition can see below who had it.</li>
      </ul>
      {count === 0 ? (
        <p>Nobody has let their name be handed in, so there is no list.</p>
      ) : (
        <form method="post" action={`/organise/${number}/hand-in.csv`}>
          <Button>Fetch the list of {counted(count, "name")}</Button>
        </form>
      )}
      <h2>Who has had it</h2>
      {exports.length === 0 ? (
        <p>Nobody yet.</p>
      ) : (
        <ul>
          {exports.map(({ at, by, count: names }) => (
            <li key={at}>
              {by || "Somebody whose account is gone"} on {londonDay(at)} at {londonTime(at)}: {figure(names)}{" "}
              {names === 1 ? "name" : "names"}
            </li>
          ))}
        </ul>
      )}
    </OrganisePage>
  );
}
