import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { answeredAsksStay } from "#app/domain/campaign/answered-asks.server.ts";
import { findAnswering } from "#app/domain/response/answering.server.ts";
import { confirmAnswer } from "#app/domain/response/confirm-answer.server.ts";
import { answersBy, answersFrom, listAnswers } from "#app/domain/response/queries.server.ts";
import { settleResponse } from "#app/domain/response/settle-response.server.ts";
import { findResponse } from "#app/domain/response/waiting.server.ts";
import { withdrawAnswer } from "#app/domain/response/withdraw-answer.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { NOW } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { ARBORETUM, WORCESTER } from "../forwarding/scene.ts";
import { person } from "../moderation/reviewing.ts";
import {
  answered,
  confirmToken,
  publishAnswer,
  rowsOf,
  shownTo,
  submit,
  tell,
  toldScene,
} from "./answering-scene.ts";

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
  expect(await answeredAsksStay(site.db.read, scene.petition.id, ["Something else"])).toBe(false);
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
