import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { claimSubject } from "#app/domain/moderation/claim-subject.server.ts";
import { linkTokens } from "#app/domain/privacy/links.server.ts";
import { confirmStatement } from "#app/domain/story/confirm-statement.server.ts";
import {
  blankSettledStatements,
  forgetUnconfirmedStatements,
} from "#app/domain/story/forget-statements.server.ts";
import { settleStatement } from "#app/domain/story/settle-statement.server.ts";
import { listShownStatements } from "#app/domain/story/shown-statements.server.ts";
import { statementSubject } from "#app/domain/story/statement.ts";
import { type SettleStatementForm, StatementForm } from "#app/domain/story/statement-form.ts";
import { findStatementByLink, listWaitingStatements } from "#app/domain/story/statement-queries.server.ts";
import { takeDownStatement } from "#app/domain/story/take-down-statement.server.ts";
import { withdrawStatement } from "#app/domain/story/withdraw-statement.server.ts";
import { withdrawStory } from "#app/domain/story/withdraw-story.server.ts";
import { writeStatement } from "#app/domain/story/write-statement.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import {
  STATEMENT_CONFIRM_DAYS,
  STATEMENT_KEPT_DAYS,
  STATEMENTS_PER_CLIENT_PER_HOUR,
  STATEMENTS_PER_SENDER_PER_DAY,
} from "#app/policy-stories.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { publishedStory } from "#tests/story-factories.ts";
import { person } from "../moderation/reviewing.ts";

const COUNCIL = "E10000034";
const WORDS = "We offer every child without a place a meeting within ten days.";
const PUBLISH: SettleStatementForm = { decision: "publish", note: "" };

function replyForm(changes: Partial<Record<keyof StatementForm, string>> = {}): StatementForm {
  return StatementForm.parse({
    ...{ kind: "statement", words: WORDS, name: "Fern Hathersage", role: "Director of children’s services" },
    ...{ organisation: "Worcestershire County Council", email: "fern@worcestershire.gov.uk" },
    ...changes,
  });
}

/** A reply to a published story, as its form was sent, with the link of its mail. */
async function scene(
  site: TestSite,
  { isStory = true, ...changes }: Partial<Record<keyof StatementForm, string>> & { isStory?: boolean } = {},
) {
  const story = await publishedStory(site);
  const about = { storyId: isStory ? story.id : "", councilGss: COUNCIL };
  const form = replyForm(changes);
  const written = { about, form, clientAddress: `192.0.2.${Math.floor(Math.random() * 200)}` };
  const { storyStatements } = site.db.tables;
  const rows = () => site.db.read.select().from(storyStatements).orderBy(storyStatements.id);
  const before = (await rows()).map((one) => one.id);
  expect(await writeStatement(site, written, NOW)).toBe("taken");
  const id = (await rows()).find((one) => !before.includes(one.id))?.id ?? "";
  const row = async () => {
    const [found] = await site.db.read.select().from(storyStatements).where(eq(storyStatements.id, id));
    if (!found) throw new Error("the reply is gone");
    return found;
  };
  const { publicId } = await row();
  const token = (await linkTokens(site.db.read, site.keyring, id)).story_statement ?? "";
  const shown = () =>
    listShownStatements(site.db.read, isStory ? { storyPublicId: story.publicId } : { councilGss: COUNCIL });
  const settle = (accountId: string, settling: SettleStatementForm = PUBLISH) =>
    settleStatement(site, { publicId, accountId, form: settling }, NOW + HOUR);
  return { story, written, rows, row, id, publicId, token, shown, settle };
}

test("a reply is sealed, waits unseen until its address confirms it, and is shown once a moderator has read it", async () => {
  const site = await testSite();
  const { row, token, shown, settle, publicId } = await scene(site);
  const ada = await person(site, "moderator");
  expect(JSON.stringify(await row())).not.toMatch(/meeting|Fern|Director|Worcestershire|gov\.uk/);
  expect((await listWaitingStatements(site.db.read, site.keyring, 1)).count).toBe(0);
  expect(await settle(ada)).toBe("unknown");
  expect(await confirmStatement(site, token, NOW + 1)).toBe("confirmed");
  expect(await confirmStatement(site, token, NOW + 2)).toBe("confirmed_already");
  expect(await row()).toMatchObject({ state: "waiting", confirmedAt: NOW + 1, isOfficial: true });
  const waiting = await listWaitingStatements(site.db.read, site.keyring, 1);
  expect(waiting.statements.map((one) => one.publicId)).toEqual([publicId]);
  expect(await shown()).toEqual([]);
  expect(await settle(ada)).toBe("settled");
  expect(await shown()).toEqual([
    {
      ...{ publicId, words: WORDS, role: "Director of children’s services" },
      ...{ organisation: "Worcestershire County Council", isOfficial: true, publishedAt: NOW + HOUR },
    },
  ]);
  expect(JSON.stringify(await row())).not.toMatch(/Fern|gov\.uk/);
  expect(await settle(ada)).toBe("already_settled");
});

test("its clock counts working days: confirmed on a Friday noon, a reply is due on Wednesday noon", async () => {
  const site = await testSite();
  const { row, token } = await scene(site);
  const friday = Date.parse("2026-11-27T12:00:00Z");
  expect(await confirmStatement(site, token, friday)).toBe("confirmed");
  expect((await row()).dueAt).toBe(Date.parse("2026-12-02T12:00:00Z"));
});

test.each([
  ["fern@worcestershire.gov.uk", true],
  ["fern@children.worcestershire.gov.uk", true],
  ["fern@WORCESTERSHIRE.gov.uk", true],
  ["fern@notworcestershire.gov.uk", false],
  ["fern@worcestershire.gov.uk.example.org", false],
  ["fern@derbyshire.gov.uk", false],
  ["fern@gmail.com", false],
])("whether %s speaks for the council: %s", async (email, isOfficial) => {
  const site = await testSite();
  const { row, token } = await scene(site, { email });
  await confirmStatement(site, token, NOW);
  expect((await row()).isOfficial).toBe(isOfficial);
});

test("the writer, and the author of the story, are mailed; no mail says what was typed, or who anybody is", async () => {
  const site = await testSite();
  const { token, settle, story } = await scene(site);
  await sendQueuedMail(site.context(NOW));
  await confirmStatement(site, token, NOW);
  await settle(await person(site, "moderator"));
  await sendQueuedMail(site.context(NOW + HOUR));
  const mails = await listMailbox(site.db.read, site.keyring);
  const toWriter = mails.filter(({ to }) => to === "fern@worcestershire.gov.uk");
  expect(toWriter.map(({ text }) => text.includes(`/statement/${token}`))).toEqual([true, true]);
  const beside = mails.filter(({ text }) => text.includes("A statement stands beside it"));
  expect(beside.map(({ to }) => to.startsWith("author-"))).toEqual([true]);
  expect(beside[0]?.text).toContain(`/stories/${story.publicId}`);
  expect(JSON.stringify(mails)).not.toMatch(/meeting within|Fern|Director|kitchen/);
});

test("a reply about the whole of a council stands on the council's page and mails no family", async () => {
  const site = await testSite();
  const { token, settle, shown, story } = await scene(site, { isStory: false });
  await confirmStatement(site, token, NOW);
  expect(await settle(await person(site, "moderator"))).toBe("settled");
  expect(await shown()).toHaveLength(1);
  expect(await listShownStatements(site.db.read, { storyPublicId: story.publicId })).toEqual([]);
  await sendQueuedMail(site.context(NOW + HOUR));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.filter(({ text }) => text.includes("stands beside it"))).toEqual([]);
});

test("a correction is never shown, whatever is decided", async () => {
  const site = await testSite();
  const { token, settle, shown, row } = await scene(site, { kind: "correction" });
  const ada = await person(site, "moderator");
  await confirmStatement(site, token, NOW);
  expect(await settle(ada)).toBe("wrong_kind");
  expect(await settle(ada, { decision: "accept", note: "We have asked" })).toBe("settled");
  expect(await shown()).toEqual([]);
  expect((await row()).state).toBe("accepted");
  const read = await findStatementByLink(site.db.read, site.keyring, token);
  expect(read).toMatchObject({ note: "We have asked", words: WORDS });
});

test("what one moderator has in hand another does not decide, nor does anybody about their own", async () => {
  const site = await testSite();
  const ada = await person(site, "moderator");
  const bram = await person(site, "moderator");
  const { accounts } = site.db.tables;
  const [own] = await site.db.read.select().from(accounts).where(eq(accounts.id, bram));
  const place = { table: "accounts", column: "address", rowId: bram };
  const { id, token, settle } = await scene(site, { email: site.keyring.open(place, own?.address ?? "") });
  await confirmStatement(site, token, NOW);
  expect(await settle(bram)).toBe("own");
  await claimSubject(site, { subject: statementSubject(id), accountId: bram }, NOW + HOUR);
  expect(await settle(ada)).toBe("held");
});

test("of two moderators who decide at once, one is told that it was decided", async () => {
  const site = await testSite();
  const { token, settle, row } = await scene(site);
  const [ada, bram] = [await person(site, "moderator"), await person(site, "moderator")];
  await confirmStatement(site, token, NOW);
  const decline: SettleStatementForm = { decision: "decline", reason: "identifies_child", note: "No" };
  const outcomes = await Promise.all([settle(ada), settle(bram, decline)]);
  expect(outcomes.toSorted()).toEqual(["already_settled", "settled"]);
  expect((await row()).state).toBe(outcomes[0] === "settled" ? "published" : "declined");
});

test("a statement that is taken down or taken back is off the page with that commit", async () => {
  const site = await testSite();
  const { token, settle, shown, row, publicId } = await scene(site);
  const ada = await person(site, "moderator");
  const form = { reason: "identifies_child" as const, note: "It names her school" };
  await confirmStatement(site, token, NOW);
  expect(await takeDownStatement(site, { publicId, accountId: ada, form }, NOW)).toBe("not_published");
  await settle(ada);
  expect(await takeDownStatement(site, { publicId, accountId: ada, form }, NOW)).toBe("taken_down");
  expect(await shown()).toEqual([]);
  expect(JSON.stringify(await row())).not.toMatch(/meeting|Director|names her/);
  expect(await withdrawStatement(site, token, NOW)).toBe("over");
  const other = await scene(site);
  await confirmStatement(site, other.token, NOW);
  await other.settle(ada);
  expect(await withdrawStatement(site, other.token, NOW + DAY)).toBe("withdrawn");
  expect(await withdrawStatement(site, other.token, NOW + DAY)).toBe("withdrawn");
  expect(await other.shown()).toEqual([]);
  expect(await other.row()).toMatchObject({ words: "", email: "", writerName: "", organisation: "" });
});

test("with a story everything said to it goes, and nothing more can be said or published", async () => {
  const site = await testSite();
  const first = await scene(site);
  const ada = await person(site, "moderator");
  await confirmStatement(site, first.token, NOW);
  const { story, written } = first;
  const form = replyForm({ email: "other@worcestershire.gov.uk" });
  await writeStatement(site, { ...written, form }, NOW);
  await first.settle(ada);
  await withdrawStory(site, story.token, NOW + DAY);
  for (const row of await first.rows())
    expect(row).toMatchObject({ state: "withdrawn", words: "", email: "" });
  expect(await first.shown()).toEqual([]);
  expect(await writeStatement(site, { ...written, form }, NOW + DAY)).toBe("gone");
});

test("nobody learns from the form what an address has had: the same twice is one, and the fourth brings no mail", async () => {
  const site = await testSite();
  const { written, rows } = await scene(site);
  expect(await writeStatement(site, written, NOW)).toBe("taken");
  expect(await rows()).toHaveLength(1);
  for (let one = 1; one <= STATEMENTS_PER_SENDER_PER_DAY; one++) {
    const form = replyForm({ words: `${WORDS} ${one}` });
    const clientAddress = `198.51.100.${one}`;
    expect(await writeStatement(site, { ...written, form, clientAddress }, NOW)).toBe("taken");
  }
  expect(await rows()).toHaveLength(STATEMENTS_PER_SENDER_PER_DAY);
});

test("one client sends only so many in an hour", async () => {
  const site = await testSite();
  const { written } = await scene(site);
  const outcomes: string[] = [];
  for (let one = 1; one <= STATEMENTS_PER_CLIENT_PER_HOUR; one++) {
    const form = replyForm({ email: `officer-${one}@worcestershire.gov.uk` });
    outcomes.push(await writeStatement(site, { ...written, form }, NOW));
  }
  expect(outcomes.at(-1)).toBe("too_many");
  expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(STATEMENTS_PER_CLIENT_PER_HOUR - 1);
});

test("what is never confirmed is deleted with its link, and what was declined is blanked after a while", async () => {
  const site = await testSite();
  const { token, rows } = await scene(site);
  const late = NOW + STATEMENT_CONFIRM_DAYS * DAY;
  expect(await confirmStatement(site, token, late)).toBe("over");
  expect(await forgetUnconfirmedStatements(site, late - 1)).toBe(0);
  expect(await forgetUnconfirmedStatements(site, late)).toBe(1);
  expect(await rows()).toEqual([]);
  expect(await confirmStatement(site, token, late)).toBe("unknown");
  const other = await scene(site);
  await confirmStatement(site, other.token, NOW);
  const decline: SettleStatementForm = { decision: "decline", reason: "abuse", note: "No" };
  await other.settle(await person(site, "moderator"), decline);
  const over = NOW + HOUR + STATEMENT_KEPT_DAYS * DAY;
  expect(await blankSettledStatements(site, over - 1)).toBe(0);
  expect(await blankSettledStatements(site, over)).toBe(1);
  expect(await blankSettledStatements(site, over)).toBe(0);
  expect(await other.row()).toMatchObject({ state: "declined", words: "", email: "", note: "" });
});

test("a statement is shown beside no invented family, and on no council's page that has one; it can be declined", async () => {
  const site = await testSite();
  const ada = await person(site, "moderator");
  const { stories } = site.db.tables;
  for (const isStory of [true, false]) {
    const { token, settle, row, story } = await scene(site, { isStory });
    await site.db.transaction("invent", (tx) =>
      tx.update(stories).set({ isDemonstration: true }).where(eq(stories.id, story.id)),
    );
    expect(await confirmStatement(site, token, NOW + 1)).toBe("confirmed");
    expect((await findStatementByLink(site.db.read, site.keyring, token))?.about.isInvented).toBe(true);
    expect(await settle(ada)).toBe("invented");
    expect((await row()).state).toBe("waiting");
    expect(await settle(ada, { decision: "decline", reason: "off_topic", note: "" })).toBe("settled");
  }
  const beside = await scene(site);
  expect(await confirmStatement(site, beside.token, NOW + 1)).toBe("confirmed");
  // A real story of the same council: what is said beside it speaks of nobody invented.
  expect(await beside.settle(ada)).toBe("settled");
});
