import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { findDispatchStop } from "#app/domain/forwarding/dispatch-stop.server.ts";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { resumeDispatch } from "#app/domain/forwarding/resume-dispatch.server.ts";
import { settleFate } from "#app/domain/forwarding/settle-fate.server.ts";
import { HOUR, MINUTE, SECOND } from "#app/domain/time/durations.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import { resendTransport } from "#app/emails/transport-resend.server.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import { DISPATCH_PAUSE_MINUTES, DISPATCH_STOP_FAILURES } from "#app/policy.ts";
import {
  ARBORETUM,
  batchesOf,
  councillor,
  deliveriesOf,
  dispatchAll,
  forwardingSite,
  petitionWith,
  rehearsing,
  TUESDAY,
  tenOn,
} from "../domain/forwarding/scene.ts";
import { startResendServer, type TestResendServer } from "../servers/resend.ts";

const TEN = tenOn(TUESDAY);

/** A site with so many messages planned for Tuesday, and a server that plays Resend. */
async function scene(count: number) {
  const site = await forwardingSite();
  const server = await startResendServer({ requestsPerSecond: 1000 });
  onTestFinished(() => server.stop());
  const { apiKey, url: baseUrl } = server;
  // The moments of these tests are told by their clock, so nothing waits here.
  const pace = { ...requestPace(1000), hold() {} };
  const transport = resendTransport({ apiKey, baseUrl, timeoutMs: 2000, pace });
  for (let seat = 0; seat < count; seat += 1) await councillor(site, {});
  await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  const at = (now: number, changes: Partial<WorkerContext> = {}) =>
    rehearsing(site, now, { transport, ...changes });
  const states = async () => (await deliveriesOf(site)).map(({ state }) => state);
  return { site, server, transport, at, states };
}

/** The provider's ids by the delivery that each mail is tagged with. */
function takenBy(server: TestResendServer): Record<string, string> {
  return Object.fromEntries(
    server.mails.map(({ tags, id }) => [tags?.find(({ name }) => name === "delivery")?.value, id]),
  );
}

test("messages travel a hundred to a request, and each keeps the id that the provider gave it", async () => {
  const { site, server, at } = await scene(130);
  await dispatchAll(at(TEN));
  expect(server.bodies.map((body) => JSON.parse(body).length).toSorted()).toEqual([100, 30].toSorted());
  const rows = await deliveriesOf(site);
  expect(rows.every(({ state }) => state === "sent")).toBe(true);
  expect(Object.fromEntries(rows.map(({ id, providerId }) => [id, providerId]))).toEqual(takenBy(server));
  expect(new Set(server.mails.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
});

test("a mail that the provider finds invalid has failed, and the others of its request are sent", async () => {
  const { site, server, at } = await scene(5);
  server.misbehave({ kind: "refuse-mails", indexes: [0, 3] });
  await dispatchAll(at(TEN));
  const rows = await deliveriesOf(site);
  expect(rows.map(({ state }) => state)).toEqual(["failed", "sent", "sent", "failed", "sent"]);
  expect(rows[0]?.reason).toBe("Resend answered validation_error");
  const sent = rows.filter(({ state }) => state === "sent");
  expect(Object.fromEntries(sent.map(({ id, providerId }) => [id, providerId]))).toEqual(takenBy(server));
  expect(server.bodies).toHaveLength(1);
});

test("a request without an answer goes again byte for byte under its key; what has been reported stays", async () => {
  const { site, server, at, states } = await scene(3);
  server.misbehave({ kind: "lose-answer" });
  await dispatchAll(at(TEN));
  expect(await states()).toEqual(["sending", "sending", "sending"]);
  const [first] = await deliveriesOf(site);
  const fate = { kind: "delivered", at: TEN, isPermanent: false, reason: "" } as const;
  await site.db.transaction("report", (tx) => settleFate(tx, { deliveryId: first?.id ?? "", ...fate }, TEN));
  await dispatchAll(at(TEN + HOUR));
  expect(await states()).toEqual(["delivered", "sent", "sent"]);
  expect(server.mails).toHaveLength(3);
  expect(server.bodies[1]).toBe(server.bodies[0]);
  expect(await batchesOf(site)).toMatchObject([{ state: "settled", request: "", attemptCount: 2 }]);
});

test("after 23 hours without an answer all of a request are uncertain, until somebody says what became of one", async () => {
  const { site, server, at, states } = await scene(2);
  server.misbehave({ kind: "status", status: 500, name: "application_error" }, 50);
  await dispatchAll(at(TEN));
  await dispatchAll(at(TEN + 23 * HOUR - MINUTE));
  expect(server.bodies).toHaveLength(2);
  await dispatchAll(at(TEN + 23 * HOUR));
  await dispatchAll(at(TEN + 30 * HOUR));
  expect(await states()).toEqual(["uncertain", "uncertain"]);
  expect(server.bodies).toHaveLength(2);
  expect(await batchesOf(site)).toMatchObject([{ state: "uncertain", request: "" }]);
});

test("over the rate all are planned again, no sooner than asked, and go under another key", async () => {
  const { site, server, at, states } = await scene(3);
  server.misbehave({ kind: "status", status: 429, name: "rate_limit_exceeded", retryAfter: 7200 });
  await dispatchDeliveries(at(TEN));
  expect(await states()).toEqual(["planned", "planned", "planned"]);
  for (const { dueAt, batchId } of await deliveriesOf(site)) {
    expect(dueAt).toBeGreaterThanOrEqual(TEN + 2 * HOUR);
    expect(batchId).toBe("");
  }
  expect(await dispatchDeliveries(at(TEN + HOUR))).toBe(0);
  await dispatchAll(at(TEN + 3 * HOUR));
  expect(await states()).toEqual(["sent", "sent", "sent"]);
  const [refused, taken] = await batchesOf(site);
  expect(server.mails[0]?.idempotencyKey).toBe(`deliveries-${taken?.id}`);
  expect(refused?.id).not.toBe(taken?.id);
});

test("a request refused as a whole is taken apart, so that one bad mail costs nobody else theirs", async () => {
  const { server, at, states } = await scene(4);
  server.misbehave({ kind: "status", status: 422, name: "validation_error" });
  server.misbehave({ kind: "status", status: 422, name: "validation_error" });
  await dispatchAll(at(TEN));
  expect((await states()).toSorted()).toEqual(["failed", "sent", "sent", "sent"]);
  expect(server.bodies.map((body) => JSON.parse(body).length)).toEqual([4, 1, 1, 1, 1]);
});

test("a slow answer that comes after others have taken over settles its request; nothing is taken twice", async () => {
  const { server, transport, at, states } = await scene(3);
  let isFirst = true;
  const overtaken: WorkerContext["transport"] = {
    ...transport,
    async send(request, urgency) {
      const outcome = await transport.send(request, urgency);
      if (isFirst) {
        isFirst = false;
        await dispatchAll(at(TEN + 10 * MINUTE));
      }
      return outcome;
    },
  };
  await dispatchDeliveries(at(TEN, { transport: overtaken }));
  expect(await states()).toEqual(["sent", "sent", "sent"]);
  expect(server.mails).toHaveLength(3);
  expect(server.bodies[1]).toBe(server.bodies[0]);
});

test("after failures in a row nothing more goes, which is logged; one message tries the way when the pause is over", async () => {
  const { site, server, at, states } = await scene(3);
  const alerts: unknown[] = [];
  const log = { info() {}, warn() {}, error: (...line: unknown[]) => void alerts.push(line) };
  server.misbehave({ kind: "status", status: 403, name: "invalid_access" }, DISPATCH_STOP_FAILURES);
  let now = TEN;
  for (let i = 0; i < DISPATCH_STOP_FAILURES; i += 1) {
    expect(await findDispatchStop(site.db.read)).toBeUndefined();
    await dispatchAll(at(now, { log }));
    now = Math.max(...(await deliveriesOf(site)).map(({ dueAt }) => dueAt));
  }
  expect(server.bodies).toHaveLength(DISPATCH_STOP_FAILURES);
  const stop = await findDispatchStop(site.db.read);
  expect(stop).toMatchObject({ failureCount: 5, reason: "Resend answered 403 invalid_access" });
  expect(alerts).toHaveLength(1);
  const over = (stop?.stoppedAt ?? 0) + DISPATCH_PAUSE_MINUTES * MINUTE;
  expect(await dispatchDeliveries(at(over - SECOND))).toBe(0);
  expect(server.bodies).toHaveLength(DISPATCH_STOP_FAILURES);

  server.misbehave({ kind: "status", status: 403, name: "invalid_access" });
  await dispatchAll(at(over));
  expect(server.bodies.map((body) => JSON.parse(body).length).at(-1)).toBe(1);
  expect(await findDispatchStop(site.db.read)).toMatchObject({ failureCount: 6 });
  await dispatchAll(at(over + DISPATCH_PAUSE_MINUTES * MINUTE));
  expect(server.bodies.slice(-2).map((body) => JSON.parse(body).length)).toEqual([1, 2]);
  expect(await states()).toEqual(["sent", "sent", "sent"]);
  expect(await findDispatchStop(site.db.read)).toBeUndefined();
});

test("an admin lets dispatch go on before the pause is over, once, and the log names them", async () => {
  const { site, server, at, states } = await scene(1);
  server.misbehave({ kind: "status", status: 403, name: "invalid_access" }, DISPATCH_STOP_FAILURES);
  let now = TEN;
  for (let i = 0; i < DISPATCH_STOP_FAILURES; i += 1) {
    await dispatchAll(at(now));
    now = Math.max(...(await deliveriesOf(site)).map(({ dueAt }) => dueAt));
  }
  await dispatchAll(at(now));
  expect(await states()).toEqual(["planned"]);
  expect(await resumeDispatch(site, "an-admin", now)).toBe("resumed");
  expect(await resumeDispatch(site, "an-admin", now)).toBe("not_stopped");
  await dispatchAll(at(now));
  expect(await states()).toEqual(["sent"]);
  const audit = await site.db.read.select().from(site.db.tables.auditLog);
  expect(audit.map(({ action, accountId }) => [action, accountId])).toEqual([
    ["stop_dispatch", ""],
    ["resume_dispatch", "an-admin"],
  ]);
});

test("a message that cannot be written holds up none of those written with it, and is tried again", async () => {
  const { site, server, at } = await scene(5);
  const [, second] = await deliveriesOf(site);
  const { terms, representatives } = site.db.tables;
  const [seat] = await site.db.read
    .select()
    .from(terms)
    .where(eq(terms.id, second?.termId ?? ""));
  const isTheirs = eq(representatives.id, seat?.representativeId ?? "");
  // An address over two lines may not leave.
  const rename = (publicId: string) =>
    site.db.transaction("rename", (tx) => tx.update(representatives).set({ publicId }).where(isTheirs));
  await rename("two\nlines");
  await dispatchAll(at(TEN));
  const rows = await deliveriesOf(site);
  expect(rows.map(({ state, reason }) => `${state} ${reason}`.trim())).toEqual([
    "sent",
    "planned not_prepared",
    ...["sent", "sent", "sent"],
  ]);
  expect(server.mails).toHaveLength(4);
  await rename("oneline");
  await dispatchAll(at(TEN + HOUR));
  expect((await deliveriesOf(site)).every(({ state }) => state === "sent")).toBe(true);
});
