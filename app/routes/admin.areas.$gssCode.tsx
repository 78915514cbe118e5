import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminAreaFacts } from "#app/components/admin-area-facts.tsx";
import { AdminPage } from "#app/components/admin-page.tsx";
import { CHANGED_WORDS, LEVEL_WORDS } from "#app/components/admin-words.ts";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Field } from "#app/components/field.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findManagedArea } from "#app/domain/area/admin-queries.server.ts";
import { AreaForm, correctArea } from "#app/domain/area/correct-area.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  const managed = await findManagedArea(context.db.read, params.gssCode ?? "");
  if (!managed) throw new Response(null, { status: 404 });
  return { ...managed, isSaved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "admin");
  const gssCode = params.gssCode ?? "";
  const values = await readForm(request);
  const parsed = AreaForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  const outcome = await correctArea(context, { gssCode, form: parsed.data, accountId }, context.clock.now());
  switch (outcome) {
    case "unknown":
      throw new Response(null, { status: 404 });
    case "changed":
      return data({ values, errors: {}, problem: CHANGED_WORDS }, 409);
    case "corrected":
    case "unchanged":
      return redirect(`/admin/areas/${gssCode}?saved=1`, 303);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.area.name ?? "Area");

const KIND_OF = {
  council: "office",
  nation: "office",
  ward: "councillor",
  division: "councillor",
  constituency: "mp",
} as const;

export default function AdminArea(): ReactElement {
  const { area, parent, successors, predecessors, version, isSaved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { name, homepageUrl, domain } = area;
  const values: Record<string, string | undefined> = sent?.values ?? { name, homepageUrl, domain };
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <AdminPage
      title={area.name}
      lede={LEVEL_WORDS[area.level]}
      up={{ href: "/admin/areas", label: "Areas" }}
      errors={errors}
      problem={sent?.problem}
      saved={isSaved && sent === undefined ? "Saved." : ""}
    >
      <AdminAreaFacts area={area} parent={parent} successors={successors} predecessors={predecessors} />
      <p className="row">
        <ButtonLink tone="quiet" href={`/admin/representatives?area=${area.gssCode}`}>
          Who speaks for it
        </ButtonLink>
        {area.endsOn === "" ? (
          <ButtonLink
            tone="quiet"
            href={`/admin/representatives/new?kind=${KIND_OF[area.level]}&area=${area.gssCode}`}
          >
            {KIND_OF[area.level] === "office" ? "Add an office" : "Add a representative"}
          </ButtonLink>
        ) : null}
      </p>
      <form method="post" noValidate>
        <h2>Correct it</h2>
        <p>
          What you change here stays: after the next edition of the official files is loaded, it is put back
          within the hour.
        </p>
        <input type="hidden" name="version" value={version} />
        <Field name="name" label="Name" value={values.name} error={errors.name} />
        <Field
          name="homepageUrl"
          label="Homepage"
          type="url"
          hint="The whole address, beginning with https://"
          value={values.homepageUrl}
          error={errors.homepageUrl}
          isRequired={false}
        />
        <Field
          name="domain"
          label="Own domain"
          hint="Like worcester.gov.uk. Councillors and offices are written to at addresses there alone."
          value={values.domain}
          error={errors.domain}
          isRequired={false}
        />
        <Button>Save</Button>
      </form>
    </AdminPage>
  );
}
