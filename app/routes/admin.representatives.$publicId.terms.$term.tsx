import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { AdminTermFacts } from "#app/components/admin-term.tsx";
import { AddressStateOf, CorrectTerm, EndTerm } from "#app/components/admin-term-forms.tsx";
import { CHANGED_WORDS, problemErrors } from "#app/components/admin-words.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { AddressStateForm, CorrectTermForm, EndForm } from "#app/domain/representative/admin-forms.ts";
import { correctAddressState } from "#app/domain/representative/correct-address-state.server.ts";
import { correctTerm } from "#app/domain/representative/correct-term.server.ts";
import { endTerm } from "#app/domain/representative/end-term.server.ts";
import { type FormValues, fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireManagedTerm } from "#app/http/require-managed.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "moderator");
  const { person, term } = await requireManagedTerm(context, params);
  return { publicId: person.publicId, name: person.name, term };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "moderator");
  const { publicId = "", term: key = "" } = params;
  const values = await readForm(request);
  const change = { publicId, key, values, accountId };
  switch (values.intent) {
    case "correct":
      return correct(context, change);
    case "end":
      return end(context, change);
    default:
      return markAddress(context, change);
  }
}

interface Change {
  publicId: string;
  key: string;
  values: FormValues;
  accountId: string;
}

async function correct(context: AppLoadContext, { values, ...change }: Change) {
  const parsed = CorrectTermForm.safeParse(values);
  if (!parsed.success) return refused(values, fieldErrors(parsed.error));
  const corrected = await correctTerm(context, { ...change, form: parsed.data }, context.clock.now());
  if (corrected.outcome === "refused") {
    const isAboutArea = ["seat_taken", "already_theirs"].includes(corrected.problem);
    return refused(values, problemErrors(corrected.problem, isAboutArea ? "startsOn" : undefined));
  }
  return answer(corrected.outcome, values, change.publicId);
}

async function end(context: AppLoadContext, { values, ...change }: Change) {
  const parsed = EndForm.safeParse(values);
  if (!parsed.success) return refused(values, fieldErrors(parsed.error));
  const ended = await endTerm(context, { ...change, form: parsed.data }, context.clock.now());
  if (ended.outcome === "refused") return refused(values, problemErrors(ended.problem, "endsOn"));
  return answer(ended.outcome, values, change.publicId);
}

async function markAddress(context: AppLoadContext, { values: given, ...change }: Change) {
  const values = { ...given, intent: "address" };
  const parsed = AddressStateForm.safeParse(values);
  if (!parsed.success) return refused(values, fieldErrors(parsed.error));
  const outcome = await correctAddressState(context, { ...change, form: parsed.data }, context.clock.now());
  if (outcome === "objected")
    return refused(values, { agreed: "Tick this box if they have told us so themselves" });
  if (outcome === "no_address")
    return refused(values, { addressState: "There is no address: enter one above first" });
  return answer(outcome, values, change.publicId);
}

function answer(outcome: "changed" | "unknown" | DoneOutcome, values: FormValues, publicId: string) {
  if (outcome === "unknown") throw new Response(null, { status: 404 });
  if (outcome === "changed") return data({ values, errors: {}, problem: CHANGED_WORDS }, 409);
  return redirect(`/admin/representatives/${publicId}?saved=corrected`, 303);
}

type DoneOutcome = "corrected" | "unchanged" | "ended" | "resumed";

function refused(values: FormValues, errors: Record<string, string>) {
  return data({ values, errors, problem: "" }, 422);
}

export const meta: MetaFunction = () => pageTitle("Correct a term");

export default function AdminTermPage(): ReactElement {
  const { publicId, name, term } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <AdminPage
      title={`${term.area.name}: correct or end`}
      up={{ href: `/admin/representatives/${publicId}`, label: name }}
      errors={errors}
      problem={sent?.problem}
    >
      <AdminTermFacts term={term} />
      <CorrectTerm term={term} sent={sent?.values} errors={errors} />
      <EndTerm term={term} sent={sent?.values} errors={errors} />
      <AddressStateOf term={term} sent={sent?.values} errors={errors} />
    </AdminPage>
  );
}
