import { expect, onTestFinished, test } from "vitest";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { addDays } from "#app/domain/time/london.ts";
import { resendTransport } from "#app/emails/transport-resend.server.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import { recoverDeliveries } from "#app/jobs/recover-batches.server.ts";
import {
  ARBORETUM,
  councillor,
  deliveriesOf,
  dispatchAll,
  forwardingSite,
  petitionWith,
  publish,
  rehearsing,
  TUESDAY,
  tenOn,
} from "../domain/forwarding/scene.ts";
import { startResendServer } from "../servers/resend.ts";

const TEN = tenOn(TUESDAY);

/** A site with one message planned for Tuesday, and a server that plays Resend. */
async function scene() {
  const site = await forwardingSite();
  const server = await startResendServer({ requestsPerSecond: 100 });
  onTestFinished(() => server.stop());
  const transport = resendTransport({ apiKey: server.apiKey, baseUrl: server.url, timeoutMs: 2000 });
  await councillor(site, { email: "pat@councillors.example" });
  const petition = await petitionWith(site, [["ward", ARBORETUM, 38]]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  return { site, server, transport, petition };
}

test("after a lost answer the very same request goes again, and Resend takes it once", async () => {
  const { site, server, transport, petition } = await scene();
  server.misbehave({ kind: "lose-answer" });
  await dispatchAll(rehearsing(site, TEN, { transport }));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "sending" }]);
  await publish(site, petition.id, [["ward", ARBORETUM, 50]]);
  await dispatchAll(rehearsing(site, TEN + HOUR, { transport }));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "sent" }]);
  expect(server.mails).toHaveLength(1);
  expect(server.bodies).toHaveLength(2);
  expect(server.bodies[1]).toBe(server.bodies[0]);
});

test("what a killed process was sending goes again within 23 hours of the first attempt", async () => {
  const { site, server, transport } = await scene();
  const killed = { ...transport, send: () => Promise.reject(new Error("killed")) };
  await expect(dispatchDeliveries(rehearsing(site, TEN, { transport: killed }))).rejects.toThrow("killed");
  const restarted = rehearsing(site, TEN + 22 * HOUR, { transport });
  await recoverDeliveries(restarted);
  await dispatchAll(restarted);
  expect(await deliveriesOf(site)).toMatchObject([{ state: "sent" }]);
  expect(server.mails).toHaveLength(1);
});

test("after 23 hours without an answer it is uncertain and goes no more", async () => {
  const { site, server, transport } = await scene();
  server.misbehave({ kind: "lose-answer" }, 2);
  await dispatchAll(rehearsing(site, TEN, { transport }));
  await dispatchAll(rehearsing(site, TEN + 22 * HOUR, { transport }));
  await dispatchAll(rehearsing(site, TEN + 23 * HOUR + MINUTE, { transport }));
  await dispatchAll(rehearsing(site, tenOn(addDays(TUESDAY, 3)), { transport }));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "uncertain" }]);
  expect(server.mails).toHaveLength(1);
});

test("the refusal of a repeat does not make the first attempt undone", async () => {
  const { site, server, transport } = await scene();
  server.misbehave({ kind: "lose-answer" });
  server.misbehave({ kind: "status", status: 429, name: "rate_limit_exceeded" });
  await dispatchAll(rehearsing(site, TEN, { transport }));
  await dispatchAll(rehearsing(site, TEN + HOUR, { transport }));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "sending" }]);
  await dispatchAll(rehearsing(site, TEN + 3 * HOUR, { transport }));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "sent" }]);
  expect(server.mails).toHaveLength(1);
});

test("a refused first attempt goes back to planned and says what is true when it goes", async () => {
  const { site, server, transport, petition } = await scene();
  server.misbehave({ kind: "status", status: 429, name: "rate_limit_exceeded" });
  await dispatchAll(rehearsing(site, TEN, { transport }));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "planned", batchId: "" }]);
  await publish(site, petition.id, [["ward", ARBORETUM, 50]]);
  await dispatchAll(rehearsing(site, TEN + HOUR, { transport }));
  expect(server.mails.map((mail) => mail.subject)).toEqual([
    expect.stringContaining("50 of your constituents"),
  ]);
});

test("a stored request does not go out by another way, or in another mode", async () => {
  const { site, server, transport } = await scene();
  server.misbehave({ kind: "lose-answer" });
  await dispatchAll(rehearsing(site, TEN, { transport }));
  await dispatchAll(rehearsing(site, TEN + HOUR));
  expect(await deliveriesOf(site)).toMatchObject([{ state: "uncertain" }]);
  expect(server.bodies).toHaveLength(1);
});
