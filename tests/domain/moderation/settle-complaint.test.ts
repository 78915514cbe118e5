import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getText, replaceText } from "#app/domain/campaign/replace-text.server.ts";
import { TextContent } from "#app/domain/campaign/text-content.ts";
import { claimSubject } from "#app/domain/moderation/claim-subject.server.ts";
import {
  authorDeadline,
  COMPLAINT_MOVES,
  type ComplaintMover,
  mayMoveComplaint,
  possibleSteps,
  TakedownForm,
} from "#app/domain/moderation/complaint.ts";
import { complaintSubject, findComplaint } from "#app/domain/moderation/complaints.server.ts";
import { moveComplaint } from "#app/domain/moderation/move-complaint.server.ts";
import { runComplaintClock } from "#app/domain/moderation/run-complaint-clock.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import type { ComplaintState } from "#db/tables/moderation.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import {
  answer,
  COMPLAINT,
  complain,
  complaintScene,
  logOf,
  queueOf,
  rowOf,
  STANDS_BY,
  step,
} from "./complaining.ts";
import { person } from "./reviewing.ts";

const STATES: ComplaintState[] = [
  ...(["waiting", "author_asked", "author_agreed", "author_disagreed"] as const),
  ...(["author_silent", "removed", "kept", "invalid"] as const),
];
const MOVERS: ComplaintMover[] = ["program", "author", "moderator"];

async function petitionState(site: TestSite, id: string) {
  const { campaigns } = site.db.tables;
  const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, id));
  return { state: row?.state, reason: row?.reason };
}

test("nothing but the listed moves is possible, whoever asks", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const { id } = await complain(site, campaign);
  for (const from of STATES)
    for (const to of STATES)
      for (const mover of MOVERS) {
        const { complaints } = site.db.tables;
        await site.db.transaction("forge", (tx) => tx.update(complaints).set({ state: from }));
        const moved = await site.db.transaction("move", (tx) =>
          moveComplaint(tx, { complaintId: id, from, to, mover }, NOW),
        );
        const listed: Record<string, readonly string[]> = COMPLAINT_MOVES[from];
        expect([from, to, mover, moved]).toEqual([from, to, mover, listed[to]?.includes(mover) ?? false]);
        expect((await rowOf(site, id)).state).toBe(moved ? to : from);
      }
});

test("the program removes nothing, and nobody but moderators ends a complaint", () => {
  for (const from of STATES)
    for (const to of ["removed", "kept", "invalid"] as const) {
      expect(mayMoveComplaint(from, to, "program")).toBe(false);
      expect(mayMoveComplaint(from, to, "author")).toBe(false);
    }
  expect(possibleSteps("author_agreed", true)).toEqual(["hide", "passage_gone"]);
  expect(possibleSteps("author_silent", true)).toEqual(["hide", "passage_gone", "invalid"]);
  expect(possibleSteps("author_asked", true)).not.toContain("keep");
  expect(possibleSteps("waiting", true)).not.toContain("keep");
  expect(possibleSteps("waiting", false)).toEqual(["passage_gone", "keep", "invalid"]);
  expect(possibleSteps("removed", true)).toEqual([]);
});

test("hiding the petition settles the complaint once, whoever is first; both sides are told", async () => {
  const site = await testSite();
  const { campaign, ownerId } = await complaintScene(site);
  const complaint = await complain(site, campaign);
  const moderators = await Promise.all([person(site, "moderator"), person(site, "moderator")]);
  const outcomes = await Promise.all(
    moderators.map((accountId) => step(site, complaint, { step: "hide" }, NOW, accountId)),
  );
  expect(outcomes.toSorted()).toEqual(["not_possible", "settled"]);
  expect(await petitionState(site, campaign.id)).toEqual({ state: "hidden", reason: "defamatory" });
  expect(await rowOf(site, complaint.id)).toMatchObject({ state: "removed", settledAt: NOW, dueAt: null });
  expect(await logOf(site, complaint.id)).toEqual(["received", "author_asked", "removed hidden"]);
  const notices = await site.db.read.select().from(site.db.tables.organiserNotices);
  expect(notices.map(({ accountId, kind }) => [accountId, kind])).toEqual([[ownerId, "decision"]]);
  const audit = await site.db.read.select().from(site.db.tables.auditLog);
  expect(audit.map(({ action }) => action)).toContain("move_complaint");
  expect(JSON.stringify(audit)).not.toMatch(/quax|head took/i);
  expect(await answer(site, complaint.id, { answer: "agree" }, NOW)).toBe("answered_already");
  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.filter(({ subject }) => subject.startsWith("The words have been removed"))).toHaveLength(1);
  expect(mails.filter(({ subject }) => subject.startsWith("Answer by"))).toEqual([]);
});

test("a passage counts as gone only when the text no longer has it, and its old version leaves the public then", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const complaint = await complain(site, campaign, { statement: "“THE HEAD  took\nthe money”" });
  await answer(site, complaint.id, { answer: "agree" }, NOW);
  expect(await step(site, complaint, { step: "passage_gone" }, NOW)).toBe("still_there");
  expect((await rowOf(site, complaint.id)).state).toBe("author_agreed");
  const text = await getText(site.db.read, campaign.id);
  const without = TextContent.parse({ ...text, en: { ...text.en, why: "We trusted them." } });
  await site.db.transaction("replace", (tx) => replaceText(tx, campaign.id, without, NOW));
  expect(await step(site, complaint, { step: "passage_gone" }, NOW)).toBe("settled");
  expect((await petitionState(site, campaign.id)).state).toBe("open");
  const former = await site.db.read.select().from(site.db.tables.formerTexts);
  expect(former.map(({ wasPublic }) => wasPublic)).toEqual([false]);
});

test("details that are plainly false count as no answer", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const complaint = await complain(site, campaign);
  expect(await step(site, complaint, { step: "false_details" }, NOW)).toBe("not_possible");
  await answer(site, complaint.id, { ...STANDS_BY, authorName: "Mickey Mouse" }, NOW);
  expect(await step(site, complaint, { step: "false_details" }, NOW)).toBe("settled");
  expect((await rowOf(site, complaint.id)).state).toBe("author_silent");
});

test("nobody settles a complaint about their own campaign, or one that another moderator has in hand", async () => {
  const site = await testSite();
  const { campaign, ownerId } = await complaintScene(site);
  const complaint = await complain(site, campaign);
  expect(await step(site, complaint, { step: "invalid", reason: "not_you" }, NOW, ownerId)).toBe(
    "own_campaign",
  );
  const holder = await person(site, "moderator");
  await claimSubject(site, { subject: complaintSubject(complaint.id), accountId: holder }, NOW);
  const invalid = { step: "invalid", reason: "not_here" };
  expect(await step(site, complaint, invalid, NOW)).toBe("held");
  expect(await step(site, complaint, invalid, NOW, holder)).toBe("settled");
  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.some(({ text }) => text.replaceAll("\n", " ").includes("The words are not on the page"))).toBe(
    true,
  );
});

test("of a complaint that was abuse nobody hears again", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const complaint = await complain(site, campaign);
  await sendQueuedMail(site.context(NOW));
  expect(await step(site, complaint, { step: "invalid", reason: "abuse" }, NOW)).toBe("settled");
  await sendQueuedMail(site.context(NOW + HOUR));
  expect(await listMailbox(site.db.read, site.keyring)).toHaveLength(2);
});

test("what was taken down twice on one person's complaint is not asked about a third time", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const { campaigns } = site.db.tables;
  for (const statement of ["The head took the money.", "the head took the money"]) {
    const complaint = await complain(site, campaign, { statement });
    expect(complaint.state).toBe("author_asked");
    await step(site, complaint, { step: "hide" }, NOW);
    await site.db.transaction("back", (tx) => tx.update(campaigns).set({ state: "open", formerState: "" }));
  }
  const others = { email: "other@quaxmail.example.org", clientAddress: "198.51.100.7" };
  expect((await complain(site, campaign, others)).state).toBe("author_asked");
  const third = await complain(site, campaign, { clientAddress: "203.0.113.7" });
  expect(third.state).toBe("author_silent");
  expect(await logOf(site, third.id)).toEqual(["received", "author_silent repeated"]);
});

test("what we have to do stands before what authors have to do, each by its deadline", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const asked = await complain(site, campaign);
  const agreed = await complain(site, campaign, {}, NOW + HOUR);
  const silent = await complain(site, await openPetition(site), {}, NOW);
  await answer(site, agreed.id, { answer: "agree" }, NOW + HOUR);
  expect(await queueOf(site)).toEqual([silent.id, agreed.id, asked.id]);
});

test("what was typed stands nowhere in clear, and a moderator reads all of it", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const complaint = await complain(site, campaign);
  await answer(site, complaint.id, STANDS_BY, NOW);
  const stored = JSON.stringify([
    await site.db.read.select().from(site.db.tables.complaints),
    await site.db.read.select().from(site.db.tables.complaintEvents),
    await site.db.read.select().from(site.db.tables.outbox),
    await site.db.read.select().from(site.db.tables.allowances),
  ]);
  for (const text of [
    ...Object.values(COMPLAINT).filter((value) => value.length > 10),
    "Betony",
    "Made Up",
    "192.0.2.7",
  ])
    if (!text.startsWith("/")) expect(stored).not.toContain(text);
  expect(await findComplaint(site.db.read, site.keyring, complaint.publicId)).toMatchObject({
    ...{ name: "Quillonda Vexbury", statement: COMPLAINT.statement, harm: COMPLAINT.harm },
    ...{ authorName: STANDS_BY.authorName, authorPostal: STANDS_BY.authorPostal, authorWords: "It is true." },
    campaign: { title: "Ask the head" },
  });
});

test("a notice without what the law asks is refused with a sentence for each part", () => {
  const parsed = TakedownForm.safeParse({});
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([
    ...["statement", "meaning", "harm", "untrue", "name", "email", "lacksDetails"],
  ]);
  expect(TakedownForm.safeParse({ ...COMPLAINT, lacksDetails: "" }).success).toBe(false);
  expect(TakedownForm.parse({ ...COMPLAINT, sharesName: undefined })).toMatchObject({
    ...{ sharesName: false, sharesEmail: false },
  });
});

test("the clock leaves alone what is about a page of our own", async () => {
  const site = await testSite();
  const own = await complain(site, { id: "", slug: "" });
  await runComplaintClock(site, authorDeadline(NOW) + 30 * HOUR);
  expect((await rowOf(site, own.id)).state).toBe("waiting");
  expect(await step(site, own, { step: "ask" }, NOW)).toBe("not_possible");
  expect(await step(site, own, { step: "keep" }, NOW)).toBe("settled");
});
