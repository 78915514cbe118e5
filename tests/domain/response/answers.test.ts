import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findAnswering } from "#app/domain/response/answering.server.ts";
import { confirmAnswer } from "#app/domain/response/confirm-answer.server.ts";
import { forgetResponses } from "#app/domain/response/forget-responses.server.ts";
import { answersBy, answersFrom, listAnswers } from "#app/domain/response/queries.server.ts";
import { settleResponse } from "#app/domain/response/settle-response.server.ts";
import { findResponse } from "#app/domain/response/waiting.server.ts";
import { withdrawAnswer } from "#app/domain/response/withdraw-answer.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { ARBORETUM, councillor, mailsOf, rehearsing, WORCESTER } from "../forwarding/scene.ts";
import { organise, person } from "../moderation/reviewing.ts";
import { answered, confirmToken, publishAnswer, rowsOf, submit, tell, toldScene } from "./answering-scene.ts";

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

test("a new answer takes the place of the old one, which stays readable with its dates", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  const manage = await publishAnswer(site, scene);
  const second = answered({ answers: [{ position: 0, stance: "oppose", words: "I have changed my mind." }] });
  expect(await submit(site, { ...scene, token: manage }, second, NOW + 90 * DAY)).toBe("sent");
  expect((await shownTo(site, scene.petition.id, NOW + 90 * DAY))[0]).toMatchObject({ stance: "raise" });
  await confirmAnswer(site, await confirmToken(site), NOW + 91 * DAY);
  const waiting = (await rowsOf(site)).find(({ state }) => state === "waiting");
  const accountId = await person(site, "moderator");
  const settle = { publicId: waiting?.publicId ?? "", accountId, form: { decision: "publish" } as const };
  await settleResponse(site, settle, NOW + 92 * DAY);
  const rows = await rowsOf(site);
  expect(rows.map(({ state }) => state)).toEqual(["replaced", "published"]);
  expect(rows[1]?.replaces).toBe(rows[0]?.id);
  const shown = await shownTo(site, scene.petition.id, NOW + 92 * DAY);
  expect(shown).toMatchObject([
    {
      stance: "oppose",
      former: [
        {
          stance: "raise",
          words: "At full council in March.",
          publishedAt: NOW + 2000,
          endedAt: NOW + 92 * DAY,
        },
      ],
    },
  ]);
});

test("an answer is taken down at once by the link that the address was sent, and its words are gone", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  const manage = await publishAnswer(site, scene);
  expect(await shownTo(site, scene.petition.id)).toHaveLength(1);
  expect(await withdrawAnswer(site, manage, NOW + HOUR)).toBe("withdrawn");
  expect(await withdrawAnswer(site, manage, NOW + HOUR)).toBe("withdrawn");
  expect(await shownTo(site, scene.petition.id)).toEqual([]);
  expect(await rowsOf(site)).toMatchObject([{ words: "", writerName: "", writerRole: "" }]);
  await publishAnswer(site, scene, answered({ writerName: "Somebody else" }), NOW + DAY);
  const [again] = await shownTo(site, scene.petition.id, NOW + 2 * DAY);
  expect(again?.former).toMatchObject([{ isWithdrawn: true, words: "", endedAt: NOW + HOUR }]);
});

test("taken back while it waits, it cannot be published", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  await submit(site, scene);
  const token = await confirmToken(site);
  await confirmAnswer(site, token, NOW + HOUR);
  await withdrawAnswer(site, token, NOW);
  const [row] = await rowsOf(site);
  const settle = { publicId: row?.publicId ?? "", accountId: await person(site, "moderator") };
  expect(await settleResponse(site, { ...settle, form: { decision: "publish" } }, NOW)).toBe(
    "already_settled",
  );
});

test("nothing of a rehearsal or a demonstration is published of a real person", async () => {
  const site = await testSite();
  const real = { who: { isInvented: false } };
  for (const changes of [
    { ...real, delivery: { mode: "rehearsal" as const } },
    { ...real, delivery: { mode: "live" as const }, petition: { isDemonstration: true } },
  ]) {
    const scene = await toldScene(site, changes);
    await submit(site, scene);
    await confirmAnswer(site, await confirmToken(site), NOW + HOUR);
    const row = (await rowsOf(site)).at(-1);
    const settle = { publicId: row?.publicId ?? "", accountId: await person(site, "moderator") };
    expect(await settleResponse(site, { ...settle, form: { decision: "publish" } }, NOW)).toBe("not_real");
    const { responses } = site.db.tables;
    await site.db.transaction("force", (tx) =>
      tx
        .update(responses)
        .set({ state: "published", publishedAt: NOW })
        .where(eq(responses.id, row?.id ?? "")),
    );
    expect(await shownTo(site, scene.petition.id)).toEqual([]);
  }
  await publishAnswer(site, await toldScene(site, { ...real, delivery: { mode: "live" } }));
});

test("a recipient answers each ask in one form, published together", async () => {
  const site = await testSite();
  const scene = await toldScene(site, { isRecipient: true });
  const answering = await findAnswering(site.db.read, scene.token, NOW);
  if (answering.kind !== "open") throw new Error("the link is not open");
  expect(answering.campaigns[0]?.asks.map(({ position }) => position)).toContain(1);
  const form = answered({
    answers: [
      { position: 0, stance: "contact", words: "" },
      { position: 1, stance: "statement", words: "We publish it in June." },
    ],
  });
  await publishAnswer(site, scene, form);
  const { answers, toAsks, count } = await listAnswers(
    site.db.read,
    { campaignId: scene.petition.id },
    NOW + DAY,
  );
  expect(count).toBe(1);
  expect(answers).toMatchObject([{ position: 0, stance: "contact", words: "" }]);
  expect(toAsks).toMatchObject([{ position: 1, words: "We publish it in June." }]);
});

test("whoever is no recipient, or only reads along, is asked nothing one by one", async () => {
  const site = await testSite();
  const scene = await toldScene(site, { isRecipient: true });
  const { recipients } = site.db.tables;
  for (const change of [{ isCopy: true }, { isCopy: false, checkedBy: "" }]) {
    await site.db.transaction("change", (tx) => tx.update(recipients).set(change));
    const answering = await findAnswering(site.db.read, scene.token, NOW);
    expect(answering.kind === "open" && answering.campaigns[0]?.asks).toEqual([]);
  }
});

test("before a poll nothing is answered there and nothing of there is shown; afterwards it is back", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  await publishAnswer(site, scene);
  const elsewhere = await toldScene(site, { who: { gssCode: WORCESTER } });
  await tell(site, elsewhere.who, [scene.petition.id], { slotOn: "2026-11-17" });
  const { polls } = site.db.tables;
  await site.db.transaction("poll", async (tx) => {
    await tx.insert(polls).values({
      ...{ id: "p", publicId: "poll000001", kind: "local", name: "The local elections", area: "" },
      ...{ quietFrom: "2026-12-01", pollOn: "2026-12-10", source: "invented", isCancelled: false },
    });
  });
  const during = Date.parse("2026-12-05T12:00:00Z");
  expect(await submit(site, scene, answered({ writerName: "Now" }), during)).toBe("quiet");
  const hushed = await listAnswers(site.db.read, { campaignId: scene.petition.id }, during);
  expect(hushed).toMatchObject({ answers: [], count: 0, stances: [] });
  expect(hushed.quiet).toEqual({ count: 1, polls: [{ name: "The local elections", pollOn: "2026-12-10" }] });
  expect((await answersBy(site.db.read, [scene.who.representativeId], during)).answers).toEqual([]);
  expect((await answersFrom(site.db.read, [ARBORETUM], during)).quiet.count).toBe(1);
  const after = Date.parse("2026-12-11T12:00:00Z");
  expect(await shownTo(site, scene.petition.id, after)).toHaveLength(1);
});

test("an address at the council's own domain makes an answer official, a mail provider's does not", async () => {
  const site = await testSite();
  const council = { homepageUrl: "https://www.worcester.gov.uk", domain: "worcester.gov.uk" };
  const { areas } = site.db.tables;
  await site.db.transaction("domain", (tx) =>
    tx.update(areas).set(council).where(eq(areas.gssCode, "E07000237")),
  );
  const isOfficial = async (email: string) => {
    const scene = await toldScene(site, { who: { email } });
    await submit(site, scene, answered({ writerName: email.split("@")[0] }));
    await confirmAnswer(site, await confirmToken(site), NOW + HOUR);
    const row = (await rowsOf(site)).at(-1);
    const read = await findResponse(site.db.read, site.keyring, { publicId: row?.publicId ?? "" });
    expect(read?.addressDomain).toBe(email.split("@")[1]);
    return row?.isOfficial;
  };
  expect(await isOfficial("cllr.example@worcester.gov.uk")).toBe(true);
  expect(await isOfficial("cllr.two@members.worcester.gov.uk")).toBe(true);
  expect(await isOfficial("cllr.example@gmail.com")).toBe(false);
  expect(await isOfficial("cllr.example@notworcester.gov.uk")).toBe(false);
  expect(await isOfficial("cllr.example@leeds.gov.uk")).toBe(false);
  expect(await isOfficial("cllr.example@worcester.gov.uk.example")).toBe(false);
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

async function shownTo(site: TestSite, campaignId: string, now = NOW + DAY) {
  return (await listAnswers(site.db.read, { campaignId }, now)).answers;
}
