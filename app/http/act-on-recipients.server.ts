import type { ListError } from "../domain/csv/read-rows.ts";
import { type NamingOutcome, nameRecipients } from "../domain/recipient/name-recipients.server.ts";
import { NamedForm } from "../domain/recipient/named-recipient.ts";
import { readRecipientList } from "../domain/recipient/recipient-list.ts";
import { withdrawRecipient } from "../domain/recipient/withdraw-recipient.server.ts";
import type { Site } from "../domain/site.ts";
import { RECIPIENTS_AT_MOST } from "../policy-recipients.ts";
import { type FormValues, fieldErrors } from "./read-form.server.ts";

/** Whose recipients are changed, and by whom: blank in a draft, which nobody owns yet. */
export interface Naming {
  campaignId: string;
  accountId: string;
}

/** What became of a form about recipients: the word for what was done, or what to put right. */
export type RecipientsAnswer =
  | { done: "added" | "removed" | "listed" }
  | {
      done?: undefined;
      status: 409 | 422 | 429;
      problem: string;
      errors: Record<string, string>;
      /** What is wrong with a list, line by line. */
      lines: readonly ListError[];
    };

/**
 * Names a recipient (`intent=add`), a list of them (`intent=list`, in `list`), or takes one back (`intent=remove`,
 * by `recipient`). `listed` is a file's text, where one was chosen: it counts before what was pasted.
 *
 * @throws Response 400 for another form
 */
export async function actOnRecipients(
  site: Site,
  naming: Naming,
  { values, listed }: { values: FormValues; listed?: string },
  now: number,
): Promise<RecipientsAnswer> {
  switch (values.intent) {
    case "add": {
      const form = NamedForm.safeParse(values);
      if (!form.success) return wrong({ errors: fieldErrors(form.error) });
      return answer("added", await nameRecipients(site, { ...naming, forms: [form.data] }, now));
    }
    case "list": {
      const list = readRecipientList(listed ?? values.list ?? "");
      if (!list.ok)
        return wrong({ errors: { list: "Something in the list has to be put right" }, lines: list.errors });
      const outcome = await nameRecipients(site, { ...naming, forms: list.forms }, now);
      return answer("listed", outcome, list.lines);
    }
    case "remove": {
      const removed = await withdrawRecipient(site, { ...naming, publicId: values.recipient ?? "" }, now);
      return removed === "not_now" ? wrong({ status: 409, problem: NOT_NOW }) : { done: "removed" };
    }
  }
  throw new Response(null, { status: 400 });
}

const NOT_NOW = "It is over, so nobody can be named or taken off any more.";
const DOUBLED = "They are named already, or somebody else with this address is";

function answer(done: "added" | "listed", named: NamingOutcome, lines?: readonly number[]): RecipientsAnswer {
  switch (named.outcome) {
    case "named":
      return { done };
    case "named_already":
      return lines === undefined
        ? wrong({ errors: { name: DOUBLED } })
        : wrong({
            errors: { list: "Something in the list has to be put right" },
            lines: [{ line: lines[named.index] ?? 1, message: DOUBLED }],
          });
    case "too_many":
      return wrong({
        problem: `A campaign goes to at most ${RECIPIENTS_AT_MOST}, those who get a copy included.`,
      });
    case "too_often":
      return wrong({ status: 429, problem: "Many were named today. Go on tomorrow." });
    case "not_now":
      return wrong({ status: 409, problem: NOT_NOW });
  }
}

function wrong(what: {
  status?: 409 | 422 | 429;
  problem?: string;
  errors?: Record<string, string>;
  lines?: readonly ListError[];
}): RecipientsAnswer {
  const { status = 422, problem = "", errors = {}, lines = [] } = what;
  return { status, problem, errors, lines };
}
