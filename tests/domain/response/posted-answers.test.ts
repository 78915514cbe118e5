import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { postAnswer } from "#app/domain/response/post-answer.server.ts";
import { type PostForm, postForm } from "#app/domain/response/post-form.ts";
import { listPosted, withdrawPosted } from "#app/domain/response/posted.server.ts";
import { listAnswers } from "#app/domain/response/queries.server.ts";
import { settleResponse } from "#app/domain/response/settle-response.server.ts";
import { londonDay } from "#app/domain/time/london.ts";
import { NOW, openLetter } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { councillor } from "../forwarding/scene.ts";
import { person } from "../moderation/reviewing.ts";
import { publishAnswer, rowsOf, toldScene } from "./answering-scene.ts";

const DAYS = { earliest: "2026-11-01", today: londonDay(NOW) };

function reply(recipient: string, words: Record<string, string> = { words0: "We are sorry." }): PostForm {
  return postForm([0, 1], DAYS).parse({ recipient, receivedOn: "20 November 2026", ...words });
}

async function scene(changes: Parameters<typeof toldScene>[1] = {}) {
  const site = await testSite();
  const told = await toldScene(site, { isRecipient: true, ...changes });
  const organiser = await person(site);
  const moderator = await person(site, "moderator");
  const campaignId = told.petition.id;
  const post = (form: PostForm) => postAnswer(site, { campaignId, accountId: organiser, form }, NOW);
  const settle = async (decision: "publish" | "decline" = "publish") => {
    const [row] = (await rowsOf(site)).filter(({ state }) => state === "waiting");
    const form = decision === "publish" ? { decision } : { decision, reason: "private" as const };
    return settleResponse(site, { publicId: row?.publicId ?? "", form, accountId: moderator }, NOW);
  };
  const shown = async () => {
    const { answers, toAsks } = await listAnswers(site.db.read, { campaignId }, NOW);
    return [...answers, ...toAsks];
  };
  return { site, who: told.who, told, campaignId, post, settle, shown };
}

test("a reply that an organiser posts is sealed, waits, and is shown as posted with its day; the recipient gets no mail", async () => {
  const { site, who, campaignId, post, settle, shown } = await scene();
  expect(await post(reply(who.publicId, { words0: "We are sorry.", words1: "By March." }))).toBe("posted");
  const rows = await rowsOf(site);
  expect(rows.map(({ state, position }) => `${state} ${position}`).toSorted()).toEqual([
    "waiting 0",
    "waiting 1",
  ]);
  expect(JSON.stringify(rows)).not.toContain("sorry");
  expect(await shown()).toEqual([]);
  expect(await settle()).toBe("settled");
  expect(await shown()).toMatchObject([
    { position: 0, words: "We are sorry.", receivedOn: "2026-11-20", isOfficial: false, stance: "statement" },
    { position: 1, words: "By March.", receivedOn: "2026-11-20" },
  ]);
  const { outbox } = site.db.tables;
  const mails = await site.db.read.select().from(outbox);
  expect(mails.filter(({ template }) => template === "answer-settled")).toEqual([]);
  const [posted] = await listPosted(site.db.read, site.keyring, campaignId);
  expect(posted).toMatchObject({ state: "published", words: "We are sorry." });
});

test("what a recipient answers here takes the place of what was posted, and is never replaced by it", async () => {
  const { site, who, told, post, settle, shown } = await scene();
  await post(reply(who.publicId));
  await settle();
  await publishAnswer(site, told);
  const [own, ...others] = (await shown()).filter(({ position }) => position === 0);
  expect(others).toEqual([]);
  expect(own?.receivedOn).toBe("");
  expect(own?.former.map(({ words }) => words)).toEqual(["We are sorry."]);
  expect(await post(reply(who.publicId, { words0: "Another." }))).toBe("answered_itself");
});

test("a posted reply that waits when its recipient's own is published cannot be published any more", async () => {
  const { site, who, told, settle, post } = await scene();
  await post(reply(who.publicId));
  const { responses } = site.db.tables;
  const [row] = await rowsOf(site);
  await publishAnswer(site, told);
  // Confirming took its place already; put back, the decision itself must refuse it.
  await site.db.transaction("put back", (tx) =>
    tx
      .update(responses)
      .set({ state: "waiting" })
      .where(eq(responses.id, row?.id ?? "")),
  );
  expect(await settle()).toBe("answered_itself");
  expect(await settle("decline")).toBe("settled");
});

test("posted again while it waits, only the last is read; taken back, what it said is gone", async () => {
  const { site, who, campaignId, post, settle, shown } = await scene();
  await post(reply(who.publicId));
  await post(reply(who.publicId, { words0: "We are very sorry." }));
  expect((await rowsOf(site)).map(({ state }) => state).toSorted()).toEqual(["replaced", "waiting"]);
  await settle();
  // Both were posted in the same instant: either may stand first.
  const listed = await listPosted(site.db.read, site.keyring, campaignId);
  const posted = listed.find(({ state }) => state === "published");
  const take = (of: string) =>
    withdrawPosted(site, { campaignId: of, publicId: posted?.publicId ?? "" }, NOW);
  expect(await take((await openLetter(site)).id)).toBe(false);
  expect(await take(campaignId)).toBe(true);
  expect(await shown()).toEqual([]);
  expect((await rowsOf(site)).filter(({ state }) => state === "withdrawn")).toMatchObject([{ words: "" }]);
  expect(await take(campaignId)).toBe(false);
});

test("only recipients that are checked are spoken for, and in the demonstration nobody real", async () => {
  const { site, post } = await scene();
  const other = await councillor(site, { name: "Sam Other" });
  expect(await post(reply(other.publicId))).toBe("unknown_recipient");
  const demonstration = await scene({ petition: { isDemonstration: true }, who: { isInvented: false } });
  expect(await demonstration.post(reply(demonstration.who.publicId))).toBe("demonstration");
});

test("a reply has words, a recipient, and a day that is past", () => {
  const errorsOf = (values: Record<string, string>) =>
    postForm([0, 1], DAYS)
      .safeParse(values)
      .error?.issues.map(({ path }) => path[0]);
  expect(errorsOf({})).toEqual(["recipient", "receivedOn", "words0"]);
  const good = { recipient: "x", words0: "Yes." };
  expect(errorsOf({ ...good, receivedOn: "2026-11-26" })).toEqual(["receivedOn"]);
  expect(errorsOf({ ...good, receivedOn: "2026-10-31" })).toEqual(["receivedOn"]);
  expect(errorsOf({ ...good, receivedOn: "20/11/2026", words1: "x".repeat(5001) })).toEqual(["words1"]);
});
