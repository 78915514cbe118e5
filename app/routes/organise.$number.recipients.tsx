import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { RecipientFields } from "#app/components/recipient-fields.tsx";
import { RecipientListForm } from "#app/components/recipient-list-form.tsx";
import { RecipientRows } from "#app/components/recipient-rows.tsx";
import { isIn } from "#app/domain/campaign/campaign.ts";
import { listNamed } from "#app/domain/recipient/list-named.server.ts";
import { NAMING_STATES } from "#app/domain/recipient/named-recipient.ts";
import { actOnRecipients } from "#app/http/act-on-recipients.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readList } from "#app/http/read-list.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";
import { RECIPIENTS_AT_MOST } from "#app/policy-recipients.ts";

const DONE = {
  added: "They are named. A moderator looks at it before they are shown or told.",
  listed: "They are named. A moderator looks at each before they are shown or told.",
  removed: "They are taken off. Nothing more goes to them for this.",
} as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const { id, number, kind, title, state, bodyName } = campaign;
  return {
    campaign: { number, kind, title, state, bodyName },
    named: (await listNamed(context.db.read, context.keyring, id)).map(
      ({ representativeId: _, ...named }) => named,
    ),
    mayChange: isIn(NAMING_STATES, state),
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number);
  const sent = await readList(request);
  const who = { campaignId: campaign.id, accountId: visitor.accountId };
  const acted = await actOnRecipients(context, who, sent, context.clock.now());
  if (acted.done !== undefined)
    return redirect(`/organise/${campaign.number}/recipients?done=${acted.done}`, 303);
  const { problem, errors, lines, status } = acted;
  return data({ values: sent.values, problem, errors, lines }, status);
}

export const meta: MetaFunction = () => pageTitle("Whom it is addressed to");

export default function OrganiseRecipients(): ReactElement {
  const { campaign, named, mayChange, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const isList = sent?.values.intent === "list";
  return (
    <OrganisePage
      campaign={campaign}
      title="Whom it is addressed to"
      lede={`It asks ${campaign.bodyName}. Here you name the people and offices there who should hear how many have signed, and who can answer in public.`}
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      <RecipientRows named={named} mayChange={mayChange} />
      {mayChange ? (
        <>
          <h2>Name another</h2>
          <p>
            At most {RECIPIENTS_AT_MOST}. A moderator compares each with the page that you give. An address is
            never shown.
          </p>
          <RecipientFields values={sent && !isList ? sent.values : {}} errors={isList ? {} : errors} />
          <h2>Or a list of them</h2>
          <RecipientListForm
            list={isList ? sent.values.list : ""}
            error={isList ? errors.list : undefined}
            lines={isList ? sent.lines : []}
          />
        </>
      ) : (
        <p>It is over, so nobody can be named or taken off any more.</p>
      )}
    </OrganisePage>
  );
}
