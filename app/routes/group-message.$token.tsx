import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PageHeading } from "#app/components/page-heading.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { groupPath } from "#app/domain/group/group.ts";
import { findMessageByLink, takesMessages } from "#app/domain/group/group-messages.server.ts";
import { sendGroupMessage } from "#app/domain/group/send-group-message.server.ts";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, keyring, clock } = context;
  const found = await findMessageByLink(db.read, keyring, params.token ?? "", clock.now());
  if (!found) return data({ message: undefined }, 410);
  const { state, name, email, message, group } = found;
  const isWritable = await takesMessages(db.read, group);
  return data({
    message: {
      ...{ isSent: state === "sent", name, email, words: message, isWritable },
      group: { name: group.name, path: group.state === "hidden" ? "" : groupPath(group.slug) },
    },
  });
}

export async function action({ params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  switch (await sendGroupMessage(context, token, context.clock.now())) {
    case "sent":
    case "sent_already":
      return redirect(`/group-message/${token}`, 303);
    case "too_many":
      return data({ problem: "The group has had many messages today. Please press again tomorrow." }, 409);
    case "not_now":
      return data({ problem: "This group takes no messages now." }, 409);
    case "over":
    case "unknown":
      return data({ problem: "" }, 410);
  }
}

export const meta: MetaFunction = () => pageTitle("Your message");

export default function GroupMessagePage(): ReactElement {
  const { message } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (message === undefined)
    return (
      <PageHeading
        title="This link is over"
        lede="The message was not sent in time, or it went out a while ago and we have deleted our copy. Write once more if you wish."
      />
    );
  const { isSent, name, email, words, isWritable, group } = message;
  return (
    <>
      <PageHeading
        title={isSent ? `Sent to ${group.name}` : `Send this to ${group.name}?`}
        lede={
          isSent
            ? "Those who run it have your message and your address. They answer you themselves."
            : "It has not been sent yet."
        }
      />
      {sent === undefined || sent.problem === "" ? null : (
        <Notice tone="problem">
          <p role="alert">{sent.problem}</p>
        </Notice>
      )}
      <DefinitionList
        rows={[
          { term: "From", value: name },
          { term: "They answer to", value: email },
          { term: "Your message", value: <span className="mail-text">{words}</span> },
        ]}
      />
      {isSent ? null : isWritable ? (
        <form method="post">
          <p className="soft">If you did not write this, close this page: it goes to nobody.</p>
          <Button>Send it</Button>
        </form>
      ) : (
        <p>This group takes no messages now, so it cannot be sent.</p>
      )}
      {group.path === "" ? null : (
        <p>
          <ButtonLink tone="quiet" href={group.path}>
            The group’s page
          </ButtonLink>
        </p>
      )}
    </>
  );
}
