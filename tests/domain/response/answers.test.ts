import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findAnswering } from "#app/domain/response/answering.server.ts";
import { confirmAnswer } from "#app/domain/response/confirm-answer.server.ts";
import { forgetResponses } from "#app/domain/response/forget-responses.server.ts";
import { listAnswers } from "#app/domain/response/queries.server.ts";
import { settleResponse } from "#app/domain/response/settle-response.server.ts";
import { withdrawAnswer } from "#app/domain/response/withdraw-answer.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { councillor, mailsOf, rehearsing } from "../forwarding/scene.ts";
import { organise, person } from "../moderation/reviewing.ts";
import { answered, confirmToken, rowsOf, shownTo, submit, tell, toldScene } from "./answering-scene.ts";

test("an answer waits for the address on record, then for a moderator, and only then is public", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  expect(await submit(site, scene)).toBe("sent");
  expect(await shownTo(site, scene.petition.id)).toEqual([]);
  const token = await confirmToken(site);
  expect(await confirmAnswer(site, token, NOW + HOUR)).toBe("confirmed");
  expect(await confirmAnswer(site, token, NOW + HOUR)).toBe("confirmed_already");
  expect(await shownTo(site, scene.petition.id)).toEqual([]);
  const [row] = await rowsOf(site);
  const settle = { publicId: row?.publicId ?? "", accountId: await person(site, "moderator") };
  const form = { decision: "publish" } as const;
  expect(await settleResponse(site, { ...settle, form }, NOW + DAY)).toBe("settled");
  expect(await settleResponse(site, { ...settle, form }, NOW + DAY)).toBe("already_settled");
  const { answers, count, stances } = await listAnswers(
    site.db.read,
    { campaignId: scene.petition.id },
    NOW + DAY,
  );
  expect([count, stances]).toEqual([1, [{ stance: "raise", count: 1 }]]);
  expect(answers[0]).toMatchObject({
    ...{ stance: "raise", words: "At full council in March.", position: 0, publishedAt: NOW + DAY },
    ...{ writerName: "Rowan Clerk", writerRole: "office of Pat Example", isOfficial: false, former: [] },
    who: { publicId: scene.who.publicId, isInvented: true },
  });
  const { auditLog } = site.db.tables;
  const lines = await site.db.read.select().from(auditLog).where(eq(auditLog.action, "publish_answer"));
  expect(lines).toMatchObject([{ subject: row?.groupId, accountId: settle.accountId, detail: "" }]);
});

test("what was written is sealed until it is published, and its mail goes nowhere real", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  await submit(site, scene);
  const [sealed] = await rowsOf(site);
  expect(JSON.stringify(sealed)).not.toMatch(/March|Rowan|office/);
  await sendQueuedMail(rehearsing(site, NOW + HOUR));
  const [mail] = await mailsOf(site);
  expect(mail?.to).toBe(`rep-${scene.who.publicId}@rehearsal.invalid`);
  for (const body of [mail?.text, mail?.html]) {
    expect(body).toContain("At full council in March.");
    expect(body).toContain("Will raise it");
    expect(body).toContain("Rowan Clerk, office of Pat Example");
    expect(body).toContain(`/answer-confirm/${await confirmToken(site)}`);
  }
});

test("while nothing is forwarded, no mail about an answer goes anywhere", async () => {
  const site = await testSite();
  await submit(site, await toldScene(site, { delivery: { mode: "live" } }));
  await sendQueuedMail(site.context(NOW + HOUR));
  expect(await mailsOf(site)).toEqual([]);
});

test("the same form sent twice is one answer and one mail, also when both come at once", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  const outcomes = await Promise.all([submit(site, scene), submit(site, scene), submit(site, scene)]);
  expect(outcomes).toEqual(["sent", "sent", "sent"]);
  expect(await rowsOf(site)).toHaveLength(1);
  expect(await site.db.read.select().from(site.db.tables.outbox)).toHaveLength(1);
});

test("one message's links take ten forms a day and no more", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  const outcomes: string[] = [];
  for (let i = 0; i < 11; i += 1)
    outcomes.push(await submit(site, scene, answered({ writerName: `Clerk ${i}` })));
  expect(outcomes).toEqual([...Array(10).fill("sent"), "too_many"]);
  expect(await submit(site, scene, answered({ writerName: "Tomorrow" }), NOW + DAY)).toBe("sent");
});

test("a link answers for its own message alone: no other campaign, no other person, no other purpose", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  const other = await toldScene(site);
  expect(await submit(site, { ...scene, petition: other.petition })).toBe("unknown");
  expect(await submit(site, { ...scene, who: other.who })).toBe("unknown");
  expect(await submit(site, { ...scene, token: "forged-token-of-22-chars" })).toBe("unknown");
  await submit(site, scene);
  expect(await confirmAnswer(site, scene.token, NOW)).toBe("unknown");
  expect(await withdrawAnswer(site, scene.token, NOW)).toBe("unknown");
  const pause = site.keyring.token("pause", scene.deliveryId, 1);
  expect(await submit(site, { ...scene, token: pause })).toBe("unknown");
  expect((await rowsOf(site)).map(({ state }) => state)).toEqual(["unconfirmed"]);
});

test("the link of an answer that nobody has confirmed opens no form", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  await submit(site, scene);
  expect(await findAnswering(site.db.read, await confirmToken(site), NOW)).toEqual({ kind: "unknown" });
});

test("a link ends after sixty days, with the term of office, and when nobody can read the petition", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  const kindAt = async (now: number) => findAnswering(site.db.read, scene.token, now);
  expect((await kindAt(NOW + 60 * DAY - 1)).kind).toBe("open");
  expect(await kindAt(NOW + 60 * DAY)).toEqual({ kind: "over", why: "age" });
  expect(await submit(site, scene, answered(), NOW + 60 * DAY)).toBe("over");
  const left = await toldScene(site, { who: { endsOn: "2026-11-30" } });
  const term = (day: string) => findAnswering(site.db.read, left.token, Date.parse(`${day}T12:00:00Z`));
  expect((await term("2026-11-30")).kind).toBe("open");
  expect(await term("2026-12-01")).toEqual({ kind: "over", why: "term" });
  const hidden = await toldScene(site, { petition: { state: "hidden" } });
  expect(await findAnswering(site.db.read, hidden.token, NOW)).toEqual({ kind: "over", why: "campaign" });
  const planned = await toldScene(site, { delivery: { state: "planned", sendingAt: null } });
  expect(await findAnswering(site.db.read, planned.token, NOW)).toEqual({ kind: "unknown" });
});

test("nobody confirms once the term is over or seven days have passed, and then it is deleted", async () => {
  const site = await testSite();
  await submit(site, await toldScene(site, { who: { endsOn: "2026-11-25" } }));
  expect(await confirmAnswer(site, await confirmToken(site), NOW + DAY)).toBe("over");
  const late = await toldScene(site);
  await submit(site, late, answered(), NOW + HOUR);
  const token = await confirmToken(site);
  expect(await confirmAnswer(site, token, NOW + HOUR + 7 * DAY)).toBe("over");
  expect(await forgetResponses(site, NOW + HOUR + 7 * DAY - 1)).toBe(1);
  expect(await forgetResponses(site, NOW + HOUR + 7 * DAY)).toBe(1);
  expect(await rowsOf(site)).toEqual([]);
  expect(await confirmAnswer(site, token, NOW + HOUR)).toBe("unknown");
});

test("of two moderators at once one decides; who runs the petition decides nothing", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  await submit(site, scene);
  await confirmAnswer(site, await confirmToken(site), NOW + HOUR);
  const [row] = await rowsOf(site);
  const publicId = row?.publicId ?? "";
  const [one, two, owner] = [
    await person(site, "moderator"),
    await person(site, "moderator"),
    await person(site),
  ];
  await organise(site, scene.petition.id, owner);
  const decide = (accountId: string, isYes: boolean) =>
    settleResponse(
      site,
      {
        publicId,
        accountId,
        form: isYes ? { decision: "publish" } : { decision: "decline", reason: "advert" },
      },
      NOW,
    );
  expect(await decide(owner, true)).toBe("own_campaign");
  const outcomes = await Promise.all([decide(one, true), decide(two, false)]);
  expect(outcomes.toSorted()).toEqual(["already_settled", "settled"]);
  const { auditLog, outbox } = site.db.tables;
  const lines = await site.db.read
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, row?.groupId ?? ""));
  expect(lines).toHaveLength(1);
  const mails = await site.db.read.select().from(outbox).where(eq(outbox.template, "answer-settled"));
  expect(mails).toHaveLength(1);
});

test("one that was declined says why in a mail, is never shown, and is forgotten after thirty days", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  await submit(site, scene);
  await confirmAnswer(site, await confirmToken(site), NOW + HOUR);
  const [row] = await rowsOf(site);
  const accountId = await person(site, "moderator");
  const form = { decision: "decline", reason: "advert" } as const;
  await settleResponse(site, { publicId: row?.publicId ?? "", accountId, form }, NOW);
  expect(await shownTo(site, scene.petition.id)).toEqual([]);
  await sendQueuedMail(rehearsing(site, NOW + HOUR));
  const mail = (await mailsOf(site)).at(-1);
  expect(mail?.subject).toContain("not published");
  expect(mail?.text.replace(/\s+/g, " ")).toContain(
    "It advertises a party, a candidate or something for sale",
  );
  expect(await forgetResponses(site, NOW + 30 * DAY)).toBe(1);
  expect(await forgetResponses(site, NOW + 30 * DAY)).toBe(0);
  expect(await rowsOf(site)).toMatchObject([{ words: "", writerName: "", writerRole: "", reason: "advert" }]);
});

test("two who share an address answer each for themselves", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const [one, two] = [await councillor(site, { name: "One" }), await councillor(site, { name: "Two" })];
  const deliveryId = await tell(site, one, [petition.id]);
  await site.db.transaction("also", async (tx) => {
    const { deliveryItems } = tx.tables;
    const [item] = await tx.select().from(deliveryItems).where(eq(deliveryItems.deliveryId, deliveryId));
    if (item) await tx.insert(deliveryItems).values({ ...item, representativeId: two.representativeId });
  });
  const token = site.keyring.token("answer", deliveryId, 1);
  expect(await submit(site, { token, petition, who: one })).toBe("sent");
  expect(await submit(site, { token, petition, who: two })).toBe("sent");
  const rows = await rowsOf(site);
  expect(new Set(rows.map(({ termId }) => termId))).toEqual(new Set([one.termId, two.termId]));
});
