import { expect, test } from "vitest";
import { confirmAnswer } from "#app/domain/response/confirm-answer.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { organise } from "../domain/moderation/reviewing.ts";
import {
  answered,
  confirmToken,
  publishAnswer,
  rowsOf,
  submit,
  tell,
  toldScene,
} from "../domain/response/answering-scene.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";

const HOSTILE = "<script>alert(1)</script> & <b>bold</b>\nhttps://evil.example";

test("a councillor answers without an account, a page at a time", async () => {
  const site = await testSite();
  const scene = await toldScene(site, { petition: { slug: "asked", title: "Asked" } });
  const front = await serveSite(site, NOW + HOUR);
  const path = `/answer/${scene.token}`;
  const page = await front.ask(path);
  expect([page.status, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  expect(page.text).toContain("Pat Example");
  const fields = { campaign: String(scene.petition.number), as: scene.who.publicId };
  const wrong = await front.ask(path, form({ ...fields, stance0: "raise", writerName: "Zebra Clerk" }));
  expect(wrong.status).toBe(422);
  expect(wrong.text).toMatch(/id="words0"[^>]*aria-invalid="true"/);
  expect(wrong.text).toMatch(/value="raise" checked|checked=""[^>]*value="raise"|value="raise"[^>]*checked/);
  expect(wrong.text).toContain('value="Zebra Clerk"');
  const writer = { writerName: "Zebra Clerk", writerRole: "office" };
  const sent = await front.ask(path, form({ ...fields, ...writer, stance0: "statement", words0: HOSTILE }));
  const thanks = `${path}?campaign=${fields.campaign}&as=${fields.as}&sent=1`;
  expect([sent.status, sent.headers.location]).toEqual([303, thanks]);
  expect((await front.ask(thanks)).text).toContain("look in your mail");
  const confirm = `/answer-confirm/${await confirmToken(site)}`;
  const before = await front.ask(confirm);
  expect(before.text).toContain("Is this your answer?");
  expect(before.text).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;");
  expect((await rowsOf(site))[0]?.state).toBe("unconfirmed");
  const pressed = await front.ask(confirm, form({ intent: "confirm" }));
  expect([pressed.status, pressed.headers.location]).toEqual([303, confirm]);
  expect((await front.ask(confirm)).text).toContain("A moderator reads it next");
  expect((await front.ask(confirm, form({ intent: "confirm" }))).status).toBe(303);
  expect((await front.ask(confirm, form({ intent: "other" }))).status).toBe(400);
  expect(front.log()).not.toContain(scene.token);
  expect(front.log()).not.toMatch(/Zebra|evil/);
  expect((await front.ask("/petitions/asked")).text).not.toContain("Zebra");
});

test("links that lead nowhere say so: unknown, too old, of a term that is over", async () => {
  const site = await testSite();
  const scene = await toldScene(site);
  const ended = await toldScene(site, { who: { endsOn: "2026-11-01" } });
  const front = await serveSite(site);
  const fields = { ...form({ campaign: "1", as: "x", stance0: "support" }) };
  for (const [path, status] of [
    ["/answer/cut-off", 404],
    ["/answer-confirm/cut-off", 404],
    [`/answer-confirm/${scene.token}`, 404],
    [`/answer/${ended.token}`, 410],
  ] as const) {
    expect([path, (await front.ask(path)).status]).toEqual([path, status]);
    expect([path, (await front.ask(path, fields)).status]).toEqual([
      path,
      path.includes("confirm") ? 400 : status,
    ]);
  }
  const late = await serveSite(site, NOW + 60 * DAY);
  expect((await late.ask(`/answer/${scene.token}`)).text).toContain("60 days");
  expect((await late.ask(`/answer/${scene.token}`, fields)).status).toBe(410);
  await submit(site, scene);
  const unconfirmed = await serveSite(site, NOW + 8 * DAY);
  expect((await unconfirmed.ask(`/answer-confirm/${await confirmToken(site)}`)).status).toBe(410);
});

test("a message about several campaigns lets one choose, and a form for none of them is refused", async () => {
  const site = await testSite();
  const scene = await toldScene(site, { petition: { title: "The first" } });
  const second = await openPetition(site, { title: "The second" });
  const third = await openPetition(site, { title: "The third" });
  const id = await tell(site, scene.who, [scene.petition.id, second.id], { slotOn: "2026-11-17" });
  const path = `/answer/${site.keyring.token("answer", id, 1)}`;
  const front = await serveSite(site);
  const list = await front.ask(path);
  expect(list.text).toContain("Which one do you want to answer?");
  expect(list.text).toContain("The second");
  expect(list.text).not.toContain("The third");
  const as = scene.who.publicId;
  expect((await front.ask(`${path}?campaign=${second.number}&as=${as}`)).text).toContain("Your answer");
  const writer = { writerName: "A", writerRole: "B", stance0: "support", as };
  const refused = await front.ask(path, form({ ...writer, campaign: String(third.number) }));
  expect(refused.status).toBe(404);
  expect(await rowsOf(site)).toEqual([]);
});

test("a published answer stands by its petition, person and place, in the data, with a link to report it", async () => {
  const site = await testSite();
  const scene = await toldScene(site, { petition: { slug: "asked", title: "Asked" } });
  const form = answered({ answers: [{ position: 0, stance: "raise", words: HOSTILE }] });
  const manage = await publishAnswer(site, scene, form);
  const front = await serveSite(site, NOW + DAY);
  for (const path of [
    "/petitions/asked",
    "/petitions/asked/answers",
    `/representatives/${scene.who.publicId}`,
    "/councils/worcester",
    "/councils/worcester/wards/arboretum",
  ]) {
    const { status, text } = await front.ask(path);
    expect([path, status]).toEqual([path, 200]);
    expect(text, path).toContain("Will raise it");
    expect(text, path).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text, path).not.toContain("<script>alert(1)");
    expect(text, path).toContain(`href="/report?page=${path}">Report an answer`);
  }
  expect((await front.ask("/petitions/asked")).text).toContain("1 will raise it.");
  const json = JSON.parse((await front.ask("/petitions/asked.json")).text);
  expect(json.data.attributes.responses).toMatchObject([
    {
      ...{ name: "Pat Example", stance: "raise", words: HOSTILE, ask: null, official: false, invented: true },
      area: { name: "Arboretum" },
      published_at: new Date(NOW + 2000).toISOString(),
      answered_before: [],
    },
  ]);
  const page = await front.ask(`/answer-confirm/${manage}`);
  expect(page.text).toContain("Your answer is public");
  expect(page.text).toContain(`href="/answer/${manage}"`);
  expect((await front.ask(`/answer/${manage}`)).text).toContain("Change your answer");
});

test("an answer to an ask stands under that ask alone", async () => {
  const site = await testSite();
  const scene = await toldScene(site, { isRecipient: true, petition: { slug: "asked" } });
  const front = await serveSite(site, NOW + DAY);
  expect((await front.ask(`/answer/${scene.token}`)).text).toContain('name="stance1"');
  await publishAnswer(
    site,
    scene,
    answered({ answers: [{ position: 1, stance: "statement", words: "In June." }] }),
  );
  const { text } = await front.ask("/petitions/asked");
  expect(text).toContain("In June.");
  expect(text).not.toContain("What they answered");
});

test("nothing is said of those who have not answered", async () => {
  const site = await testSite();
  const scene = await toldScene(site, { petition: { slug: "asked" } });
  const front = await serveSite(site);
  for (const path of ["/petitions/asked", `/representatives/${scene.who.publicId}`])
    expect((await front.ask(path)).text, path).not.toMatch(
      /What they (have )?answered|[Nn]o answer|not answered(?!<)/,
    );
});

test("a moderator reads who answers, takes it in hand and decides once; nobody else gets near", async () => {
  const site = await testSite();
  const scene = await toldScene(site, {
    petition: { slug: "asked", title: "Asked" },
    who: { email: "a@ward.example" },
  });
  await submit(site, scene);
  const front = await serveSite(site, NOW + DAY);
  const [moderator, other, nobody] = [
    await visitor(site, "moderator", NOW + DAY),
    await visitor(site, "moderator", NOW + DAY),
    await visitor(site, undefined, NOW + DAY),
  ];
  const [row] = await rowsOf(site);
  const path = `/moderate/responses/${row?.publicId}`;
  expect((await see(front, path, moderator)).status).toBe(404);
  await confirmAnswer(site, await confirmToken(site), NOW + HOUR);
  expect((await see(front, path, nobody)).status).toBe(403);
  expect((await send(front, path, nobody, { decision: "publish" })).status).toBe(403);
  expect((await see(front, "/moderate", moderator)).text).toContain("Answers of representatives");
  expect((await see(front, "/moderate/responses", moderator)).text).toContain(path);
  const read = await see(front, path, moderator);
  expect(read.text).toContain("At full council in March.");
  expect(read.text).toContain("ward.example");
  expect(read.text).not.toContain("a@ward.example");
  expect((await send(front, path, moderator, { intent: "claim" })).status).toBe(303);
  expect((await send(front, path, other, { decision: "publish" })).status).toBe(409);
  expect((await send(front, path, moderator, { decision: "decline" })).status).toBe(422);
  expect((await send(front, path, moderator, { decision: "publish" })).status).toBe(303);
  expect((await send(front, path, other, { decision: "decline", reason: "advert" })).status).toBe(409);
  await organise(site, scene.petition.id, other.accountId);
  expect((await see(front, path, other)).status).toBe(403);
  expect((await front.ask("/petitions/asked")).text).toContain("At full council in March.");
});

test("by the link of the mail an answer is gone at once from every page", async () => {
  const site = await testSite();
  const scene = await toldScene(site, { petition: { slug: "asked" } });
  const manage = await publishAnswer(site, scene);
  const front = await serveSite(site, NOW + DAY);
  const path = `/answer-confirm/${manage}`;
  expect((await front.ask(path, form({ intent: "withdraw" }))).status).toBe(303);
  expect((await front.ask(path)).text).toContain("taken back");
  for (const page of ["/petitions/asked", "/petitions/asked.json", `/representatives/${scene.who.publicId}`])
    expect((await front.ask(page)).text, page).not.toContain("At full council");
});

test("before a poll a notice stands in the place of answers, on every page, and the data has none", async () => {
  const site = await testSite();
  const scene = await toldScene(site, { petition: { slug: "asked" } });
  await publishAnswer(site, scene);
  await site.db.transaction("poll", async (tx) => {
    await tx.insert(tx.tables.polls).values({
      ...{ id: "p", publicId: "poll000001", kind: "local", name: "The local elections", area: "E07000237" },
      ...{ quietFrom: "2026-11-26", pollOn: "2026-11-30", source: "invented", isCancelled: false },
    });
  });
  const front = await serveSite(site, NOW + DAY);
  for (const path of ["/petitions/asked", `/representatives/${scene.who.publicId}`, "/councils/worcester"]) {
    const { text } = await front.ask(path);
    expect(text, path).toContain("The local elections on 30 November 2026");
    expect(text, path).not.toContain("At full council");
  }
  expect(JSON.parse((await front.ask("/petitions/asked.json")).text).data.attributes.responses).toEqual([]);
  expect((await front.ask(`/answer/${scene.token}`)).text).toContain("Not before the poll");
  const fields = { campaign: String(scene.petition.number), as: scene.who.publicId, stance0: "support" };
  const sent = await front.ask(
    `/answer/${scene.token}`,
    form({ ...fields, writerName: "A", writerRole: "B" }),
  );
  expect(sent.status).toBe(409);
});
