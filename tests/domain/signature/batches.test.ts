import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { BatchSelection } from "#app/domain/signature/batch-selection.ts";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { invalidateBatch } from "#app/domain/signature/invalidate-batch.server.ts";
import { openSample } from "#app/domain/signature/open-sample.server.ts";
import { restoreBatch } from "#app/domain/signature/restore-batch.server.ts";
import { describeSelection, listUnusualGroups } from "#app/domain/signature/unusual-groups.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { workBatch } from "#app/domain/signature/work-batch.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { checkTallies } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organise, person } from "../moderation/reviewing.ts";
import { confirm, rowOf, rowsOf, total } from "./signing.ts";

/** Five from one network, of whom two show their names, and one from elsewhere. */
async function scene(site: TestSite) {
  const petition = await openPetition(site);
  const many = [];
  for (let i = 0; i < 5; i += 1)
    many.push(
      await confirmedSignature(site, petition, {
        clientAddress: `192.0.2.${i}`,
        email: `many-${i}@throwaway.example`,
        showName: i < 2,
      }),
    );
  const other = await confirmedSignature(site, petition, { showName: true });
  const first = await rowOf(site, many[0]?.id ?? "");
  const selection = BatchSelection.parse({ network: first?.clientNetHash.slice(0, 16) });
  const moderatorId = await person(site, "moderator");
  const invalidate = (by = moderatorId, now = NOW + HOUR) =>
    invalidateBatch(
      site,
      { campaignId: petition.id, selection, moderatorId: by, reason: "same_network" },
      now,
    );
  return { petition, many, other, selection, moderatorId, invalidate };
}

test("a batch leaves the count with its names, keeps its slots, and comes back as it was", async () => {
  const site = await testSite();
  const { petition, many, moderatorId, invalidate } = await scene(site);
  const taken = await invalidate();
  if (typeof taken === "string") throw new Error(taken);
  expect(await total(site, petition)).toBe(1);
  expect(await shownNames(site)).toBe(1);
  expect(await checkTallies(site.db.read)).toEqual([]);
  const { signatureSlots, countEvents, auditLog, batchSignatures } = site.db.tables;
  expect(await site.db.read.select().from(signatureSlots)).toHaveLength(6);
  const again = await signPetition(site, petition, { ...many[0]?.form, clientAddress: "198.51.100.1" });
  expect(await confirm(site, again.confirmToken)).toBe("same_name");

  expect(await restoreBatch(site, { publicId: taken.publicId, moderatorId }, NOW + 2 * HOUR)).toBe(
    "restored",
  );
  expect(await restoreBatch(site, { publicId: taken.publicId, moderatorId }, NOW + 2 * HOUR)).toBe("already");
  expect(await total(site, petition)).toBe(6);
  expect(await shownNames(site)).toBe(3);
  expect(await site.db.read.select().from(batchSignatures)).toEqual([]);
  expect(await checkTallies(site.db.read)).toEqual([]);
  const events = await site.db.read.select().from(countEvents);
  const sum = (reason: string) =>
    events.filter((event) => event.reason === reason).reduce((all, { delta }) => all + delta, 0);
  expect([sum("invalidated"), sum("restored")]).toEqual([-5, 5]);
  const actions = (await site.db.read.select().from(auditLog)).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(["invalidate_signatures", "restore_signatures"]));
});

test("who is withdrawn is not taken out, and who has erased meanwhile does not come back", async () => {
  const site = await testSite();
  const { petition, many, moderatorId, invalidate } = await scene(site);
  const [first, second] = many;
  await withdrawSignature(site, first?.manageToken ?? "", NOW + HOUR);
  const taken = await invalidate();
  if (typeof taken === "string") throw new Error(taken);
  expect(await withdrawSignature(site, second?.manageToken ?? "", NOW + HOUR)).toBe("not_confirmed");
  await eraseSignature(site, { token: second?.manageToken ?? "", keep: "nothing" }, NOW + HOUR);
  await restoreBatch(site, { publicId: taken.publicId, moderatorId }, NOW + 2 * HOUR);
  expect(await total(site, petition)).toBe(4);
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("of two moderators at once one takes it out, and whoever withdraws meanwhile leaves once", async () => {
  const site = await testSite();
  const { petition, many, invalidate } = await scene(site);
  const other = await person(site, "moderator");
  const outcomes = await Promise.all([
    invalidate(),
    invalidate(other),
    ...many.map(({ manageToken }) => withdrawSignature(site, manageToken, NOW + HOUR)),
  ]);
  expect(outcomes.filter((outcome) => outcome === "own_campaign")).toEqual([]);
  expect(await total(site, petition)).toBe(1);
  expect(await checkTallies(site.db.read)).toEqual([]);
  const { batchSignatures } = site.db.tables;
  const rows = await rowsOf(site, petition);
  const takenOut = rows.filter(({ state }) => state === "invalidated");
  expect(await site.db.read.select().from(batchSignatures)).toHaveLength(takenOut.length);
});

test("nobody takes out signatures of a petition they run, nor a whole petition, nor of one that is not open", async () => {
  const site = await testSite();
  const { petition, selection, invalidate, moderatorId } = await scene(site);
  const owner = await person(site, "moderator");
  await organise(site, petition.id, owner);
  expect(await invalidate(owner)).toBe("own_campaign");
  const asked = { campaignId: petition.id, moderatorId, reason: "other" } as const;
  for (const wide of [
    {},
    { from: NOW },
    { from: NOW, until: NOW + 3 * DAY },
    { ...selection, from: 2, until: 1 },
  ])
    expect(await invalidateBatch(site, { ...asked, selection: BatchSelection.parse(wide) }, NOW)).toBe(
      "too_wide",
    );
  expect(await openSample(site, { campaignId: petition.id, selection, moderatorId: owner }, NOW)).toBe(
    "own_campaign",
  );
  await site.db.transaction("archive", async (tx) => {
    const { campaigns } = tx.tables;
    await tx.update(campaigns).set({ state: "archived" }).where(eq(campaigns.id, petition.id));
  });
  expect(await invalidate()).toBe("not_now");
  expect(await total(site, petition)).toBe(6);
});

test("an hour and a mail service narrow a batch", async () => {
  const site = await testSite();
  const { petition, moderatorId } = await scene(site);
  const late = await confirmedSignature(site, petition, { email: "x@THROWAWAY.example" }, NOW + 5 * HOUR);
  const asked = { campaignId: petition.id, moderatorId, reason: "burst" } as const;
  const from = NOW + 5 * HOUR;
  const hour = BatchSelection.parse({ from, until: from + HOUR });
  expect(
    await describeSelection(site.db.read, site.keyring, { campaignId: petition.id, selection: hour }),
  ).toMatchObject({ count: 1, domains: [] });
  await invalidateBatch(site, { ...asked, selection: hour }, from + HOUR);
  const states = new Map((await rowsOf(site, petition)).map(({ id, state }) => [id, state]));
  expect([...states.values()].filter((state) => state === "invalidated")).toHaveLength(1);
  expect(states.get(late.id)).toBe("invalidated");
  const domain = BatchSelection.parse({ domain: "Throwaway.example" });
  expect(
    await describeSelection(site.db.read, site.keyring, { campaignId: petition.id, selection: domain }),
  ).toMatchObject({ count: 5, domains: [{ domain: "throwaway.example", count: 5 }] });
  await invalidateBatch(site, { ...asked, selection: domain }, from + HOUR);
  expect(await total(site, petition)).toBe(1);
  expect(await checkTallies(site.db.read)).toEqual([]);
});

test("thousands go in parts, the rest by a job that goes on where it stopped, and come back in parts", async () => {
  const site = await testSite();
  const { petition, many, selection, moderatorId, invalidate } = await scene(site);
  await copyConfirmed(site, many[0]?.id ?? "", 1200);
  const groups = await listUnusualGroups(site.db.read, petition.id);
  expect(groups.networks).toEqual([expect.objectContaining({ network: selection.network, count: 1205 })]);
  expect(groups.lookedAt).toBe(1206);
  const taken = await invalidate();
  if (typeof taken === "string") throw new Error(taken);
  expect(await total(site, petition)).toBe(706);
  expect(await checkTallies(site.db.read)).toEqual([]);
  const { jobs, batches } = site.db.tables;
  const [job] = await site.db.read.select().from(jobs).where(eq(jobs.kind, "work-batch"));
  for (let some = 1; some > 0; ) some = await workBatch(site, job?.rowId ?? "", NOW + HOUR);
  expect(await total(site, petition)).toBe(1);
  const [batch] = await site.db.read.select().from(batches);
  expect(batch).toMatchObject({ takenCount: 1205, selection: "", doneAt: NOW + HOUR });
  await restoreBatch(site, { publicId: taken.publicId, moderatorId }, NOW + 2 * HOUR);
  for (let some = 1; some > 0; ) some = await workBatch(site, job?.rowId ?? "", NOW + 2 * HOUR);
  expect(await total(site, petition)).toBe(1206);
  expect(await checkTallies(site.db.read)).toEqual([]);
  expect((await site.db.read.select().from(batches))[0]?.restoredCount).toBe(1205);
});

test("a sample opens twenty at most and is written down without a name", async () => {
  const site = await testSite();
  const { petition, selection, moderatorId } = await scene(site);
  const opened = await openSample(site, { campaignId: petition.id, selection, moderatorId }, NOW + HOUR);
  expect(opened).toHaveLength(5);
  const { auditLog } = site.db.tables;
  const [line] = await site.db.read
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, "open_signatures"), eq(auditLog.accountId, moderatorId)));
  expect(line).toMatchObject({ subject: petition.id, detail: "5" });
});

async function shownNames(site: TestSite): Promise<number> {
  return (await site.db.read.select().from(site.db.tables.publicNames)).length;
}

/** Copies of one signature, counted as it is. */
async function copyConfirmed(site: TestSite, id: string, count: number): Promise<void> {
  const row = await rowOf(site, id);
  if (!row) throw new Error("there is no signature");
  await site.db.transaction("copy", async (tx) => {
    const { signatures, tallies, countEvents } = tx.tables;
    const copies = Array.from({ length: count }, (_, i) => ({
      ...row,
      id: `${row.id.slice(0, -6)}${String(i).padStart(6, "0")}`,
      email: "",
      name: "",
      postcode: "",
      showName: false,
    }));
    for (let at = 0; at < count; at += 300) await tx.insert(signatures).values(copies.slice(at, at + 300));
    const [tally] = await tx.select().from(tallies).where(eq(tallies.cellId, row.cellId));
    await tx
      .update(tallies)
      .set({ count: (tally?.count ?? 0) + count })
      .where(eq(tallies.cellId, row.cellId));
    await tx.insert(countEvents).values({
      campaignId: row.campaignId,
      cellId: row.cellId,
      hour: NOW,
      delta: count,
      reason: "confirmed",
    });
  });
}
