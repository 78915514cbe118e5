import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { StoryStatementManage } from "#app/components/story-statement-manage.tsx";
import { confirmStatement } from "#app/domain/story/confirm-statement.server.ts";
import { findMarks } from "#app/domain/story/marks.ts";
import { statementReasonWords } from "#app/domain/story/statement.ts";
import { findStatementByLink } from "#app/domain/story/statement-queries.server.ts";
import { withdrawStatement } from "#app/domain/story/withdraw-statement.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { NOT_INDEXED } from "#app/http/require-draft.server.ts";
import { STATEMENT_CONFIRM_DAYS } from "#app/policy-stories.ts";

export const headers: HeadersFunction = () => NOT_INDEXED;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring, clock } = context;
  const now = clock.now();
  const found = await findStatementByLink(db.read, keyring, params.token ?? "");
  if (!found) return data({ statement: undefined }, 404);
  const { kind, state, words, name, role, organisation, reason, note, publishedAt, dueAt } = found;
  if (state === "unconfirmed" && found.createdAt <= now - STATEMENT_CONFIRM_DAYS * DAY)
    return data({ statement: undefined }, 410);
  const { council, story } = found.about;
  return data({
    statement: {
      ...{ kind, state, words, name, role, organisation, note, dueAt },
      marks: findMarks(words),
      whoMarks: findMarks(`${role}, ${organisation}`),
      about: {
        title:
          story === undefined
            ? `what families say of ${council.name}`
            : story.title || "a story that is not shown any more",
        path:
          story === undefined
            ? `/councils/${council.slug}/stories`
            : story.state === "published"
              ? `/stories/${story.publicId}`
              : "",
        replyPath:
          story === undefined ? `/councils/${council.slug}/reply` : `/stories/${story.publicId}/reply`,
        isStory: story !== undefined,
      },
      reason: statementReasonWords(reason),
      wasShown: publishedAt !== null,
      isLate: dueAt !== null && dueAt < now,
    },
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { intent } = await readForm(request);
  if (intent !== "confirm" && intent !== "withdraw") throw new Response(null, { status: 400 });
  const act = intent === "confirm" ? confirmStatement : withdrawStatement;
  switch (await act(context, token, context.clock.now())) {
    case "confirmed":
    case "confirmed_already":
    case "withdrawn":
      return redirect(`/statement/${token}`, 303);
    case "over":
      return data(null, 410);
    case "unknown":
      return data(null, 404);
  }
}

export const meta: MetaFunction = () => pageTitle("Your reply");

export default function StatementPage(): ReactElement {
  const { statement } = useLoaderData<typeof loader>();
  if (statement !== undefined) return <StoryStatementManage statement={statement} />;
  return (
    <PageHeading
      title="We do not know this link"
      lede="It may be cut off: copy the whole link from the mail. Or nobody confirmed the reply in time, or it is long over, and we have deleted it."
    />
  );
}
