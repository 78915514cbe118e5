import type { StatementUnsettled } from "../domain/story/settle-statement.server.ts";
import { settleStatement } from "../domain/story/settle-statement.server.ts";
import { SettleStatementForm, TakeStatementDownForm } from "../domain/story/statement-form.ts";
import { takeDownStatement } from "../domain/story/take-down-statement.server.ts";
import type { RequestContext } from "./context.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** Said before and after a moderator tries it. */
export const NO_REPLY_TO_INVENTED =
  "These families are invented, for the demonstration, and nobody real answers to them here: so a statement beside them cannot be shown. You can decline it, or leave it.";

/** What a moderator's form came to: done, with what was decided, or the status and words of why it was not. */
export type StatementActed =
  | { ok: true; decision: "publish" | "accept" | "decline" | "take_down" }
  | { ok: false; status: number; problem: string; errors: Record<string, string> };

/** Does what a form about a reply asks for: `intent` is settle or take_down. @throws Response 400, 403, 404. */
export async function actOnStatement(
  context: RequestContext,
  by: { publicId: string; accountId: string },
  values: FormValues,
): Promise<StatementActed> {
  const now = context.clock.now();
  if (values.intent === "take_down") {
    const form = TakeStatementDownForm.safeParse(values);
    if (!form.success) return wrong(fieldErrors(form.error));
    const outcome = await takeDownStatement(context, { ...by, form: form.data }, now);
    return outcome === "taken_down" ? { ok: true, decision: "take_down" } : refused(outcome);
  }
  if (values.intent !== "settle") throw new Response(null, { status: 400 });
  const form = SettleStatementForm.safeParse(values);
  if (!form.success) return wrong(fieldErrors(form.error));
  const outcome = await settleStatement(context, { ...by, form: form.data }, now);
  return outcome === "settled" ? { ok: true, decision: form.data.decision } : refused(outcome);
}

function refused(outcome: StatementUnsettled | "not_published"): StatementActed {
  switch (outcome) {
    case "unknown":
      throw new Response(null, { status: 404 });
    case "own":
      throw new Response(null, { status: 403 });
    case "held":
      return conflict("Another moderator has this in hand. Nothing was decided.");
    case "already_settled":
      return conflict("It was decided, or taken back by whoever wrote it, meanwhile, as shown below.");
    case "not_published":
      return conflict("It is not shown any more.");
    case "story_gone":
      return conflict("The story is not on the site now, so nothing can stand beside it.");
    case "invented":
      return conflict(NO_REPLY_TO_INVENTED);
    case "wrong_kind":
      return wrong({ decision: "Choose what you decide" });
  }
}

function wrong(errors: Record<string, string>): StatementActed {
  return { ok: false, status: 422, problem: "", errors };
}

function conflict(problem: string): StatementActed {
  return { ok: false, status: 409, problem, errors: {} };
}
