import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ButtonLink } from "#app/components/button.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { NO_SUCH_PAGE } from "#app/components/page-question.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { ReportFields } from "#app/components/report-form.tsx";
import { recordReport } from "#app/domain/moderation/record-report.server.ts";
import { ReportForm } from "#app/domain/moderation/report.ts";
import { findAskedPage } from "#app/http/asked-page.server.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const found = await findAskedPage(context, searchParams.get("page"));
  return {
    known: { page: found?.page ?? "", title: found?.title ?? "" },
    isSent: searchParams.has("sent"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await readForm(request);
  const found = await findAskedPage(context, values.page);
  const parsed = ReportForm.safeParse(values);
  if (!parsed.success || !found) {
    const errors = {
      ...(found ? {} : { page: NO_SUCH_PAGE }),
      ...(parsed.error ? fieldErrors(parsed.error) : {}),
    };
    return data({ values, errors }, 422);
  }
  const form = parsed.data;
  // Who says that they are defamed goes on to the form that the law gives; what they wrote here is not lost.
  const isForLaw = form.reason === "untrue";
  if (!isForLaw || form.words !== "") {
    const clientAddress = context.client.address;
    await recordReport(context, { page: found, form, clientAddress }, context.clock.now());
  }
  return redirect(isForLaw ? `/takedown?page=${found.page}` : `/report?sent=1&page=${found.page}`, 303);
}

export const meta: MetaFunction = () => [
  ...pageTitle("Report something"),
  { name: "robots", content: "noindex" },
];

export default function Report(): ReactElement {
  const { known, isSent } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (isSent && sent === undefined) return <ReportThanks back={known.page} />;
  return <ReportFields known={known} values={sent?.values ?? {}} errors={sent?.errors ?? {}} />;
}

function ReportThanks({ back }: { back: string }): ReactElement {
  return (
    <>
      <PageHeading title="Thank you" lede="A moderator looks at what you reported." />
      <p>If you left an e-mail address, you will hear what became of it.</p>
      <p>
        <ButtonLink href={back || "/"}>{back ? "Back to the page" : "Home"}</ButtonLink>
      </p>
    </>
  );
}
