import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { closeCampaigns } from "#app/domain/campaign/close-campaigns.server.ts";
import { purgeExpired, remindPending } from "#app/domain/signature/housekeeping.server.ts";
import { pauseSigning } from "#app/domain/signature/pause-signing.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { finishResuming, resumeSigning } from "#app/domain/signature/resume-signing.server.ts";
import { findSigningPause, replaceSigningPause } from "#app/domain/signature/signing-pause.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm, rowOf, total } from "./signing.ts";

const ADMIN = { accountId: "admin" };

test("while all signing is paused nobody signs or confirms, nothing closes, runs out or is reminded", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { closesOn: "2026-11-26" });
  const signed = await signPetition(site, petition);
  expect(await pauseSigning(site, ADMIN, NOW + HOUR)).toBe("paused");
  expect(await pauseSigning(site, ADMIN, NOW + HOUR)).toBe("already_paused");
  const signing = { campaignId: petition.id, form: signed.form, clientAddress: "192.0.2.1" };
  expect(await recordSignature(site, signing, NOW + 2 * HOUR)).toBe("signing_paused");
  expect(await confirm(site, signed.confirmToken, NOW + 2 * HOUR)).toBe("signing_paused");
  const late = NOW + 40 * DAY;
  expect(await closeCampaigns(site, late)).toBe(0);
  expect(await purgeExpired(site, late)).toBe(0);
  expect(await remindPending(site, late)).toBe(0);
  expect(await total(site, petition)).toBe(0);
  expect(await rowOf(site, signed.id)).toMatchObject({ state: "pending" });
});

test("letting it go on moves last days by whole days and links to the millisecond, and everything works again", async () => {
  const site = await testSite();
  const open = await openPetition(site, { closesOn: "2026-11-26" });
  const next = await openPetition(site, { closesOn: "2026-11-29" });
  const paused = await openPetition(site, { state: "paused", closesOn: "2026-12-31" });
  const closed = await openPetition(site, { state: "closed", closesOn: "2026-11-20", closedAt: NOW - DAY });
  const hidden = await openPetition(site, {
    ...{ state: "hidden", formerState: "open", closesOn: "2027-01-10" },
  });
  const signed = await signPetition(site, open);
  const before = await rowOf(site, signed.id);
  await pauseSigning(site, ADMIN, NOW + HOUR);
  const lasted = 2 * DAY + 1;
  expect(await resumeSigning(site, ADMIN, NOW + HOUR + lasted)).toBe("resumed");
  expect(await resumeSigning(site, ADMIN, NOW + HOUR + lasted)).toBe("not_paused");
  const days = await Promise.all([open, next, paused, closed, hidden].map((one) => closesOn(site, one.id)));
  expect(days).toEqual(["2026-11-29", "2026-12-02", "2027-01-03", "2026-11-20", "2027-01-13"]);
  const after = await rowOf(site, signed.id);
  expect(after?.expiresAt).toBe((before?.expiresAt ?? 0) + lasted);
  expect(after?.remindAt).toBe((before?.remindAt ?? 0) + lasted);
  expect(await confirm(site, signed.confirmToken, NOW + HOUR + lasted + 1)).toBe("confirmed");
  const { auditLog } = site.db.tables;
  const lines = await site.db.read.select().from(auditLog).orderBy(auditLog.sequence);
  expect(lines.map(({ action, accountId, detail }) => [action, accountId, detail])).toEqual([
    ["pause_signing", "admin", ""],
    ["resume_signing", "admin", "days moved on by 3"],
  ]);
});

test("however many let it go on at once, and wherever the program stops, every row is moved once", async () => {
  const site = await testSite({ poolSize: 8 });
  const first = await openPetition(site, { closesOn: "2026-12-01" });
  await copyPetition(site, first.id, 450);
  const signed = await signPetition(site, first);
  const before = await rowOf(site, signed.id);
  await pauseSigning(site, ADMIN, NOW);
  // Stopped right after it was written down that signing goes on: nothing is moved yet, and all stays paused.
  await site.db.transaction("stop in the middle", async (tx) => {
    const pause = await findSigningPause(tx);
    if (!pause) throw new Error("nothing is paused");
    const resuming = { resumedAt: NOW + DAY, step: "campaigns", after: "" } as const;
    await replaceSigningPause(tx, pause, { ...pause, resuming });
  });
  expect(await confirm(site, signed.confirmToken, NOW + DAY)).toBe("signing_paused");
  await Promise.all([finishResuming(site), finishResuming(site), finishResuming(site)]);
  await finishResuming(site);
  expect(await findSigningPause(site.db.read)).toBeUndefined();
  const { campaigns } = site.db.tables;
  const rows = await site.db.read
    .select({ closesOn: campaigns.closesOn, count: sql`count(*)`.mapWith(Number) })
    .from(campaigns)
    .groupBy(campaigns.closesOn);
  expect(rows).toEqual([{ closesOn: "2026-12-02", count: 451 }]);
  expect((await rowOf(site, signed.id))?.expiresAt).toBe((before?.expiresAt ?? 0) + DAY);
});

async function closesOn(site: TestSite, id: string): Promise<string | undefined> {
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read
    .select({ closesOn: campaigns.closesOn })
    .from(campaigns)
    .where(eq(campaigns.id, id));
  return row?.closesOn;
}

async function copyPetition(site: TestSite, id: string, copies: number): Promise<void> {
  await site.db.transaction("copy", async (tx) => {
    const { campaigns } = tx.tables;
    const [row] = await tx.select().from(campaigns).where(eq(campaigns.id, id));
    if (!row) throw new Error("there is nothing to copy");
    const rows = Array.from({ length: copies }, (_, index) => ({
      ...row,
      ...{ id: `${id}-${index}`, number: row.number + 1 + index, slug: `${row.slug}-${index}` },
    }));
    for (let start = 0; start < rows.length; start += 50)
      await tx.insert(campaigns).values(rows.slice(start, start + 50));
  });
}
