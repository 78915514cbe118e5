import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { CampaignLink } from "#app/components/campaign-link.tsx";
import { LinkProblem } from "#app/components/link-problem.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { findSignatureByLink } from "#app/domain/signature/queries.server.ts";
import { refuseSignature } from "#app/domain/signature/refuse-signature.server.ts";
import { NOT_ME_DAYS } from "#app/policy.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const signature = await findSignatureByLink(context.db.read, context.keyring, params.token ?? "", [
    "not_me",
  ]);
  if (!signature) return data({ title: "", path: "", isCounted: false }, 404);
  const { title, path } = signature.campaign;
  return { title, path, isCounted: signature.state === "confirmed" };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const outcome = await refuseSignature(context, params.token ?? "", context.clock.now());
  return outcome === "deleted" ? redirect("/not-me/done", 303) : data(null, 404);
}

export const meta: MetaFunction = () => pageTitle("This was not me");

export default function NotMePage(): ReactElement {
  const { title, path, isCounted } = useLoaderData<typeof loader>();
  if (title === "") return <LinkProblem />;
  return (
    <div className="prose">
      <PageHeading
        kicker={<CampaignLink path={path} title={title} />}
        title="Did somebody else use your address?"
        lede="Press the button and we delete what they typed."
      />
      <p>
        {isCounted ? "The signature is counted now; it will be taken off. " : "Nothing has been counted. "}
        For {NOT_ME_DAYS} days we send no further mail about it to your address.
      </p>
      <form method="post">
        <Button tone="danger">This was not me: delete it</Button>
      </form>
      <p>
        <ButtonLink tone="quiet" href={path === "" ? "/" : path}>
          No, keep it
        </ButtonLink>
      </p>
    </div>
  );
}
