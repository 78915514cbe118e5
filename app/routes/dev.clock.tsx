import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { moveClock, readAdvance } from "#app/http/move-clock.server.ts";
import { requireDevelopment } from "#app/http/require-development.ts";

export const meta: MetaFunction = () => pageTitle("The clock");

export function loader({ context }: LoaderFunctionArgs): { now: number; offset: number } {
  requireDevelopment(context);
  return { now: context.clock.now(), offset: context.clock.offset };
}

export async function action({ request, context }: ActionFunctionArgs) {
  requireDevelopment(context);
  const advance = await readAdvance(request);
  const outcome = await moveClock(context, advance);
  if (outcome === "refused") return data({ ok: false, advance }, 422);
  return redirect("/dev/clock", 303);
}

export default function ClockPage(): ReactElement {
  const { now, offset } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const message = "Enter how far to move, like PT24H for a day or P7D for a week. The clock only goes ahead.";
  return (
    <>
      <ErrorSummary errors={refused ? [{ field: "advance", message }] : []} />
      <PageHeading
        title="The clock"
        lede="Moves this site's time ahead and runs what comes due on the way. Only here, never on a public site."
      />
      <DefinitionList
        rows={[
          { term: "Now", value: <time dateTime={new Date(now).toISOString()}>{inLondon(now)}</time> },
          { term: "Ahead of the real time by", value: `${(offset / 3_600_000).toFixed(1)} hours` },
        ]}
      />
      <Form method="post">
        <Field
          name="advance"
          label="Move ahead by"
          hint="PT1H is an hour, PT24H a day, P7D a week."
          value={refused?.advance ?? "PT24H"}
          error={refused ? message : undefined}
        />
        <Button>Move the clock</Button>
      </Form>
    </>
  );
}

function inLondon(instant: number): string {
  return new Intl.DateTimeFormat("en-GB", {
    dateStyle: "full",
    timeStyle: "medium",
    timeZone: "Europe/London",
  }).format(instant);
}
