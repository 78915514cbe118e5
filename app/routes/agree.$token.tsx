import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AgreeForm, AgreeState } from "#app/components/agree-form.tsx";
import { LinkProblem } from "#app/components/link-problem.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { isIn } from "#app/domain/campaign/campaign.ts";
import { AGREE_STATES, agreeToVersion } from "#app/domain/open-letter/agree-to-version.server.ts";
import { findVersionQuestion } from "#app/domain/open-letter/version-question.server.ts";
import { findSignatureByLink } from "#app/domain/signature/queries.server.ts";
import { readForm } from "#app/http/read-form.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring } = context;
  const signature = await findSignatureByLink(db.read, keyring, params.token ?? "", ["agree"]);
  if (!signature) return data({ stage: "unknown_link" as const }, 404);
  const { campaign, campaignId, state, textVersion, name } = signature;
  const { title, path } = campaign;
  if (path === "") return data({ stage: "gone" as const, title, path }, 410);
  if (state !== "confirmed") return data({ stage: "not_counted" as const, title, path }, 409);
  const versions = { campaignId, signed: textVersion, present: campaign.textVersion };
  const question = await findVersionQuestion(db.read, versions);
  if (!question) return { stage: "agreed" as const, title, path };
  if (!isIn(AGREE_STATES, campaign.state)) return data({ stage: "closed" as const, title, path }, 409);
  return { stage: "ask" as const, title, path, name, question };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { version = "" } = await readForm(request);
  const read = /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0;
  const outcome = await agreeToVersion(context, { token, version: read });
  switch (outcome) {
    case "agreed":
      return redirect(`/agree/${token}`, 303);
    case "already_agreed":
      return redirect(`/agree/${token}?again=1`, 303);
    case "changed_again":
      return data(
        { problem: "It has changed once more. Read what is new, then press the button again." },
        409,
      );
    case "not_counted":
    case "letter_closed":
      return data({ problem: "" }, 409);
    case "unknown_link":
      return data({ problem: "" }, 404);
  }
}

export const meta: MetaFunction = () => pageTitle("The letter has changed");

export default function AgreePage(): ReactElement {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  switch (page.stage) {
    case "unknown_link":
      return <LinkProblem />;
    case "ask":
      return <AgreeForm {...page} problem={sent?.problem ?? ""} />;
    default:
      return <AgreeState {...page} />;
  }
}
