import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { NearNote } from "#app/components/near-note.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { listLowerCouncils } from "#app/domain/area/queries.server.ts";
import { findCouncilNear } from "#app/domain/campaign/council-near.server.ts";
import { POSTCODE_HINT, readPostcode } from "#app/domain/place/postcode.ts";
import { nearQuery, readNearQuery } from "#app/http/near-query.ts";
import { readForm } from "#app/http/read-form.server.ts";

const UNKNOWN = "We do not know this postcode. Check it, or choose your council from the list below";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = readNearQuery(request.url);
  const councils = found?.place === "northern-ireland" ? await listLowerCouncils(context.db.read) : [];
  return {
    found,
    councils: councils
      .filter(({ gssCode }) => gssCode.startsWith("N"))
      .map(({ name, slug }) => ({ name, href: `/petitions?council=${slug}` })),
  };
}

/** The postcode comes by POST and stands in no address: what follows names the council alone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { postcode: typed = "" } = await readForm(request);
  const read = readPostcode(typed);
  if (!read.ok) return refused(typed, POSTCODE_HINT);
  const near = await findCouncilNear(context, read.postcode);
  switch (near.kind) {
    case "council":
      return redirect(`/petitions?${new URLSearchParams({ council: near.key })}`, 303);
    case "unknown":
      return refused(typed, UNKNOWN);
    default:
      return redirect(`/petitions/near${nearQuery(near.kind, near.country)}`, 303);
  }
}

function refused(typed: string, error: string) {
  return data({ typed: typed.slice(0, 100), error }, 422);
}

export const meta: MetaFunction = () =>
  pageTitle("Petitions near you", "Find the petitions to your own councils by your postcode.");

export default function NearPage(): ReactElement {
  const { found, councils } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <ErrorSummary errors={sent ? [{ field: "postcode", message: sent.error }] : []} />
      <PageHeading
        title="Petitions near you"
        lede="Your postcode tells us your council. We look it up and keep nothing."
      />
      {found && !sent ? <NearNote {...found} councils={councils} /> : null}
      <form method="post" action="/petitions/near" className="postcode-form" noValidate>
        <Field
          name="postcode"
          label="Postcode"
          width="postcode"
          autoComplete="postal-code"
          value={sent?.typed}
          error={sent?.error}
        />
        <Button>Find petitions</Button>
      </form>
      <p>
        Or choose from <a href="/councils">all councils</a>, or see{" "}
        <a href="/petitions">all open petitions</a>.
      </p>
    </>
  );
}
