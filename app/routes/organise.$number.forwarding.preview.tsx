import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { Button } from "#app/components/button.tsx";
import { calendarDay, counted, figure } from "#app/components/format.ts";
import { MessagePreview } from "#app/components/message-preview.tsx";
import { OrganisePage } from "#app/components/organise-page.tsx";
import { pageTitle } from "#app/components/page-title.ts";
import { sendPreview } from "#app/domain/forwarding/send-preview.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readRound } from "#app/http/preview-round.server.ts";
import { requireOrganiser } from "#app/http/require-organiser.server.ts";

const DONE = { sent: "A copy is on its way to the address that you sign in with." } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { campaign } = await requireOrganiser(context, request, params.number);
  const { id, number, title, state } = campaign;
  const { slotOn, count, messages } = await readRound(context, id);
  return {
    ...{ campaign: { number, title, state }, slotOn, count },
    messages: messages.map(({ text: _text, html: _html, ...shown }) => shown),
    isOff: context.settings.forwarding === "off",
    done: doneWords(request, DONE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, visitor } = await requireOrganiser(context, request, params.number);
  const who = { campaignId: campaign.id, accountId: visitor.accountId };
  const outcome = await sendPreview(context, who, context.clock.now());
  switch (outcome) {
    case "sent":
      return redirect(`/organise/${campaign.number}/forwarding/preview?done=sent`, 303);
    case "too_many":
      return data({ problem: "You have had three copies today. More can be sent tomorrow." }, 409);
    case "not_organiser":
      throw new Response(null, { status: 403 });
  }
}

export const meta: MetaFunction = () => pageTitle("The next messages");

export default function OrganisePreview(): ReactElement {
  const { campaign, slotOn, count, messages, isOff, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OrganisePage
      campaign={campaign}
      title="The next messages"
      lede={`As they would go out on ${calendarDay(slotOn)} at ten o’clock, with the numbers of today.`}
      problem={sent?.problem}
      done={sent ? "" : done}
    >
      {isOff ? <p>Messages are switched off on this site. This is what would be sent.</p> : null}
      {messages.length === 0 ? (
        <p>
          Nobody would be written to. <a href={`/organise/${campaign.number}/told`}>See why</a>
        </p>
      ) : (
        <>
          <p>
            {counted(count, "address", "addresses")} would be written to.
            {count > messages.length ? ` The first ${figure(messages.length)} are here.` : ""}
          </p>
          <form method="post">
            <Button tone="quiet">Send the first one to myself</Button>
          </form>
          <h2>The messages</h2>
          {messages.map((message, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two readers may have the same title and subject
            <details key={index} className="message-round" open={index === 0}>
              <summary>
                {message.to} · <b>{message.subject}</b>
              </summary>
              <MessagePreview message={message} hint="Not sent yet. Its links work once it is." />
            </details>
          ))}
        </>
      )}
    </OrganisePage>
  );
}
