import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { londonDay, londonTime } from "#app/components/format.ts";
import { MailText } from "#app/components/mail-text.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { requireCaptured } from "#app/http/require-captured.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id, to, subject, text, createdAt } = await requireCaptured(context, params.id);
  return { id, to, subject, text, createdAt };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.subject ?? "Mail");

export default function MailPage(): ReactElement {
  const { id, to, subject, text, createdAt } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading kicker={<a href="/dev/mailbox">The mailbox</a>} title={subject} />
      <DefinitionList
        rows={[
          { term: "To", value: to },
          { term: "Written", value: `${londonTime(createdAt)} on ${londonDay(createdAt)}` },
        ]}
      />
      <p>
        <a href={`/dev/mailbox/${id}/html`}>See it as HTML</a>
      </p>
      <h2>As text</h2>
      <MailText text={text} />
    </>
  );
}
