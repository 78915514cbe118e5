import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { authorDeadline } from "#app/domain/moderation/complaint.ts";
import { forgetComplaints } from "#app/domain/moderation/forget-complaints.server.ts";
import { runComplaintClock } from "#app/domain/moderation/run-complaint-clock.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { answer, complain, complaintScene, logOf, rowOf, STANDS_BY, step } from "./complaining.ts";

async function mailedSince(site: TestSite, now: number): Promise<string[]> {
  await sendQueuedMail(site.context(now));
  return (await listMailbox(site.db.read, site.keyring)).map(({ to, subject }) => `${to}: ${subject}`);
}

test("the author's time ends at midnight in London at the end of the fifth day, over both changes of the clocks", () => {
  const ends = (asked: string) => new Date(authorDeadline(Date.parse(asked))).toISOString();
  expect(ends("2026-10-23T08:00:00Z")).toBe("2026-10-29T00:00:00.000Z");
  expect(ends("2026-10-23T23:30:00Z")).toBe("2026-10-30T00:00:00.000Z");
  expect(ends("2027-03-25T12:00:00Z")).toBe("2027-03-30T23:00:00.000Z");
  expect(ends("2027-03-26T00:00:00Z")).toBe("2027-03-31T23:00:00.000Z");
});

test("a complaint is acknowledged and sent to the author at once; silence until the deadline makes removal due", async () => {
  const site = await testSite();
  const asked = Date.parse("2026-10-23T14:00:00Z");
  const { campaign } = await complaintScene(site, {});
  const { id } = await complain(site, campaign, { sharesName: "" }, asked);
  expect(await rowOf(site, id)).toMatchObject({ state: "author_asked", authorAskedAt: asked });
  await sendQueuedMail(site.context(asked + MINUTE));
  const mails = await listMailbox(site.db.read, site.keyring);
  const toAuthor = mails.find(({ to }) => to.startsWith("person-"));
  expect(toAuthor?.subject).toBe("Answer by 28 October: a complaint about “Ask the head”");
  for (const words of ["The head took the money.", "midnight at the end of 28 October", "/author-reply/"])
    expect(toAuthor?.text.replaceAll("\n", " ")).toContain(words);
  expect(toAuthor?.text).not.toMatch(/Quillonda|Vexbury|quaxmail/i);
  const toComplainant = mails.find(({ to }) => to.startsWith("vexbury@"));
  expect(toComplainant?.text).toContain(`/complaint/${site.keyring.token("complaint", id, 1)}`);

  const deadline = Date.parse("2026-10-29T00:00:00Z");
  await runComplaintClock(site, deadline - MINUTE);
  expect((await rowOf(site, id)).state).toBe("author_asked");
  await runComplaintClock(site, deadline);
  await runComplaintClock(site, deadline);
  expect(await rowOf(site, id)).toMatchObject({
    ...{ state: "author_silent", dueAt: Date.parse("2026-10-31T00:00:00Z") },
  });
  expect(await logOf(site, id)).toEqual(["received", "author_asked", "author_silent no_answer"]);
});

test("from the deadline on no answer is taken, whether or not the clock has run", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const { id } = await complain(site, campaign);
  const deadline = authorDeadline(NOW);
  expect(await answer(site, id, STANDS_BY, deadline)).toBe("too_late");
  await sendQueuedMail(site.context(NOW));
  await runComplaintClock(site, deadline);
  expect(await answer(site, id, { answer: "agree" }, deadline + HOUR)).toBe("too_late");
  expect((await rowOf(site, id)).state).toBe("author_silent");
});

test("an author who stands by the words answers once, and whoever complained gets the details only where allowed", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const open = await complain(site, campaign);
  const closed = await complain(site, campaign, { email: "other@quaxmail.example.org" });
  const later = authorDeadline(NOW) - MINUTE;
  await sendQueuedMail(site.context(NOW));
  const answers = await Promise.all(
    [0, 1].map(() => answer(site, open.id, { ...STANDS_BY, authorSharesDetails: "on" }, later)),
  );
  expect(answers.toSorted()).toEqual(["answered", "answered_already"]);
  expect(await answer(site, closed.id, STANDS_BY, later)).toBe("answered");
  await sendQueuedMail(site.context(later));
  const mails = (await listMailbox(site.db.read, site.keyring)).filter(({ subject }) =>
    subject.includes("stands by"),
  );
  const text = (to: string) => mails.find((mail) => mail.to.startsWith(to))?.text ?? "";
  expect(mails).toHaveLength(2);
  expect(text("vexbury@")).toMatch(/Betony Fairweather[\s\S]*1 Made Up Road, Severnford, SV1 1AA/);
  expect(text("vexbury@")).not.toContain("It is true.");
  expect(text("other@")).not.toMatch(/Betony|Made Up/);
  await runComplaintClock(site, later + 10 * DAY);
  expect((await rowOf(site, open.id)).state).toBe("author_disagreed");
  expect(await step(site, open, { step: "keep" }, later + HOUR)).toBe("settled");
  expect(await mailedSince(site, later + HOUR)).toHaveLength(6);
});

test("an author who agrees leaves the removal to a moderator within forty-eight working hours", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const { id } = await complain(site, campaign);
  const friday = Date.parse("2026-11-27T09:00:00Z");
  expect(await answer(site, id, { answer: "agree" }, friday)).toBe("answered");
  expect(await rowOf(site, id)).toMatchObject({
    ...{ state: "author_agreed", dueAt: Date.parse("2026-12-01T09:00:00Z"), authorName: "" },
  });
  await runComplaintClock(site, friday + 30 * DAY);
  const { campaigns } = site.db.tables;
  const [petition] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, campaign.id));
  expect([(await rowOf(site, id)).state, petition?.state]).toEqual(["author_agreed", "open"]);
});

test("where nobody runs a campaign, or no mail reaches them, removal is due within the time since the complaint came", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  await site.db.transaction("leave", (tx) => tx.delete(tx.tables.organisers));
  const alone = await complain(site, campaign);
  expect(await rowOf(site, alone.id)).toMatchObject({ state: "author_silent", dueAt: NOW + 2 * DAY });
  expect(await logOf(site, alone.id)).toEqual(["received", "author_silent no_author"]);

  const { campaign: other } = await complaintScene(site, { slug: "the-other-head" });
  const bounced = await complain(site, other);
  await sendQueuedMail(site.context(NOW));
  await site.db.transaction("refuse", (tx) =>
    tx
      .update(tx.tables.outbox)
      .set({ state: "failed" })
      .where(eq(tx.tables.outbox.template, "complaint-to-author")),
  );
  await runComplaintClock(site, NOW + HOUR);
  expect(await rowOf(site, bounced.id)).toMatchObject({ state: "author_silent", dueAt: NOW + 2 * DAY });
});

test("five days begin when the mail has left: one that waits for days takes none of them, and is no silence", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const { id } = await complain(site, campaign);
  await runComplaintClock(site, authorDeadline(NOW) + HOUR);
  expect((await rowOf(site, id)).state).toBe("author_asked");
  const left = NOW + 2 * DAY;
  await sendQueuedMail(site.context(left));
  const subjects = (await listMailbox(site.db.read, site.keyring)).map(({ subject }) => subject);
  expect(subjects).toContain("Answer by 2 December: a complaint about “Ask the head”");
  await runComplaintClock(site, left + HOUR);
  expect(await rowOf(site, id)).toMatchObject({ state: "author_asked", dueAt: authorDeadline(left) });
});

test("over a limit a moderator looks first, and after a day the author is written to all the same", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  for (let i = 0; i < 3; i += 1) await complain(site, campaign);
  const held = await complain(site, campaign);
  expect(held.state).toBe("waiting");
  expect(await logOf(site, held.id)).toEqual(["received held"]);
  await runComplaintClock(site, NOW + DAY - MINUTE);
  expect((await rowOf(site, held.id)).state).toBe("waiting");
  await runComplaintClock(site, NOW + DAY);
  expect(await rowOf(site, held.id)).toMatchObject({
    ...{ state: "author_asked", authorAskedAt: NOW + DAY, dueAt: authorDeadline(NOW + DAY) },
  });
  const states = [];
  for (const clientAddress of ["198.51.100.7", "203.0.113.7", "203.0.114.7"])
    states.push((await complain(site, campaign, { clientAddress })).state);
  expect(states).toEqual(["author_asked", "author_asked", "waiting"]);
});

test("what was typed is forgotten sixteen months after it was settled, and its links with it", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const settled = await complain(site, campaign);
  const open = await complain(site, campaign, { email: "other@quaxmail.example.org" });
  await step(site, settled, { step: "hide" }, NOW);
  expect(await forgetComplaints(site, Date.parse("2028-03-24T12:00:00Z"))).toBe(0);
  expect(await forgetComplaints(site, Date.parse("2028-03-26T12:00:00Z"))).toBe(1);
  expect(await forgetComplaints(site, Date.parse("2028-03-26T12:00:00Z"))).toBe(0);
  expect(await rowOf(site, settled.id)).toMatchObject({
    statement: "",
    email: "",
    name: "",
    state: "removed",
  });
  expect((await rowOf(site, open.id)).statement).not.toBe("");
  expect(await answer(site, settled.id, STANDS_BY, NOW)).toBe("unknown");
  expect((await logOf(site, settled.id)).at(-1)).toBe("removed hidden");
});
