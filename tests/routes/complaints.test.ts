import { expect, test } from "vitest";
import { authorDeadline } from "#app/domain/moderation/complaint.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { COMPLAINT, complain, complaintScene, rowOf, STANDS_BY } from "../domain/moderation/complaining.ts";
import { organise } from "../domain/moderation/reviewing.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";

test("a complaint that lacks what the law asks is refused with every sentence, and loses nothing", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  await complaintScene(site);
  const empty = await front.ask("/takedown?page=/petitions/the-head", form({ page: "/petitions/the-head" }));
  expect(empty.status).toBe(422);
  expect(empty.text.match(/aria-invalid="true"/g)).toHaveLength(7);
  const nearly = await front.ask("/takedown", form({ ...COMPLAINT, lacksDetails: "" }));
  expect(nearly.status).toBe(422);
  for (const typed of [
    COMPLAINT.statement,
    COMPLAINT.meaning,
    COMPLAINT.harm,
    COMPLAINT.untrue,
    COMPLAINT.name,
  ])
    expect(nearly.text).toContain(typed);
  expect(nearly.text).toMatch(/name="sharesName" checked="" value="on"|id="sharesName"[^>]*checked/);
  const { complaints } = site.db.tables;
  expect(await site.db.read.select().from(complaints)).toEqual([]);
  for (const page of ["/petitions/none", "/complaint/abc", "https://elsewhere.example/"])
    expect((await front.ask("/takedown", form({ ...COMPLAINT, page }))).status, page).toBe(422);
  const sent = await front.ask("/takedown", form(COMPLAINT));
  expect([sent.status, sent.headers.location]).toEqual([303, "/takedown?sent=1"]);
  expect((await site.db.read.select().from(complaints)).map(({ state }) => state)).toEqual(["author_asked"]);
  expect(front.log()).not.toMatch(/quax|Quillonda|head took/);
});

test("the author's link shows without acting, takes one answer, and closes at the deadline", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const { id } = await complain(site, campaign);
  const front = await serveSite(site);
  const path = `/author-reply/${site.keyring.token("author_reply", id, 1)}`;
  for (const method of ["GET", "HEAD"]) expect((await front.ask(path, { method })).status).toBe(200);
  const shown = await front.ask(path);
  expect(shown.text).toContain("midnight at the end of 30 November 2026");
  expect(shown.text).toContain("Quillonda Vexbury");
  expect(shown.text).not.toContain("vexbury@quaxmail.example.org");
  expect(shown.headers["cache-control"]).toBe("private, no-store");
  expect((await rowOf(site, id)).state).toBe("author_asked");
  const bare = await front.ask(path, form({ answer: "disagree", authorWords: "It is so" }));
  expect([bare.status, bare.text.includes("It is so")]).toEqual([422, true]);
  expect((await front.ask(path, form({ answer: "perhaps" }))).status).toBe(422);

  const late = await serveSite(site, authorDeadline(NOW));
  expect((await late.ask(path)).status).toBe(410);
  expect((await late.ask(path, form(STANDS_BY))).status).toBe(410);
  expect((await rowOf(site, id)).state).toBe("author_asked");

  expect((await front.ask(path, form(STANDS_BY))).status).toBe(303);
  expect((await front.ask(path)).text).toContain("the words stay");
  expect((await front.ask(path, form({ answer: "agree" }))).status).toBe(409);
  expect((await rowOf(site, id)).state).toBe("author_disagreed");
  for (const token of ["cut-off", site.keyring.token("complaint", id, 1)]) {
    expect((await front.ask(`/author-reply/${token}`)).status).toBe(404);
    expect((await front.ask(`/author-reply/${token}`, form({ answer: "agree" }))).status).toBe(404);
  }
});

test("whoever complained sees by their link where it stands, and nothing of the author", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const { id } = await complain(site, campaign);
  const front = await serveSite(site);
  const path = `/complaint/${site.keyring.token("complaint", id, 1)}`;
  expect((await front.ask(path)).text).toContain("midnight at the end of 30 November 2026");
  await front.ask(`/author-reply/${site.keyring.token("author_reply", id, 1)}`, form(STANDS_BY));
  const answered = await front.ask(path);
  expect(answered.text).toContain("The author stands by the words");
  expect(answered.text).not.toMatch(/Betony|Made Up|It is true/);
  expect((await front.ask("/complaint/cut-off")).status).toBe(404);
  expect((await front.ask(`/complaint/${site.keyring.token("author_reply", id, 1)}`)).status).toBe(404);
});

test("a moderator sees the clock and only the steps that are possible; the page is gone once it is hidden", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const complaint = await complain(site, campaign);
  const front = await serveSite(site);
  const moderator = await visitor(site, "moderator");
  const path = `/moderate/complaints/${complaint.publicId}`;
  const queue = await see(front, "/moderate/complaints", moderator);
  expect(queue.text).toContain(path);
  expect(queue.text).not.toContain(COMPLAINT.statement);
  const shown = await see(front, path, moderator);
  for (const words of [
    "vexbury@quaxmail.example.org",
    "midnight at the end of 30 November 2026",
    "132 hours left",
  ])
    expect(shown.text.replaceAll("<!-- -->", "")).toContain(words);
  const steps = (text: string) => [...text.matchAll(/name="step" value="(\w+)"/g)].map(([, step]) => step);
  expect(steps(shown.text)).toEqual(["hide", "passage_gone", "invalid"]);
  expect((await send(front, path, moderator, { step: "keep" })).status).toBe(409);
  expect((await send(front, path, moderator, { step: "remove" })).status).toBe(422);
  expect((await send(front, path, moderator, { step: "invalid" })).status).toBe(422);
  const there = await send(front, path, moderator, { step: "passage_gone" });
  expect([there.status, there.text.includes("still stand")]).toEqual([409, true]);
  expect((await rowOf(site, complaint.id)).state).toBe("author_asked");

  await front.ask(
    `/author-reply/${site.keyring.token("author_reply", complaint.id, 1)}`,
    form({ answer: "agree" }),
  );
  const late = await serveSite(site, NOW + 49 * HOUR);
  expect((await see(late, path, moderator)).text).toMatch(/chip-refused">Late/);
  expect((await send(front, path, moderator, { step: "hide" })).status).toBe(303);
  for (const gone of ["/petitions/the-head", "/petitions/the-head.json", "/petitions/the-head/places"])
    expect((await front.ask(gone)).status, gone).toBe(410);
  const settled = await see(front, "/moderate/complaints?state=settled", moderator);
  expect(settled.text).toContain(path);
  expect(steps((await see(front, path, moderator)).text)).toEqual([]);
  expect((await send(front, path, moderator, { step: "hide" })).status).toBe(409);
});

test("nobody but moderators sees complaints, and no moderator those about a petition of their own", async () => {
  const site = await testSite();
  const { campaign } = await complaintScene(site);
  const { publicId } = await complain(site, campaign);
  const front = await serveSite(site);
  const path = `/moderate/complaints/${publicId}`;
  const [nobody, moderator] = [await visitor(site), await visitor(site, "moderator")];
  for (const at of ["/moderate/complaints", path]) {
    expect((await front.ask(at)).status, at).toBe(303);
    expect((await see(front, at, nobody)).status, at).toBe(403);
  }
  expect((await send(front, path, nobody, { step: "hide" })).status).toBe(403);
  await organise(site, campaign.id, moderator.accountId, "editor");
  expect((await see(front, path, moderator)).status).toBe(403);
  expect((await send(front, path, moderator, { step: "hide" })).status).toBe(403);
  expect((await see(front, "/moderate/complaints/0000000000", moderator)).status).toBe(404);
});

test("a complaint about a page of our own waits for a moderator, who can leave the words", async () => {
  const site = await testSite();
  await openPetition(site);
  const front = await serveSite(site);
  const moderator = await visitor(site, "moderator");
  await front.ask("/takedown", form({ ...COMPLAINT, page: "/councils/worcester" }));
  const queue = await see(front, "/moderate/complaints", moderator);
  const path = /\/moderate\/complaints\/[0-9a-z]{10}/.exec(queue.text)?.[0] ?? "";
  expect((await see(front, path, moderator)).text).not.toMatch(/value="(?:ask|hide)"/);
  expect((await send(front, path, moderator, { step: "ask" })).status).toBe(409);
  expect((await send(front, path, moderator, { step: "keep" })).status).toBe(303);
});
