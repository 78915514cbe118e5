import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { ModerateClaim } from "#app/components/moderate-claim.tsx";
import { ModeratePage } from "#app/components/moderate-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { StoryStatementFacts } from "#app/components/story-statement-facts.tsx";
import { StoryStatementSettle, StoryStatementTakeDown } from "#app/components/story-statement-settle.tsx";
import { STATEMENT_KIND_WORDS } from "#app/components/story-statement-words.ts";
import { hostOf } from "#app/domain/open-letter/mail-host.server.ts";
import { findMarks } from "#app/domain/story/marks.ts";
import { isOwnStatement } from "#app/domain/story/own-statement.server.ts";
import { statementReasonWords, statementSubject } from "#app/domain/story/statement.ts";
import { findStatement } from "#app/domain/story/statement-queries.server.ts";
import { actOnClaim, readClaim } from "#app/http/claim-actions.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { actOnStatement, NO_REPLY_TO_INVENTED } from "#app/http/settle-story-statement.server.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { accountId, statement } = await requireStatement(context, request, params.publicId);
  const { kind, state, words, name, role, organisation, isOfficial, note, about } = statement;
  const { confirmedAt, dueAt, settledAt } = statement;
  return {
    statement: {
      ...{ kind, state, words, name, role, organisation, isOfficial, note, about },
      ...{ confirmedAt, dueAt, settledAt },
      marks: findMarks(words),
      whoMarks: findMarks(`${role}, ${organisation}`),
      reason: statementReasonWords(statement.reason),
      domain: hostOf(statement.email),
    },
    obstacle: about.isInvented ? NO_REPLY_TO_INVENTED : "",
    claim: await readClaim(context, { subject: statementSubject(statement.id), accountId }),
    now: context.clock.now(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, statement } = await requireStatement(context, request, params.publicId);
  const { publicId, id, about } = statement;
  const values = await readForm(request);
  const claimed = await actOnClaim(context, { subject: statementSubject(id), accountId }, values);
  if (claimed === "done") return redirect(`/moderate/statements/${publicId}`, 303);
  if (claimed === "held")
    return data({ values, errors: {}, problem: "Another moderator has this in hand by now." }, 409);
  const acted = await actOnStatement(context, { publicId, accountId }, values);
  if (!acted.ok) {
    const { errors, problem, status } = acted;
    return data({ values, errors, problem }, status);
  }
  // The author of a story changes its words, so the next thing is to offer them others.
  if (acted.decision === "accept" && about.story !== undefined)
    return redirect(`/moderate/stories/${about.story.publicId}`, 303);
  return redirect("/moderate/statements", 303);
}

export const meta: MetaFunction = () => pageTitle("A reply to a story");

export default function ModerateStatement(): ReactElement {
  const { statement, obstacle, claim, now } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const values: Record<string, string> = sent?.values ?? {};
  const errors: Record<string, string> = sent?.errors ?? {};
  const { kind, state, organisation, about } = statement;
  const isMine = claim === undefined || claim.isMine;
  return (
    <ModeratePage
      title={`${STATEMENT_KIND_WORDS[kind]}${organisation === "" ? "" : ` by ${organisation}`}`}
      up={{ href: "/moderate/statements", label: "Replies to stories" }}
      errors={errors}
      problem={sent?.problem}
    >
      <StoryStatementFacts {...{ statement, now }} />
      {state === "waiting" ? (
        <>
          <ModerateClaim claim={claim} />
          {isMine ? (
            <StoryStatementSettle
              {...{ kind, obstacle, values, errors }}
              isStory={about.story !== undefined}
            />
          ) : null}
        </>
      ) : null}
      {state === "published" ? <StoryStatementTakeDown {...{ values, errors }} /> : null}
    </ModeratePage>
  );
}

/** A reply that its address has confirmed; nobody reads here what they wrote, or what is said of what they told. */
async function requireStatement(context: RequestContext, request: Request, publicId = "") {
  const { accountId } = await requireRole(context, request, "moderator");
  const { db, keyring } = context;
  const statement = await findStatement(db.read, keyring, { publicId });
  if (!statement || statement.state === "unconfirmed") throw new Response(null, { status: 404 });
  if (await isOwnStatement(db.read, statement, accountId)) throw new Response(null, { status: 403 });
  return { accountId, statement };
}
