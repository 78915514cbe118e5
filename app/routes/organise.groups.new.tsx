import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { GroupFields } from "#app/components/group-fields.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { createGroup } from "#app/domain/group/create-group.server.ts";
import { GroupForm } from "#app/domain/group/group.ts";
import { areaChoices, isKnownArea } from "#app/http/group-areas.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireVisitor } from "#app/http/require-role.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireVisitor(context, request);
  return { councils: await areaChoices(context) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireVisitor(context, request);
  const values = await readForm(request);
  const parsed = GroupForm.safeParse(values);
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error), problem: "" }, 422);
  if (!(await isKnownArea(context, parsed.data.area)))
    return data({ values, errors: { area: "Choose one of the list" }, problem: "" }, 422);
  const made = await createGroup(context, { accountId, form: parsed.data }, context.clock.now());
  if (made === "too_many")
    return data(
      { values, errors: {}, problem: "You have made several groups today. Please go on tomorrow." },
      409,
    );
  return redirect(`/organise/groups/${made.slug}?done=made`, 303);
}

export const meta: MetaFunction = () => pageTitle("A page for your group");

export default function NewGroup(): ReactElement {
  const { councils } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <PageHeading
        kicker={<a href="/organise">What I run</a>}
        title="A page for your group"
        lede="Several people run it together and publish petitions and open letters under its name. A moderator reads what you write before anybody else sees it."
      />
      {sent === undefined || sent.problem === "" ? null : (
        <Notice tone="problem">
          <p role="alert">{sent.problem}</p>
        </Notice>
      )}
      <form method="post" noValidate>
        <GroupFields values={sent?.values ?? {}} errors={errors} councils={councils} />
        <Button>Send it to a moderator</Button>
      </form>
    </>
  );
}
