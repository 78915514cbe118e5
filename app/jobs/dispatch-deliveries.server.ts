import { and, asc, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { DeliveryMode } from "#db/tables/forwarding.ts";
import type { Delivery } from "../domain/forwarding/prepare-delivery.server.ts";
import type { SendingTransport } from "../emails/transport.ts";
import { type Begun, beginDelivery, DELIVERY_LEASE } from "./begin-delivery.server.ts";
import { settleDelivery } from "./settle-delivery.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Deliveries taken on before service mail has its turn again. */
const BATCH = 20;

/**
 * Sends the planned messages to representatives that are due, one after another, each at most once. Returns how
 * many it took on; 0 means that nothing is due. Attempts that had no answer go again where the provider takes the
 * same request once, and stand as `uncertain` everywhere else.
 */
export async function dispatchDeliveries(context: WorkerContext): Promise<number> {
  const { transport, settings } = context;
  const abandoned = await giveUpAbandoned(context);
  if (settings.forwarding === "off") return abandoned;
  const repeated =
    transport.kind !== "mailbox" && transport.repeatable ? await repeatUnanswered(context, transport) : 0;
  return abandoned + repeated + (await sendPlanned(context, settings.forwarding));
}

/**
 * Looks after what a process that died has left in `sending`: on SQLite all of it, as there is no other process;
 * on PostgreSQL what is past its lease. Call it once at the start, before the first dispatch.
 */
export async function recoverDeliveries(context: WorkerContext): Promise<void> {
  if (context.db.engine === "sqlite") {
    await context.db.transaction("end leases of deliveries", async (tx) => {
      const { deliveries } = tx.tables;
      await tx.update(deliveries).set({ leasedUntil: null }).where(eq(deliveries.state, "sending"));
    });
  }
  await giveUpAbandoned(context);
}

async function sendPlanned(context: WorkerContext, mode: DeliveryMode): Promise<number> {
  const { db, clock, transport } = context;
  const { deliveries } = db.tables;
  const due = await db.read
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(eq(deliveries.state, "planned"), eq(deliveries.mode, mode), lte(deliveries.dueAt, clock.now())),
    )
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
    .limit(BATCH);
  let taken = 0;
  for (const { id } of due) {
    taken += 1;
    const begun = await beginDelivery(context, id, mode);
    if (!begun || transport.kind === "mailbox") continue;
    if (!(await sendBegun(context, transport, begun, false))) break;
  }
  return taken;
}

/** False where the other side seems to be down: then the rest waits for another round. */
async function sendBegun(
  context: WorkerContext,
  transport: SendingTransport,
  { id, attemptCount, request }: Begun,
  isRepeat: boolean,
): Promise<boolean> {
  const outcome = await transport.send(request);
  await settleDelivery(context, { id, attemptCount, isRepeat, isRepeatable: transport.repeatable }, outcome);
  return outcome.kind === "accepted" || (outcome.kind === "refused" && outcome.permanent);
}

async function repeatUnanswered(context: WorkerContext, transport: SendingTransport): Promise<number> {
  const { db, clock } = context;
  const { deliveries } = db.tables;
  const now = clock.now();
  const isUnanswered = and(
    isAbandoned(context, now),
    lte(deliveries.dueAt, now),
    gt(deliveries.repeatUntil, now),
  );
  const due = await db.read
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(isUnanswered)
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
    .limit(BATCH);
  for (const { id } of due) {
    const [claimed] = await db.transaction("repeat delivery", async (tx) =>
      tx
        .update(deliveries)
        .set({
          attemptCount: sql`${deliveries.attemptCount} + 1`,
          sendingAt: now,
          leasedUntil: now + DELIVERY_LEASE,
        })
        .where(and(eq(deliveries.id, id), isUnanswered))
        .returning(),
    );
    if (!claimed) continue;
    const request = openRequest(context, claimed);
    if (request === undefined) continue;
    const begun = { id, attemptCount: claimed.attemptCount, request };
    if (!(await sendBegun(context, transport, begun, true))) break;
  }
  return due.length;
}

/** What was sent before; undefined when its secret is gone, and then its time runs out. */
function openRequest({ keyring, log }: WorkerContext, { id, request }: Delivery): string | undefined {
  try {
    return keyring.open({ table: "deliveries", column: "request", rowId: id }, request);
  } catch {
    log.error({ delivery: id }, "the stored request of a delivery cannot be opened");
    return undefined;
  }
}

/**
 * What nobody is working at and may not go again as it is becomes uncertain: for a person to look at, or for the
 * provider's own message to settle. A request that was made in another mode, or for another way out, stays here.
 */
async function giveUpAbandoned(context: WorkerContext): Promise<number> {
  const { db, clock, transport, settings, log } = context;
  const { deliveries } = db.tables;
  const now = clock.now();
  const canRepeat = transport.kind !== "mailbox" && transport.repeatable;
  const isHopeless = and(
    isAbandoned(context, now),
    canRepeat
      ? or(
          isNull(deliveries.repeatUntil),
          lte(deliveries.repeatUntil, now),
          sql`${deliveries.mode} <> ${settings.forwarding}`,
        )
      : undefined,
  );
  const found = await db.read.select({ id: deliveries.id }).from(deliveries).where(isHopeless).limit(BATCH);
  if (found.length === 0) return 0;
  const givenUp = await db.transaction("give up deliveries", async (tx) =>
    tx
      .update(deliveries)
      .set({
        state: "uncertain",
        reason: "no answer came",
        settledAt: now,
        leasedUntil: null,
        repeatUntil: null,
      })
      .where(isHopeless)
      .returning({ id: deliveries.id }),
  );
  log.warn({ count: givenUp.length }, "deliveries without an answer are uncertain");
  return givenUp.length;
}

function isAbandoned({ db }: WorkerContext, now: number): SQL | undefined {
  const { deliveries } = db.tables;
  return and(
    eq(deliveries.state, "sending"),
    or(isNull(deliveries.leasedUntil), lte(deliveries.leasedUntil, now)),
  );
}
