import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { areaHref } from "#app/components/area-links.ts";
import { CorrectionThanks } from "#app/components/correction-thanks.tsx";
import { MissingFields } from "#app/components/missing-form.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findArea } from "#app/domain/area/queries.server.ts";
import { MissingForm } from "#app/domain/moderation/correction.ts";
import { offerCouncillor } from "#app/domain/representative/offer-correction.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context;
  const area = await findArea(db.read, params.gssCode ?? "");
  const council = area && (await findArea(db.read, area.parentGss));
  const hasCouncillors = area?.level === "ward" || area?.level === "division";
  if (!area || !council || !hasCouncillors || area.endsOn !== "") throw new Response(null, { status: 404 });
  return {
    area: { name: area.name, href: areaHref(area, council) ?? "/councils" },
    council: { name: council.name, domain: council.domain },
    isSent: new URL(request.url).searchParams.has("sent"),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const gssCode = params.gssCode ?? "";
  const values = await readForm(request);
  const parsed = MissingForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error) }, 422);
  const clientAddress = context.client.address;
  const outcome = await offerCouncillor(
    context,
    { gssCode, form: parsed.data, clientAddress },
    context.clock.now(),
  );
  switch (outcome) {
    case "unknown":
      throw new Response(null, { status: 404 });
    case "not_at_council":
      return data(
        { values, errors: { address: "Enter the address that the council gives them, at its own domain" } },
        422,
      );
    case "not_official":
      return data({ values, errors: { sourceUrl: "Enter a page of the council’s own site" } }, 422);
    case "offered":
      return redirect(`/areas/${gssCode}/correct?sent=1`, 303);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Who speaks for ${data.area.name}?` : "Who speaks here?");

export default function MissingCouncillor(): ReactElement {
  const { area, council, isSent } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = { href: area.href, label: `${area.name}, ${council.name}` };
  if (isSent && sent === undefined) return <CorrectionThanks back={back} />;
  return (
    <MissingFields
      place={area.name}
      domain={council.domain}
      back={back}
      values={sent?.values ?? {}}
      errors={sent?.errors ?? {}}
    />
  );
}
