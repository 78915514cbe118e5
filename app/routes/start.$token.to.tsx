import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { Notice } from "#app/components/notice.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { RecipientFields } from "#app/components/recipient-fields.tsx";
import { RecipientRows } from "#app/components/recipient-rows.tsx";
import { StartPage } from "#app/components/start-page.tsx";
import { doneSteps } from "#app/components/start-values.ts";
import { stepWords } from "#app/components/start-words.ts";
import { draftStep } from "#app/domain/campaign/draft.ts";
import { listNamed } from "#app/domain/recipient/list-named.server.ts";
import { actOnRecipients } from "#app/http/act-on-recipients.server.ts";
import { readList } from "#app/http/read-list.server.ts";
import { NOT_INDEXED, requireDraft } from "#app/http/require-draft.server.ts";
import { RECIPIENTS_AT_MOST } from "#app/policy-recipients.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const draft = await requireDraft(context, params.token);
  const { id, kind, bodyKind, bodyName } = draft;
  if (draftStep(kind, "to") === undefined) throw new Response(null, { status: 404 });
  const named = await listNamed(context.db.read, context.keyring, id);
  return {
    ...{ kind, named, base: `/start/${params.token}`, done: doneSteps(draft, named.length) },
    values: { organisation: named.length === 0 && bodyKind !== "other" ? bodyName : "" },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, kind } = await requireDraft(context, params.token);
  if (draftStep(kind, "to") === undefined) throw new Response(null, { status: 404 });
  const sent = await readList(request);
  const acted = await actOnRecipients(context, { campaignId: id, accountId: "" }, sent, context.clock.now());
  if (acted.done !== undefined) return redirect(`/start/${params.token}/to`, 303);
  return data({ values: sent.values, errors: acted.errors, problem: acted.problem }, acted.status);
}

export const meta: MetaFunction = () => pageTitle(stepWords("letter", "to").heading);

export default function StartToPage(): ReactElement {
  const { kind, base, named, done, values } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const filled: Record<string, string> = sent?.values ?? values;
  return (
    <StartPage {...{ kind, base, done, errors }} step="to">
      {sent === undefined || sent.problem === "" ? null : (
        <Notice tone="problem">
          <p role="alert">{sent.problem}</p>
        </Notice>
      )}
      <h2>Named so far</h2>
      <RecipientRows named={named} isDraft mayChange />
      <p>
        <ButtonLink href={`${base}/why`}>
          {named.length === 0 ? "Go on without naming anybody" : "Go on"}
        </ButtonLink>
      </p>
      <h2>{named.length === 0 ? "Name somebody" : "Name another"}</h2>
      <p>At most {RECIPIENTS_AT_MOST}. You can do this later too.</p>
      <RecipientFields key={named.length} values={filled} errors={errors} />
    </StartPage>
  );
}
