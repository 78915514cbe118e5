import { setTimeout as delay } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { requestLinks } from "#app/domain/signature/request-links.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { bookSlots, requeueAbandonedJobs, runDueJobs } from "#app/jobs/queue.server.ts";
import { currentSlots, jobKind, RECURRING } from "#app/jobs/schedule.ts";
import { makeWorker } from "#app/jobs/worker.server.ts";
import type { WorkerContext } from "#app/jobs/worker-context.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";

test("every slot of the round is booked once, however many workers book it", async () => {
  const site = await testSite({ poolSize: 8 });
  await Promise.all(Array.from({ length: 6 }, () => bookSlots(site.context(NOW))));
  const ids = (await jobsOf(site)).map((job) => job.id);
  expect(ids.toSorted()).toEqual(
    currentSlots(NOW)
      .map((slot) => slot.id)
      .toSorted(),
  );
  expect(ids.filter((id) => id.startsWith("plan-deliveries:"))).toEqual(["plan-deliveries:2026-11-24"]);
  await bookSlots(site.context(NOW + MINUTE));
  expect(await jobsOf(site)).toHaveLength(ids.length + 2);
});

test("two workers at once run each job once, and not again in its slot", async () => {
  const site = await testSite({ poolSize: 8 });
  await bookSlots(site.context(NOW));
  await Promise.all([runDueJobs(site.context(NOW)), runDueJobs(site.context(NOW))]);
  const jobs = await jobsOf(site);
  expect(jobs.map((job) => [job.state, job.attemptCount])).toEqual(jobs.map(() => ["done", 1]));
  await bookSlots(site.context(NOW + 30_000));
  expect(await runDueJobs(site.context(NOW + 30_000))).toBe(0);
});

test("a job that fails is tried later and later, given up in the end, and the others go on", async () => {
  const site = await testSite();
  const faults: unknown[] = [];
  const log = { info() {}, warn() {}, error: (fault: unknown) => void faults.push(fault) };
  await addJob(site, { id: "nonsense:1", kind: "nonsense", dueAt: NOW - 1 });
  await addJob(site, { id: "release-held:1", kind: "release-held", dueAt: NOW });
  expect(await runDueJobs(site.context(NOW, { log }))).toBe(2);
  expect(await jobOf(site, "release-held:1")).toMatchObject({ state: "done" });
  const first = await jobOf(site, "nonsense:1");
  expect(first).toMatchObject({ state: "queued", attemptCount: 1, reason: "Error", leasedUntil: null });
  expect(first?.dueAt).toBeGreaterThanOrEqual(NOW + 30_000);
  let now = first?.dueAt ?? 0;
  for (let i = 2; i <= 10; i += 1) {
    expect(await runDueJobs(site.context(now, { log }))).toBe(1);
    now = (await jobOf(site, "nonsense:1"))?.dueAt ?? 0;
  }
  expect(await jobOf(site, "nonsense:1")).toMatchObject({ state: "failed", attemptCount: 10 });
  expect(await runDueJobs(site.context(now + DAY, { log }))).toBe(0);
  expect(faults).toHaveLength(10);
});

test("a job of a process that died runs again: at once on SQLite, elsewhere when its lease is over", async () => {
  const site = await testSite();
  await addJob(site, { id: "keep-house:1", kind: "keep-house", dueAt: NOW });
  await site.db.transaction("die in the middle", async (tx) => {
    await tx.update(tx.tables.jobs).set({ state: "running", leasedUntil: NOW + 10 * MINUTE });
  });
  expect(await runDueJobs(site.context(NOW))).toBe(0);
  await requeueAbandonedJobs(site.context(NOW));
  const then = site.db.engine === "sqlite" ? NOW : NOW + 10 * MINUTE;
  expect(await runDueJobs(site.context(then))).toBe(1);
  expect(await jobOf(site, "keep-house:1")).toMatchObject({ state: "done" });
});

test("what is due is worked off although the database was too busy for one round; what goes on failing is said", async () => {
  const site = await testSite();
  const { db } = site;
  let refusals = 1;
  const busy: typeof db = Object.assign(Object.create(db), {
    transaction: ((name, work) => {
      refusals -= 1;
      return refusals < 0 ? db.transaction(name, work) : Promise.reject(new Error("busy"));
    }) satisfies (typeof db)["transaction"],
  });
  const worker = makeWorker({ ...site.context(NOW), db: busy });
  await worker.runDue();
  const jobs = await jobsOf(site);
  expect(jobs.length).toBeGreaterThan(0);
  expect(new Set(jobs.map(({ state }) => state))).toEqual(new Set(["done"]));
  refusals = 1000;
  const late = makeWorker({ ...site.context(NOW + DAY), db: busy });
  await expect(late.runDue()).rejects.toThrow("busy");
});

test("kinds of work are known by name, and no other is run", () => {
  for (const { kind } of RECURRING) expect(jobKind(kind)).toBe(kind);
  for (const kind of ["publish-tallies", "mail-links", "plan-deliveries"]) expect(jobKind(kind)).toBe(kind);
  expect(() => jobKind("format-disk")).toThrow("there is no work called format-disk");
});

test("the weekly round keeps to London time when the clocks change", () => {
  const at = (instant: string) => currentSlots(Date.parse(instant)).at(-1);
  expect(at("2027-03-30T08:59:59Z")?.rowId).toBe("2027-03-23");
  expect(at("2027-03-30T09:00:00Z")).toMatchObject({
    rowId: "2027-03-30",
    dueAt: Date.parse("2027-03-30T09:00Z"),
  });
  expect(at("2027-11-02T09:59:59Z")?.rowId).toBe("2027-10-26");
  expect(at("2027-11-02T10:00:00Z")).toMatchObject({
    rowId: "2027-11-02",
    dueAt: Date.parse("2027-11-02T10:00Z"),
  });
});

test("all that is due is worked off in one go: links asked for, reminders, closing, purging", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { closesOn: "2026-11-25" });
  const { form } = await confirmedSignature(site, petition);
  await signPetition(site, petition);
  await requestLinks(site, { email: form.email, clientAddress: "192.0.2.1" }, NOW);
  await makeWorker(site.context(NOW)).runDue();
  expect(await site.db.read.select().from(site.db.tables.mailbox)).toHaveLength(2);
  await makeWorker(site.context(NOW + 8 * DAY)).runDue();
  const [campaign] = await site.db.read.select().from(site.db.tables.campaigns);
  expect(campaign).toMatchObject({ state: "closed", closedAt: Date.parse("2026-11-26T00:00Z") });
  expect(await site.db.read.select().from(site.db.tables.signatures)).toHaveLength(1);
  expect(await site.db.read.select().from(site.db.tables.publications)).toHaveLength(1);
});

test("what comes round by itself is not kept waiting by mail that never ends", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  let now = NOW;
  await signPetition(site, petition, {}, now);
  const worker = makeWorker(
    site.context(NOW, {
      clock: { offset: 0, now: () => now },
      transport: {
        ...{ kind: "smtp", repeatable: false, mailsPerRequest: 1, requestsAtOnce: 1, close() {} },
        ...{ serializeMail: JSON.stringify, serializeRequest: ([mail = ""]) => mail },
        async send() {
          now += MINUTE;
          if (now < NOW + 5 * MINUTE) await signPetition(site, petition, {}, now);
          return { kind: "answered", mails: [{ kind: "accepted", providerId: "" }] };
        },
      },
    }),
  );
  await worker.runDue();
  const released = (await jobsOf(site)).filter(({ id }) => id.startsWith("release-held:"));
  expect(released.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => "done"));
});

test("a worker that is woken sends what has just been queued, and after stopping does nothing more", async () => {
  const { worker, site } = await livelyWorker();
  const petition = await openPetition(site);
  await worker.start();
  await signPetition(site, petition);
  await until(async () => (await mailboxOf(site)) === 1);
  await Promise.all(Array.from({ length: 20 }, () => signPetition(site, petition)));
  await until(async () => (await mailboxOf(site)) === 21);
  await worker.stop();
  await signPetition(site, petition);
  worker.wake();
  await delay(50);
  expect(await mailboxOf(site)).toBe(21);
  await makeWorker(site.context(NOW)).runDue();
  expect(await mailboxOf(site)).toBe(22);
});

test("a round that fails is logged without a word of anybody, and the next one comes", async () => {
  const faults: unknown[] = [];
  const { worker, site, context } = await livelyWorker();
  context.log = { info() {}, warn() {}, error: (...words: unknown[]) => void faults.push(words) };
  let failures = 0;
  const now = context.clock.now;
  context.clock.now = () => {
    if (failures > 0) {
      failures -= 1;
      throw new RangeError("ann@example.org");
    }
    return now();
  };
  await worker.start();
  failures = 1;
  worker.wake();
  await until(async () => faults.length > 0);
  expect(JSON.stringify(faults)).toContain("RangeError");
  expect(JSON.stringify(faults)).not.toContain("example.org");
  await signPetition(site, await openPetition(site));
  await until(async () => (await mailboxOf(site)) === 1);
});

test("finished jobs are forgotten after two weeks, so that no slot is run again", async () => {
  const site = await testSite();
  await addJob(site, { id: "release-held:1", kind: "release-held", dueAt: NOW });
  await runDueJobs(site.context(NOW));
  for (const [days, count] of [
    [13, 1],
    [15, 0],
  ] as const) {
    const now = NOW + days * DAY;
    await addJob(site, { id: `keep-house:${now}`, kind: "keep-house", dueAt: now });
    await runDueJobs(site.context(now + HOUR));
    const left = (await jobsOf(site)).filter((job) => job.id === "release-held:1");
    expect(left).toHaveLength(count);
  }
});

async function livelyWorker() {
  const site = await testSite();
  const context: WorkerContext = site.context(NOW);
  const worker = makeWorker(context);
  site.wake = () => worker.wake();
  onTestFinished(() => worker.stop());
  return { site, worker, context };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500; i += 1) {
    if (await isSo()) return;
    await delay(20);
  }
  throw new Error("it did not come about in ten seconds");
}

async function mailboxOf(site: TestSite): Promise<number> {
  return (await site.db.read.select().from(site.db.tables.mailbox)).length;
}

function jobsOf(site: TestSite) {
  return site.db.read.select().from(site.db.tables.jobs);
}

async function jobOf(site: TestSite, id: string) {
  const { jobs } = site.db.tables;
  const [job] = await site.db.read.select().from(jobs).where(eq(jobs.id, id));
  return job;
}

async function addJob(site: TestSite, job: { id: string; kind: string; dueAt: number }): Promise<void> {
  await site.db.transaction("add job", async (tx) => {
    await tx
      .insert(tx.tables.jobs)
      .values({ ...job, rowId: "", state: "queued", attemptCount: 0, reason: "", createdAt: NOW });
  });
}
