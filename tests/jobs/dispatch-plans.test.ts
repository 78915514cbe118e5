import { expect, inject, onTestFinished, test } from "vitest";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import { resendTransport } from "#app/emails/transport-resend.server.ts";
import { dispatchDeliveries } from "#app/jobs/dispatch-deliveries.server.ts";
import {
  ARBORETUM,
  councillor,
  forwardingSite,
  petitionWith,
  rehearsing,
  runSlot,
  TUESDAY,
  tenOn,
  WORCESTER,
} from "../domain/forwarding/scene.ts";
import { startResendServer } from "../servers/resend.ts";
import type { TestSite } from "../site.ts";
import { planOf, statementsOf } from "../statements.ts";

/*
 * Tables that grow with the country or with every round are never gone through for a few messages. Only for SQLite,
 * whose way does not depend on what it knows of the rows; PostgreSQL is measured by tests/load/forwarding.ts.
 */
const { engine, at } = inject("template");

/** A step that goes through all rows of a table that grows with the country or with every round. */
const GOES_THROUGH_ALL =
  /^SCAN (?:terms|same|representatives|areas|deliveries|delivery_items|published_tallies|cells|links|pauses)\b/;

test.runIf(engine === "sqlite")(
  "no statement of sending a few messages goes through all of a large table",
  async () => {
    const site = await plannedSite();
    const server = await startResendServer({ requestsPerSecond: 1000 });
    onTestFinished(() => server.stop());
    const { apiKey, url: baseUrl } = server;
    const transport = resendTransport({ apiKey, baseUrl, timeoutMs: 2000, pace: requestPace(1000) });
    const statements = await statementsOf(() => dispatchDeliveries(rehearsing(site, TEN, { transport })));
    expect(server.mails).toHaveLength(3);
    expect(statements.length).toBeGreaterThan(15);
    expect(throughAll(statements)).toEqual([]);
  },
);

test.runIf(engine === "sqlite")("planning looks up bans, pauses and what was told seat by seat", async () => {
  const site = await plannedSite();
  const statements = await statementsOf(() =>
    planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN),
  );
  expect(statements.length).toBeGreaterThan(8);
  expect(throughAll(statements)).toEqual([]);
});

const TEN = tenOn(TUESDAY);

/** A round before has told them; the next one is planned, of a campaign with a place and a constituency. */
async function plannedSite(): Promise<TestSite> {
  const site = await forwardingSite();
  await councillor(site, {});
  await councillor(site, { gssCode: WORCESTER });
  await petitionWith(site, [
    ["ward", ARBORETUM, 38],
    ["constituency", WORCESTER, 60],
  ]);
  await runSlot(site, "2026-11-17");
  await petitionWith(site, [
    ["ward", ARBORETUM, 12],
    ["constituency", WORCESTER, 30],
  ]);
  await planDeliveries(site, { forwarding: "rehearsal", slotOn: TUESDAY }, TEN);
  return site;
}

function throughAll(statements: readonly string[]): string[] {
  return statements
    .filter((statement) => /^(?:select|update|insert|delete)/.test(statement))
    .flatMap((statement) =>
      planOf(at, statement)
        .filter((step) => GOES_THROUGH_ALL.test(step))
        .map((step) => `${step}: ${statement}`),
    );
}
