import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Button } from "#app/components/button.tsx";
import { ForwardingRuleFields } from "#app/components/forwarding-rule-fields.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { changeRule, ruleToChange } from "#app/domain/forwarding/change-rule.server.ts";
import { RuleForm } from "#app/domain/forwarding/rule-form.ts";
import { SITE } from "#app/domain/forwarding/rules.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";
import { ruleFormValues } from "#app/http/rule-form-values.ts";

const HERE = "/admin/forwarding";
const DONE = { saved: "It is saved, and holds from the next round on." } as const;
const EVERYTHING = {
  tellsMps: true,
  councillors: ["all", "concerned", "none"],
  tellsRecipients: true,
  paces: ["usual", "slow"],
  sendsClosing: true,
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  const values = ruleFormValues(await ruleToChange(context.db.read, SITE));
  const { forwarding } = context.settings;
  return { values, forwarding, done: doneWords(request, DONE) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "admin");
  const values = await readForm(request);
  const form = RuleForm.safeParse(values);
  if (!form.success) return data({ values, errors: fieldErrors(form.error), problem: "" }, 422);
  const outcome = await changeRule(
    context,
    { campaignId: SITE, accountId, form: form.data },
    context.clock.now(),
  );
  switch (outcome) {
    case "saved":
      return redirect(`${HERE}?done=saved`, 303);
    case "unchanged":
      return redirect(HERE, 303);
    case "changed":
      return data(
        { values, errors: {}, problem: "Somebody else has changed it meanwhile. Open it anew." },
        409,
      );
  }
}

export const meta: MetaFunction = () => pageTitle("Who is told");

export default function AdminForwarding(): ReactElement {
  const { values, forwarding, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  return (
    <AdminPage
      title="Who is told"
      lede="The rule for the whole site. Those who run a campaign may narrow it, never widen it."
      errors={errors}
      problem={sent?.problem}
      saved={sent ? "" : done}
    >
      <p>{FORWARDING_WORDS[forwarding]}</p>
      <form method="post" noValidate>
        <ForwardingRuleFields
          values={sent?.values ?? values}
          errors={errors}
          choices={EVERYTHING}
          pauseLabel="Tell nobody anything for now"
          pauseHint="For an emergency. It holds for every campaign until you take the tick away."
        />
        <Button>Save</Button>
      </form>
      <p>
        <a href="/admin/polls">Polls and the quiet days before them</a>
      </p>
    </AdminPage>
  );
}

const FORWARDING_WORDS = {
  off: "Messages are switched off on this site: nothing is planned or sent.",
  rehearsal: "This site rehearses: messages go to addresses that lead nowhere.",
  live: "This site writes to real people.",
} as const;
