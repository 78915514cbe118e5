import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactElement } from "react";
import { AdminPage } from "#app/components/admin-page.tsx";
import { Button } from "#app/components/button.tsx";
import { DefinitionList } from "#app/components/definition-list.tsx";
import { DELIVERY_WORDS, incomingWords } from "#app/components/delivery-words.ts";
import { DispatchStopNotice } from "#app/components/dispatch-stop.tsx";
import { calendarDay, figure } from "#app/components/format.ts";
import { pageTitle } from "#app/components/page-title.ts";
import { TroubledDeliveryItem } from "#app/components/troubled-delivery.tsx";
import { findDispatchStop } from "#app/domain/forwarding/dispatch-stop.server.ts";
import { resumeDispatch } from "#app/domain/forwarding/resume-dispatch.server.ts";
import { settleByHand } from "#app/domain/forwarding/settle-by-hand.server.ts";
import {
  countIncoming,
  countLastSlot,
  listFailed,
  listUncertain,
  type TroubledDelivery,
} from "#app/domain/forwarding/troubled-deliveries.server.ts";
import { doneWords } from "#app/http/done-words.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { requireRole } from "#app/http/require-role.server.ts";

const DONE = {
  settled: "It is written down, with your name, in the log of changes.",
  resumed: "Mail to representatives goes on.",
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, "admin");
  const { db, keyring, clock } = context;
  const now = clock.now();
  const [stop, lastSlot, uncertain, failed, incoming] = await Promise.all([
    findDispatchStop(db.read),
    countLastSlot(db.read),
    listUncertain(db.read, keyring),
    listFailed(db.read, keyring, now),
    countIncoming(db.read, now),
  ]);
  const shown = ({ id: _id, representativeId: _person, ...delivery }: TroubledDelivery) => delivery;
  return {
    ...{ stop, lastSlot, incoming, uncertain: uncertain.map(shown), failed: failed.map(shown) },
    done: doneWords(request, DONE),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireRole(context, request, "admin");
  const { delivery: key = "", fate, intent } = await readForm(request);
  if (intent === "resume") {
    const resumed = await resumeDispatch(context, accountId, context.clock.now());
    if (resumed === "resumed") return redirect("/admin/deliveries?done=resumed", 303);
    return data({ problem: "It goes on already: a message was taken, or somebody else let it go on." }, 409);
  }
  if (fate !== "arrived" && fate !== "not_arrived") throw new Response(null, { status: 400 });
  const input = { key, hasArrived: fate === "arrived", accountId };
  const outcome = await settleByHand(context, input, context.clock.now());
  if (outcome === "settled") return redirect("/admin/deliveries?done=settled", 303);
  return data({ problem: "That message is not uncertain any more: a report on it has come." }, 409);
}

export const meta: MetaFunction = () => pageTitle("Messages to representatives");

export default function AdminDeliveries(): ReactElement {
  const { stop, lastSlot, uncertain, failed, incoming, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <AdminPage
      title="Messages to representatives"
      lede="What was sent, what perhaps was, and what came back."
      problem={sent?.problem}
      saved={sent ? "" : done}
    >
      {stop ? (
        <DispatchStopNotice stop={stop}>
          <form method="post">
            <Button name="intent" value="resume">
              Let it go on now
            </Button>
          </form>
        </DispatchStopNotice>
      ) : null}
      <h2>Perhaps sent: {figure(uncertain.length)}</h2>
      <p>
        {uncertain.length === 0
          ? "None. Of every message we know whether it left."
          : "The answer of the other side never came, so none of these is sent again by itself. Look in the provider's own log. If you cannot find out, wait: a report may still come."}
      </p>
      <ul className="representatives plain-list">
        {uncertain.map((delivery) => (
          <TroubledDeliveryItem key={delivery.key} delivery={delivery}>
            <form method="post" className="row" aria-label={`About the message to ${delivery.to}`}>
              <input type="hidden" name="delivery" value={delivery.key} />
              <Button tone="quiet" name="fate" value="arrived">
                It arrived
              </Button>
              <Button tone="quiet" name="fate" value="not_arrived">
                It did not arrive: may be told again next week
              </Button>
            </form>
          </TroubledDeliveryItem>
        ))}
      </ul>
      <h2>Did not arrive in the last four weeks: {figure(failed.length)}</h2>
      <p>
        Where an address is no good, nothing more is sent there.{" "}
        <a href="/admin/addresses">Addresses to put right</a>
      </p>
      <ul className="representatives plain-list">
        {failed.map((delivery) => (
          <TroubledDeliveryItem key={delivery.key} delivery={delivery} />
        ))}
      </ul>
      <h2>{lastSlot ? `The round of ${calendarDay(lastSlot.slotOn)}` : "No round yet"}</h2>
      {lastSlot ? (
        <DefinitionList
          rows={lastSlot.counts.map(({ state, count }) => ({
            term: DELIVERY_WORDS[state],
            value: figure(count),
          }))}
        />
      ) : (
        <p>Nothing has been planned so far.</p>
      )}
      <h2>Mail that came in over seven days</h2>
      {incoming.length === 0 ? (
        <p>None.</p>
      ) : (
        <DefinitionList
          rows={incoming.map(({ kind, count }) => ({ term: incomingWords(kind), value: figure(count) }))}
        />
      )}
    </AdminPage>
  );
}
