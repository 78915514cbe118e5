import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { Contact } from "#app/components/contact.tsx";
import { ForwardingLinkProblem } from "#app/components/forwarding-link-problem.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { useSite } from "#app/components/site-details.ts";
import { endPause } from "#app/domain/forwarding/end-pause.server.ts";
import { findPauseByLink } from "#app/domain/forwarding/find-pause.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await findPauseByLink(context.db.read, params.token ?? "", context.clock.now());
  switch (found.outcome) {
    case "found": {
      const { pause, who, areaName, campaign, isClosed } = found;
      const scope = pause.campaignId === "" ? "all" : "one";
      const page = {
        who,
        areaName,
        scope,
        title: campaign?.title ?? "",
        isClosed,
        isOn: pause.endedAt === null,
      };
      return data({ isOver: false, page }, 200);
    }
    case "ended":
      return data({ isOver: true, page: undefined }, 410);
    case "unknown":
      return data({ isOver: false, page: undefined }, 404);
  }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const outcome = await endPause(context, token, context.clock.now());
  switch (outcome) {
    case "resumed":
      return redirect(`/unpause/${token}`, 303);
    case "already_resumed":
      return data({ isAlready: true }, 200);
    case "closed_for_good":
      return data({ isAlready: false }, 403);
    case "ended":
      return data({ isAlready: false }, 410);
    case "unknown_link":
      return data({ isAlready: false }, 404);
  }
}

export const meta: MetaFunction = () => pageTitle("End a pause");

export default function UnpausePage(): ReactElement {
  const { page, isOver } = useLoaderData<typeof loader>();
  const isAlready = useActionData<typeof action>()?.isAlready ?? false;
  const { operatorContact } = useSite();
  if (page === undefined) return <ForwardingLinkProblem isOver={isOver} />;
  const { who, areaName, scope, title, isClosed, isOn } = page;
  const kicker = `${who}, ${areaName}`;
  const about = scope === "all" ? "any campaign" : title === "" ? "one campaign" : `“${title}”`;
  if (isClosed)
    return (
      <>
        <PageHeading
          kicker={kicker}
          title="This cannot be undone by a link"
          lede="One of our messages to this address was reported as unwanted, so we do not write to it any more."
        />
        <p>
          If that was a mistake, write to <Contact to={operatorContact} />. A person reads it.
        </p>
      </>
    );
  if (!isOn)
    return (
      <>
        {isAlready ? (
          <Notice tone="ok">
            <p>This was undone before. Nothing has changed.</p>
          </Notice>
        ) : null}
        <PageHeading
          kicker={kicker}
          title="The pause is over"
          lede={`When there is something new about ${about}, we write again: at most once a week.`}
        />
      </>
    );
  return (
    <>
      <PageHeading
        kicker={kicker}
        title="Start our messages again?"
        lede={`Now we send you nothing about ${about}.`}
      />
      <form method="post">
        <Button>Write to me again</Button>
      </form>
    </>
  );
}
