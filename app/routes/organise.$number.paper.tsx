import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { figure } from "#app/components/format.ts";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { PaperBatches } from "#app/components/paper-batches.tsx";
import { PaperListForm, PaperRowsForm } from "#app/components/paper-forms.tsx";
import { isIn, LISTED_STATES } from "#app/domain/campaign/campaign.ts";
import { publicCampaignPath } from "#app/domain/campaign/campaign-path.ts";
import { PAPER_STATES } from "#app/domain/paper/paper.ts";
import { findPaperCount } from "#app/domain/paper/paper-count.server.ts";
import { listPaperBatches } from "#app/domain/paper/queries.server.ts";
import { newPublicId } from "#app/domain/privacy/public-id.ts";
import { actOnPaper } from "#app/http/act-on-paper.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readList } from "#app/http/read-list.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = {
  added: "They are counted. Whoever has signed here too is found in a minute and counted here alone.",
  removed: "They are taken off, and the names are deleted.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const { id, number, title, state } = campaign;
  const { read } = context.db;
  const [paper, batches] = await Promise.all([findPaperCount(read, id), listPaperBatches(read, id)]);
  return {
    campaign: { number, title, state },
    count: paper?.count ?? 0,
    batches,
    /** Each form has a number of its own, so that one sent twice counts once. */
    forms: { rows: newPublicId(), list: newPublicId() },
    sheet: isIn(LISTED_STATES, state) ? `${publicCampaignPath(campaign)}/sheet.pdf` : "",
    mayChange: isIn(PAPER_STATES, state),
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number);
  const who = { campaignId: campaign.id, accountId: visitor.accountId };
  const acted = await actOnPaper(context, who, await readList(request), context.clock.now());
  if (acted.done !== undefined) return redirect(`/organise/${campaign.number}/paper?done=${acted.done}`, 303);
  const { problem, errors, values, lines, status } = acted;
  return data({ problem, errors, values, lines }, status);
}

export const meta: MetaFunction = () => pageTitle("On paper");

export default function OrganisePaper(): ReactElement {
  const { campaign, count, batches, forms, sheet, mayChange, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const values: Record<string, string> = sent?.values ?? {};
  const isList = values.intent === "list";
  return (
    <OrganisePage
      campaign={campaign}
      title="On paper"
      lede="Names that people wrote on paper are shown beside the count, as counted by you. They are told to nobody as confirmed, and stand on no map."
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      {sheet === "" ? null : (
        <p>
          <ButtonLink tone="quiet" href={sheet}>
            A sheet to print
          </ButtonLink>
        </p>
      )}
      <p>
        {count === 0
          ? "Nothing on paper is counted yet."
          : `The page says: “and ${figure(count)} on paper, counted by the organiser”.`}{" "}
        Names and postcodes are kept encrypted, to count everybody once, until six months after closing. Keep
        the sheets themselves safe, and destroy them then.
      </p>
      {mayChange ? (
        <>
          <h2>Type in a sheet</h2>
          <PaperRowsForm batch={forms.rows} values={isList ? {} : values} errors={isList ? {} : errors} />
          <h2>Or send a list</h2>
          <PaperListForm
            batch={forms.list}
            values={isList ? values : {}}
            errors={isList ? errors : {}}
            lines={isList ? (sent?.lines ?? []) : []}
          />
        </>
      ) : (
        <p>It takes no signatures on paper now.</p>
      )}
      <PaperBatches batches={batches} mayChange={mayChange} />
    </OrganisePage>
  );
}
