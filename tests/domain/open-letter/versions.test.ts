import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getText } from "#app/domain/campaign/replace-text.server.ts";
import { agreeToVersion } from "#app/domain/open-letter/agree-to-version.server.ts";
import { holdVersion } from "#app/domain/open-letter/present-version.server.ts";
import { tellOfPresentVersion } from "#app/domain/open-letter/tell-of-version.server.ts";
import { listVersionCounts } from "#app/domain/open-letter/version-counts.server.ts";
import { confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { runDueJobs } from "#app/jobs/queue.server.ts";
import { checkTallies, checkVersions } from "#db/check-tallies.server.ts";
import { confirmedSignature, NOW, openPetition, type Signed, signPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { confirm, mails, NO_CHOICE, rowOf, rowsOf } from "../signature/signing.ts";
import { changeLetter, letterScene, newVersion } from "./lettering.ts";

const LATER = NOW + 2 * HOUR;

test("a changed letter keeps its old signatures at their version, and counts each version", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  const { letter } = scene;
  const first = await confirmedSignature(site, letter);
  await confirmedSignature(site, letter);
  expect(await newVersion(site, scene, "We write as parents and as teachers.")).toBe(2);
  await confirmedSignature(site, letter, {}, LATER);
  expect(await listVersionCounts(site.db.read, letter)).toEqual([
    { version: 1, count: 2 },
    { version: 2, count: 1 },
  ]);
  await withdrawSignature(site, first.manageToken, LATER);
  expect(await listVersionCounts(site.db.read, letter)).toMatchObject([{ count: 1 }, { count: 1 }]);
  await agree(site);
});

test("what nobody signs of a letter changes without a new version, and nobody is mailed", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  await confirmedSignature(site, scene.letter, { email: "ann@example.org" });
  const easy = { title: "Write to us", why: "We are parents.", more: "" };
  const outside = { more: "Figures of 2024.", place: "Malvern", datedOn: "2026-11-21" };
  const version = await changeLetter(site, scene, ({ en, letter, ...text }) => ({
    ...{ ...text, easy, askClause: "to write to every family" },
    en: { ...en, more: outside.more },
    letter: letter && { ...letter, place: outside.place, datedOn: outside.datedOn },
  }));
  expect(version).toBe(1);
  const { en, easy: simple, letter } = await getText(site.db.read, scene.letter.id);
  expect({ more: en.more, simple, place: letter?.place }).toEqual({
    ...{ more: "Figures of 2024.", simple: easy, place: "Malvern" },
  });
  await runDueJobs(site.context(LATER));
  expect((await mails(site)).filter(({ subject }) => subject.startsWith("Its words"))).toEqual([]);
  for (const change of [{ salutation: "Dear all" }, { close: "In hope" }])
    await changeLetter(site, scene, (text) => ({
      ...text,
      letter: text.letter && { ...text.letter, ...change },
    }));
  await changeLetter(site, scene, (text) => ({ ...text, en: { ...text.en, title: "Another title" } }));
  expect(await changeLetter(site, scene, (text) => ({ ...text, asks: ["Do it"] }))).toBe(5);
  await agree(site);
});

test("a petition has no versions to count", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await confirmedSignature(site, petition);
  expect(await site.db.read.select().from(site.db.tables.versionCounts)).toEqual([]);
  await agree(site);
});

test("each signatory of an older version is mailed once, and agrees once by the link", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  const { letter } = scene;
  const ann = await confirmedSignature(site, letter, { email: "ann@example.org" });
  const gone = await confirmedSignature(site, letter, { email: "gone@example.org" });
  await newVersion(site, scene, "We write as parents and as teachers.");
  await withdrawSignature(site, gone.manageToken, LATER);
  await runDueJobs(site.context(LATER));
  // Begun anew after a crash, it mails nobody twice.
  await tellOfPresentVersion(site, letter.id, LATER + MINUTE);
  const news = (await mails(site)).filter(({ subject }) => subject.startsWith("Its words have changed"));
  expect(news.map(({ to }) => to)).toEqual(["ann@example.org"]);
  const token = /\/agree\/([\w-]+)/.exec(news[0]?.text ?? "")?.[1] ?? "";
  expect(token).toBe(agreeToken(site, ann));
  expect(news[0]?.text).toContain("The letter");
  expect(await agreeToVersion(site, { token, version: 1 })).toBe("changed_again");
  expect(await agreeToVersion(site, { token, version: 2 })).toBe("agreed");
  expect(await agreeToVersion(site, { token, version: 2 })).toBe("already_agreed");
  expect((await rowOf(site, ann.id))?.textVersion).toBe(2);
  expect(await listVersionCounts(site.db.read, letter)).toEqual([{ version: 2, count: 1 }]);
  const left = { token: agreeToken(site, gone), version: 2 };
  expect(["not_counted", "unknown_link"]).toContain(await agreeToVersion(site, left));
  expect(await agreeToVersion(site, { token: "nothing", version: 2 })).toBe("unknown_link");
  await agree(site);
});

test("a newer version takes the place of mail that has not left; whoever agreed meanwhile gets none", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  const { letter } = scene;
  await confirmedSignature(site, letter, { email: "ann@example.org" });
  await newVersion(site, scene, "Second words.");
  await runDueJobs(site.context(LATER));
  await newVersion(site, scene, "Third words.", NOW + 3 * HOUR);
  await runDueJobs(site.context(NOW + 4 * HOUR));
  const { outbox } = site.db.tables;
  const told = await site.db.read.select().from(outbox).where(eq(outbox.template, "letter-changed"));
  expect(told.map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual([
    "queued ",
    "skipped newer_version",
  ]);
});

test("who confirms after a change is counted under words that they have seen, and told of those that they have not", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  const { letter } = scene;
  const unasked = await signPetition(site, letter, { email: "unasked@example.org" });
  const chose = await signPetition(site, letter, { email: "chose@example.org" });
  const kept = await signPetition(site, letter, { email: "kept@example.org" });
  const stale = await signPetition(site, letter, { email: "stale@example.org" });
  await newVersion(site, scene, "Second words.");
  await runDueJobs(site.context(LATER));
  expect(await confirm(site, unasked.confirmToken, LATER)).toBe("confirmed");
  const press = (signed: Signed, textVersion: number, shownVersion: number) =>
    confirmSignature(
      site,
      { token: signed.confirmToken, choice: NO_CHOICE, textVersion, shownVersion },
      LATER,
    );
  expect(await press(chose, 2, 2)).toBe("confirmed");
  expect(await press(kept, 1, 2)).toBe("confirmed");
  // Nobody can have read what is not there yet.
  expect(await press(stale, 9, 0)).toBe("confirmed");
  const versions = new Map((await rowsOf(site, letter)).map(({ id, textVersion }) => [id, textVersion]));
  expect([unasked, chose, kept, stale].map(({ id }) => versions.get(id))).toEqual([1, 2, 1, 2]);
  const news = (await mails(site)).filter(({ subject }) => subject.startsWith("Its words have changed"));
  expect(news.map(({ to }) => to)).toEqual(["unasked@example.org"]);
  await agree(site);
});

test("words that were never published cannot be signed once others are", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  const { letter } = scene;
  const early = await signPetition(site, letter);
  await newVersion(site, scene, "Published words.");
  const { formerTexts } = site.db.tables;
  await site.db.transaction("was never public", async (tx) => {
    await tx.update(formerTexts).set({ wasPublic: false }).where(eq(formerTexts.campaignId, letter.id));
  });
  expect(await confirm(site, early.confirmToken, LATER)).toBe("words_changed");
  const now = { token: early.confirmToken, choice: NO_CHOICE, textVersion: 2, shownVersion: 2 };
  expect(await confirmSignature(site, now, LATER)).toBe("confirmed");
  expect((await rowOf(site, early.id))?.textVersion).toBe(2);
  await agree(site);
});

test("while a letter changes, people confirm, agree and leave: every version's count is right, and everybody is told", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  const { letter } = scene;
  const old = await Promise.all(Array.from({ length: 12 }, () => confirmedSignature(site, letter)));
  const pending = await Promise.all(Array.from({ length: 16 }, () => signPetition(site, letter)));
  for (const [round, why] of ["Second words.", "Third words."].entries()) {
    const version = round + 2;
    const batch = pending.slice(round * 8, round * 8 + 8);
    await Promise.all([
      newVersion(site, scene, why, LATER),
      ...batch.map(({ confirmToken }) => confirm(site, confirmToken, LATER)),
      ...old
        .slice(round * 4, round * 4 + 4)
        .map((signed) => agreeToVersion(site, { token: agreeToken(site, signed), version })),
      withdrawSignature(site, old[8 + round]?.manageToken ?? "", LATER),
    ]);
    while ((await runDueJobs(site.context(LATER + round * HOUR + MINUTE))) > 0);
    await agree(site);
  }
  // Whoever counts under older words has a mail about the present ones.
  const { outbox } = site.db.tables;
  const told = await site.db.read.select().from(outbox).where(eq(outbox.template, "letter-changed"));
  const older = (await rowsOf(site, letter)).filter(
    ({ state, textVersion }) => state === "confirmed" && textVersion < 3,
  );
  expect(older.length).toBeGreaterThan(0);
  for (const { id } of older)
    expect(told.filter((mail) => mail.id === `${id}-v3` && mail.state === "queued")).toHaveLength(1);
  while ((await sendQueuedMail(site.context(LATER + 9 * HOUR))) > 0);
}, 120_000);

test("while somebody confirms, the version that they were shown stays the present one", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  const order: string[] = [];
  const confirming = site.db.transaction("confirming", async (tx) => {
    expect(await holdVersion(tx, scene.letter.id)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    order.push("confirmed");
  });
  const changing = newVersion(site, scene, "Second words.").then(() => order.push("changed"));
  await Promise.all([confirming, changing]);
  expect(order).toEqual(["confirmed", "changed"]);
});

test("agreeing many times at the same moment moves one signature once", async () => {
  const site = await testSite();
  const scene = await letterScene(site);
  const { letter } = scene;
  const ann = await confirmedSignature(site, letter);
  await newVersion(site, scene, "Second words.");
  while ((await runDueJobs(site.context(LATER))) > 0);
  const asked = { token: agreeToken(site, ann), version: 2 };
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => agreeToVersion(site, asked)));
  expect(outcomes.filter((outcome) => outcome === "agreed")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "already_agreed")).toHaveLength(9);
  await agree(site);
});

function agreeToken(site: TestSite, { id }: { id: string }): string {
  return site.keyring.token("agree", id, 1);
}

async function agree(site: TestSite): Promise<void> {
  expect(await checkVersions(site.db.read)).toEqual([]);
  expect(await checkTallies(site.db.read)).toEqual([]);
}
