import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { CorrectionFields } from "#app/components/correction-form.tsx";
import { CorrectionThanks } from "#app/components/correction-thanks.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { CorrectionForm } from "#app/domain/moderation/correction.ts";
import { findMergedInto, findRepresentativeRow } from "#app/domain/representative/admin-queries.server.ts";
import { offerCorrection } from "#app/domain/representative/offer-correction.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context;
  const publicId = params.id ?? "";
  const person = await findRepresentativeRow(db.read, publicId);
  if (!person) {
    const kept = await findMergedInto(db.read, publicId);
    if (kept !== undefined) throw redirect(`/representatives/${kept}/correct`, 301);
    throw new Response(null, { status: 404 });
  }
  return { publicId, name: person.name, isSent: new URL(request.url).searchParams.has("sent") };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const publicId = params.id ?? "";
  const values = await readForm(request);
  const parsed = CorrectionForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error) }, 422);
  const clientAddress = context.client.address;
  const outcome = await offerCorrection(
    context,
    { publicId, form: parsed.data, clientAddress },
    context.clock.now(),
  );
  switch (outcome) {
    case "unknown":
      throw new Response(null, { status: 404 });
    case "not_official":
      return data(
        {
          values,
          errors: { sourceUrl: "Enter a page of their council or of Parliament, or leave it blank" },
        },
        422,
      );
    case "offered":
      return redirect(`/representatives/${publicId}/correct?sent=1`, 303);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `What is wrong about ${data.name}?` : "What is wrong?");

export default function CorrectRepresentative(): ReactElement {
  const { publicId, name, isSent } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = { href: `/representatives/${publicId}`, label: name };
  if (isSent && sent === undefined) return <CorrectionThanks back={back} />;
  return <CorrectionFields name={name} back={back} values={sent?.values ?? {}} errors={sent?.errors ?? {}} />;
}
