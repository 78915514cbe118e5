import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Chip } from "#app/components/chip.tsx";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { OrganiseUpdateActions } from "#app/components/organise-update-actions.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Quoted } from "#app/components/quoted.tsx";
import { UpdateLooks } from "#app/components/update-looks.tsx";
import { UPDATE_CHIPS, UpdateProgress } from "#app/components/update-progress.tsx";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { deleteDraftUpdate } from "#app/domain/update/save-draft-update.server.ts";
import { sendCopy } from "#app/domain/update/send-copy.server.ts";
import { appearsAtOnce, submitUpdate } from "#app/domain/update/submit-update.server.ts";
import { withdrawUpdate } from "#app/domain/update/take-down-update.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readMailTimes, requireUpdate } from "#app/http/organise-updates.server.ts";
import { previewUpdate } from "#app/http/preview-update.server.ts";
import { readForm } from "#app/http/read-form.server.ts";

const DONE = {
  waiting: "A moderator reads it before it is shown. We write to you as soon as that is done.",
  published: "It is in public now.",
  sent: "A copy is on its way to the address that you sign in with.",
  withdrawn: "It is taken back.",
} as const;

const PROBLEMS = {
  not_now: "News can be told only while everybody can read it.",
  too_many: "That is enough for today. Try again tomorrow.",
  unknown: "This has changed meanwhile, as shown below.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, update } = await requireUpdate(context, request, params);
  const { id, number, title, state, kind, slug } = campaign;
  const [mailed, mail, isAtOnce] = await Promise.all([
    previewUpdate(context, { campaignId: id, publicId: update.publicId }),
    readMailTimes(context, id),
    appearsAtOnce(context.db.read, campaign),
  ]);
  return {
    campaign: { number, title, state, kind },
    path: `${publicCampaignPath({ kind, slug })}/updates/${update.publicId}`,
    ...{ update, mailed, mail, isAtOnce, done: doneWords(request, DONE) },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor, update } = await requireUpdate(context, request, params);
  const { publicId } = update;
  const asked = { campaignId: campaign.id, accountId: visitor.accountId, publicId };
  const now = context.clock.now();
  const base = `/organise/${campaign.number}/updates`;
  const here = `${base}/${publicId}`;
  const { intent } = await readForm(request);
  switch (intent) {
    case "submit": {
      const outcome = await submitUpdate(context, asked, now);
      if (outcome === "waiting" || outcome === "published") return redirect(`${here}?done=${outcome}`, 303);
      return data({ problem: PROBLEMS[outcome] }, 409);
    }
    case "copy": {
      const outcome = await sendCopy(context, asked, now);
      if (outcome === "sent") return redirect(`${here}?done=sent`, 303);
      if (outcome === "not_organiser") throw new Response(null, { status: 403 });
      return data({ problem: PROBLEMS[outcome] }, 409);
    }
    case "delete":
      if (await deleteDraftUpdate(context, asked)) return redirect(`${base}?done=deleted`, 303);
      return data({ problem: PROBLEMS.unknown }, 409);
    case "withdraw":
      if (await withdrawUpdate(context, asked, now)) return redirect(`${here}?done=withdrawn`, 303);
      return data({ problem: PROBLEMS.unknown }, 409);
  }
  throw new Response(null, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.update.title ?? "An update");

export default function OrganiseUpdate(): ReactElement {
  const { campaign, update, path, mailed, mail, isAtOnce, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OrganisePage
      campaign={campaign}
      title={update.title}
      lede={<Chip {...UPDATE_CHIPS[update.state]} />}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      <p>
        <a href={`/organise/${campaign.number}/updates`}>All your updates</a>
        {update.state === "published" ? (
          <>
            {" · "}
            <a href={path}>Where everybody reads it</a>
          </>
        ) : null}
      </p>
      {update.note === "" ? null : (
        <>
          <h2>The moderator writes</h2>
          <Quoted words={update.note} />
        </>
      )}
      <UpdateProgress update={update} />
      <OrganiseUpdateActions update={update} mail={mail} isAtOnce={isAtOnce} />
      <UpdateLooks update={update} mailed={update.mailing === "none" ? undefined : mailed} />
    </OrganisePage>
  );
}
