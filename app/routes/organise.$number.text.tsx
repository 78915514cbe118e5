import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { OrganiseChanges } from "#app/components/organise-changes.tsx";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { Quoted } from "#app/components/quoted.tsx";
import { letterValues } from "#app/components/start-values.ts";
import { TextArea } from "#app/components/text-area.tsx";
import { TextFields } from "#app/components/text-fields.tsx";
import { isIn } from "#app/domain/campaign/campaign.ts";
import { listOrganisedMoves } from "#app/domain/campaign/overview.server.ts";
import { EDITABLE_STATES, PROPOSABLE_STATES } from "#app/domain/campaign/proposal.ts";
import { listChanges } from "#app/domain/campaign/proposals.server.ts";
import { getText } from "#app/domain/campaign/replace-text.server.ts";
import { textValues } from "#app/domain/campaign/text-form.ts";
import { doneWords } from "#app/http/done-words.ts";
import { actOnText } from "#app/http/organise-text.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = {
  saved: "It is saved.",
  proposed: "A moderator looks at it before it is shown.",
  taken_back: "It is taken back.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const { db, keyring } = context;
  const { id, number, kind, title, state, bodyName, textVersion } = campaign;
  const [text, changes, moves] = await Promise.all([
    getText(db.read, id),
    listChanges(db.read, keyring, id),
    state === "changes_requested" ? listOrganisedMoves(db.read, keyring, id) : [],
  ]);
  return {
    campaign: { number, kind, title, state, bodyName, textVersion },
    values: { ...textValues(text), ...(text.letter ? letterValues(text.letter) : {}) },
    way: isIn(EDITABLE_STATES, state) ? "edit" : isIn(PROPOSABLE_STATES, state) ? "propose" : "none",
    changes: changes.map(({ content, ...change }) => ({ ...change, title: content.en.title })),
    note: moves[0]?.note ?? "",
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const organising = await requireOrganiser(context, request, params.number);
  const form = await readForm(request);
  const acted = await actOnText(context, organising, form, context.clock.now());
  if (acted.done !== undefined)
    return redirect(`/organise/${organising.campaign.number}/text?done=${acted.done}`, 303);
  return data({ problem: acted.problem, errors: acted.errors, values: form }, acted.status);
}

export const meta: MetaFunction = () => pageTitle("Text and asks");

const LEDES: Record<string, string> = {
  edit: "If a moderator publishes a changed text, everybody who has signed the old one is asked by mail to confirm again.",
  propose:
    "People have signed this text, so a moderator looks at a change first. The old text stays to be read.",
  version:
    "People have signed this letter, so a moderator looks at a change first. Other words in the letter make a new version: each signatory gets one mail and stays with the old words, which stay to be read, unless they agree. Background, Easy Read, place and date make none.",
  none: "The text cannot be changed now.",
};

export default function OrganiseText(): ReactElement {
  const { campaign, values, way, changes, note, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.values.intent === "save" ? sent.values : values;
  const isWaiting = changes.some(({ state }) => state === "waiting");
  return (
    <OrganisePage
      campaign={campaign}
      title="Text and asks"
      lede={LEDES[way === "propose" && campaign.kind === "letter" ? "version" : way]}
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      {note === "" ? null : (
        <>
          <h2>What the moderator wrote</h2>
          <Quoted words={note} />
        </>
      )}
      <OrganiseChanges changes={changes} action={`/organise/${campaign.number}/text`} />
      {way === "none" || isWaiting ? null : (
        <form method="post" noValidate>
          <input type="hidden" name="version" value={campaign.textVersion} />
          <TextFields kind={campaign.kind} values={typed} errors={errors} bodyName={campaign.bodyName} />
          {way === "propose" ? (
            <TextArea
              name="reason"
              label="Why should it change?"
              hint="For the moderator. Nobody else reads it."
              value={typed.reason}
              error={errors.reason}
            />
          ) : null}
          <Button name="intent" value="save">
            {way === "propose" ? "Send the change to a moderator" : "Save"}
          </Button>
        </form>
      )}
    </OrganisePage>
  );
}
