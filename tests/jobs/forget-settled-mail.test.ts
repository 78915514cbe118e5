import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { blankStalled } from "#app/domain/signature/end-retention.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { forgetDoneJobs } from "#app/jobs/forget-done-jobs.server.ts";
import { forgetCaptured, forgetOldBatches, forgetSettledMail } from "#app/jobs/forget-settled-mail.server.ts";
import { OUTBOX_DAYS } from "#app/policy.ts";
import { BATCH_DAYS } from "#app/policy-forwarding.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { mails, rowOf } from "../domain/signature/signing.ts";

test("settled mails and captured ones go after a month; what is still to be sent stays", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await signPetition(site, petition);
  await mails(site, NOW);
  await signPetition(site, petition);
  const over = NOW + OUTBOX_DAYS * DAY;
  for (const forget of [forgetSettledMail, forgetCaptured]) {
    expect(await forget(site, over - 1)).toBe(0);
    expect(await forget(site, over)).toBe(1);
    expect(await forget(site, over)).toBe(0);
  }
  const { outbox } = site.db.tables;
  expect(await site.db.read.select({ state: outbox.state }).from(outbox)).toEqual([{ state: "queued" }]);
});

test("what travelled together goes a month after its answer; what has had none stays", async () => {
  const site = await testSite();
  const { deliveryBatches } = site.db.tables;
  const row = {
    kind: "delivery",
    request: "",
    members: "[]",
    attemptCount: 1,
    dueAt: NOW,
    createdAt: NOW,
  } as const;
  await site.db.transaction("batches", async (tx) => {
    await tx.insert(deliveryBatches).values([
      { ...row, id: "answered", state: "settled", settledAt: NOW },
      { ...row, id: "given up", state: "uncertain", settledAt: NOW },
      { ...row, id: "under way", state: "sending", settledAt: null },
    ]);
  });
  const over = NOW + BATCH_DAYS * DAY;
  expect(await forgetOldBatches(site, over - 1)).toBe(0);
  expect(await forgetOldBatches(site, over)).toBe(2);
  expect(await site.db.read.select({ id: deliveryBatches.id }).from(deliveryBatches)).toEqual([
    { id: "under way" },
  ]);
});

test("jobs that were done go in parts", async () => {
  const site = await testSite();
  await site.db.transaction("jobs", async (tx) => {
    const job = { kind: "keep-house", rowId: "", state: "done", attemptCount: 1, reason: "" } as const;
    const rows = Array.from({ length: 700 }, (_, i) => ({
      ...job,
      id: `old-${i}`,
      dueAt: NOW,
      createdAt: NOW,
    }));
    await tx.insert(tx.tables.jobs).values(rows);
  });
  expect(await forgetDoneJobs(site, NOW)).toBe(0);
  expect(await forgetDoneJobs(site, NOW + 15 * DAY)).toBe(500);
  expect(await forgetDoneJobs(site, NOW + 15 * DAY)).toBe(200);
  expect(await forgetDoneJobs(site, NOW + 15 * DAY)).toBe(0);
});

test.each(["gathering", "rejected", "hidden", "removed"] as const)(
  "what a %s petition holds of people is blank six months after it came to a halt, and it stays counted",
  async (state) => {
    const site = await testSite();
    const petition = await openPetition(site);
    const open = await confirmedSignature(site, await openPetition(site));
    const { id } = await confirmedSignature(site, petition, { showName: true });
    const { campaigns, signatureSlots, publicNames } = site.db.tables;
    await site.db.transaction("halt", async (tx) => {
      await tx.update(campaigns).set({ state }).where(eq(campaigns.id, petition.id));
    });
    expect(await blankStalled(site, NOW + 170 * DAY)).toBe(0);
    expect(await blankStalled(site, NOW + 190 * DAY)).toBeGreaterThan(0);
    expect(await blankStalled(site, NOW + 190 * DAY)).toBe(0);
    expect(await rowOf(site, id)).toMatchObject({ state: "confirmed", email: "", addressHash: "" });
    expect((await rowOf(site, open.id))?.email).not.toBe("");
    expect(await site.db.read.select().from(publicNames)).toEqual([]);
    const slots = await site.db.read.select().from(signatureSlots);
    expect(slots.some(({ signatureId }) => signatureId === id)).toBe(state !== "removed");
    expect(await checkTallies(site.db.read)).toEqual([]);
  },
);
