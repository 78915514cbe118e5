import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { ForwardingRuleFields } from "#app/components/forwarding-rule-fields.tsx";
import { ForwardingSummary } from "#app/components/forwarding-summary.tsx";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { changeRule, ruleToChange } from "#app/domain/forwarding/change-rule.server.ts";
import { RuleForm } from "#app/domain/forwarding/rule-form.ts";
import { ruleFor, siteRule } from "#app/domain/forwarding/rules.server.ts";
import { scopesWithin } from "#app/domain/forwarding/rules.ts";
import { doneWords } from "#app/http/done-words.ts";
import { fieldErrors, readForm } from "#app/http/read-form.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";
import { ruleFormValues } from "#app/http/rule-form-values.ts";

const DONE = { saved: "It is saved, and holds from the next round on." } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign, role } = await requireOrganiser(context, request, params.number);
  const { read } = context.db;
  const { id, number, title, state } = campaign;
  const site = await siteRule(read);
  return {
    campaign: { number, title, state },
    isOwner: role === "owner",
    values: ruleFormValues(await ruleToChange(read, id)),
    rule: await ruleFor(read, id),
    isSitePaused: site.isPaused,
    isOff: context.settings.forwarding === "off",
    choices: {
      tellsMps: site.tellsMps,
      councillors: scopesWithin(site.councillors),
      tellsRecipients: site.tellsRecipients,
      paces: site.pace === "slow" ? ["slow"] : ["usual", "slow"],
      sendsClosing: site.sendsClosing,
    },
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number, { owners: true });
  const here = `/organise/${campaign.number}/forwarding`;
  const values = await readForm(request);
  const form = RuleForm.safeParse(values);
  if (!form.success) return data({ values, errors: fieldErrors(form.error), problem: "" }, 422);
  const { accountId } = visitor;
  const now = context.clock.now();
  const outcome = await changeRule(context, { campaignId: campaign.id, accountId, form: form.data }, now);
  switch (outcome) {
    case "saved":
      return redirect(`${here}?done=saved`, 303);
    case "unchanged":
      return redirect(here, 303);
    case "changed":
      return data(
        { values, errors: {}, problem: "Somebody else has changed it meanwhile. Open it anew." },
        409,
      );
  }
}

export const meta: MetaFunction = () => pageTitle("Who is told");

export default function OrganiseForwarding(): ReactElement {
  const { campaign, isOwner, values, rule, choices, isSitePaused, isOff, done } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: Record<string, string> = sent?.errors ?? {};
  const base = `/organise/${campaign.number}`;
  return (
    <OrganisePage
      campaign={campaign}
      title="Who is told"
      lede="Every Tuesday those who speak for the people who signed hear how many they are."
      errors={errors}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      <ul>
        <li>
          <a href={`${base}/forwarding/preview`}>Read the messages of the next round</a>
        </li>
        <li>
          <a href={`${base}/told`}>Who is told, who is not, and why</a>
        </li>
      </ul>
      <ForwardingSummary rule={rule} isSitePaused={isSitePaused} isOff={isOff} />
      {isOwner ? (
        <form method="post" noValidate>
          <ForwardingRuleFields
            values={sent?.values ?? values}
            errors={errors}
            choices={choices}
            pauseLabel="Tell nobody for now"
            pauseHint="While a council talks with you, say. Take the tick away, and the next round goes out."
          />
          <Button>Save</Button>
        </form>
      ) : (
        <p>Only an owner can change this.</p>
      )}
    </OrganisePage>
  );
}
