import { expect, test } from "vitest";
import { findDraft } from "#app/domain/campaign/drafts.server.ts";
import { saveDraft } from "#app/domain/campaign/save-draft.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

async function started(site: TestSite, title = "Mend the lift") {
  const front = await serveSite(site);
  const answer = await front.ask("/start", form({ title }));
  const base = (answer.headers.location ?? "").replace(/\/asks$/, "");
  return { front, base, token: base.replace("/start/", "") };
}

test("a title begins a draft that a link alone opens, and that no cache keeps", async () => {
  const site = await testSite();
  const { front, base } = await started(site);
  expect(base).toMatch(/^\/start\/[\w-]{22}$/);
  const page = await front.ask(`${base}/asks`);
  expect(page.status).toBe(200);
  expect(page.headers["cache-control"]).toBe("private, no-store");
  const guessed = `${base.slice(0, -1)}${base.endsWith("A") ? "B" : "A"}`;
  expect((await front.ask(`${guessed}/asks`)).status).toBe(404);
  expect((await front.ask(`${guessed}/asks`, form({ ask1: "x" }))).status).toBe(404);
  expect((await front.ask(`${base}/nothing`)).status).toBe(404);
});

test("titles that cannot be shown are refused with a sentence, and come back as typed", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  for (const title of [
    "",
    "   ",
    "x".repeat(81),
    "a\u202eb",
    "See https://spam.example now",
    "!!!",
    "\u0000",
  ]) {
    const answer = await front.ask("/start", form({ title }));
    expect([title.slice(0, 20), answer.status]).toEqual([title.slice(0, 20), 422]);
    expect(answer.text).toContain('id="title-error"');
  }
  const answer = await front.ask("/start", form({ title: `<b>${"y".repeat(90)}` }));
  expect(answer.text).toContain("&lt;b&gt;yyy");
  expect(answer.text).not.toContain("<b>y");
});

test("what is right on a page is kept when something else on it is wrong", async () => {
  const site = await testSite();
  const { front, base, token } = await started(site);
  const answer = await front.ask(
    `${base}/asks`,
    form({ ask1: "Mend it", ask2: "See www.example.org", ask3: "x".repeat(201) }),
  );
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('id="ask2-error"');
  expect(answer.text).toContain('id="ask3-error"');
  expect((await findDraft(site, token))?.asks.map(({ text }) => text)).toEqual(["Mend it"]);
  await front.ask(`${base}/goal`, form({ goal: "many", months: "6", showsNames: "on" }));
  expect(await findDraft(site, token)).toMatchObject({ goal: 100, closesOn: "2027-05-25" });
});

test("a short name is kept, one that is too long is refused, and none is as good", async () => {
  const site = await testSite();
  const { front, base, token } = await started(site);
  const whom = { topic: "", body: "parliament", askClause: "act" };
  await front.ask(`${base}/whom`, form({ ...whom, shortName: "SEND  investigation" }));
  expect((await findDraft(site, token))?.shortName).toBe("SEND investigation");
  const long = await front.ask(`${base}/whom`, form({ ...whom, shortName: "x".repeat(41) }));
  expect([long.status, long.text.includes('id="shortName-error"')]).toEqual([422, true]);
  expect((await findDraft(site, token))?.shortName).toBe("SEND investigation");
  expect((await front.ask(`${base}/whom`, form({ ...whom, shortName: "" }))).status).toBe(303);
  expect((await findDraft(site, token))?.shortName).toBe("");
});

test("bodies that are none are refused: unknown councils, ended ones, no name", async () => {
  const site = await testSite();
  const { front, base, token } = await started(site);
  const whom = async (fields: Record<string, string>) =>
    (await front.ask(`${base}/whom`, form({ askClause: "mend it", ...fields }))).status;
  expect(await whom({})).toBe(422);
  expect(await whom({ body: "gss:E99999999" })).toBe(422);
  expect(await whom({ body: "gss:E14000998" })).toBe(422);
  expect(await whom({ body: "council" })).toBe(422);
  expect(await whom({ body: "department", bodyName: " " })).toBe(422);
  expect(await whom({ body: "monarch" })).toBe(422);
  expect((await findDraft(site, token))?.bodyName).toBe("");
  expect(await whom({ body: "council", otherCouncil: "E10000034" })).toBe(303);
  expect(await findDraft(site, token)).toMatchObject({
    ...{ bodyKind: "council", bodyName: "Worcestershire County Council", bodyGss: "E10000034" },
  });
  expect(await whom({ body: "parliament", bodyName: "Somebody" })).toBe(303);
  expect(await findDraft(site, token)).toMatchObject({ bodyName: "UK Parliament", bodyGss: "" });
});

test("a draft with something missing does not begin, whatever is sent", async () => {
  const site = await testSite();
  const { front, base, token } = await started(site);
  expect((await front.ask(`${base}/check`, form({}))).status).toBe(422);
  const draft = await findDraft(site, token);
  await saveDraft(site, { campaignId: draft?.id ?? "", part: { email: "wren@example.org" } }, NOW);
  expect((await front.ask(`${base}/check`, form({ email: "x" }))).status).toBe(422);
  const { signInRequests } = site.db.tables;
  expect(await site.db.read.select().from(signInRequests)).toEqual([]);
});

test("hostile Markdown and names come out as text in the preview", async () => {
  const site = await testSite();
  const { front, base } = await started(site, "<img src=x onerror=alert(1)>");
  await front.ask(`${base}/asks`, form({ ask1: "</li><script>alert(1)</script>" }));
  const more =
    '<script>alert(2)</script> [x](javascript:alert(3)) ![y](https://evil.example/p.png) <iframe src="//evil.example">';
  await front.ask(`${base}/why`, form({ why: "<svg onload=alert(4)>", more }));
  await front.ask(
    `${base}/whom`,
    form({ body: "other", bodyName: '"><script>alert(5)</script>', askClause: "<b>mend</b> it" }),
  );
  const { text, status } = await front.ask(`${base}/check`);
  expect(status).toBe(200);
  expect(text).not.toMatch(/<(script|img|svg onload|iframe|b>mend)/i);
  expect(text).not.toContain("javascript:");
  expect(text).not.toContain("evil.example/p.png");
});

test("the example on the last page is of the place where its writer lives", async () => {
  const site = await testSite();
  const { front, base } = await started(site);
  const body = { body: "parliament", askClause: "to mend it" };
  await front.ask(`${base}/whom`, form({ ...body, postcode: "wr5 2np" }));
  const page = readable((await front.ask(`${base}/check`)).text);
  expect(page).toContain("To the Member of Parliament for Worcester ");
});

test("looking for councils keeps what else stands on the page, and asks for nothing that is missing", async () => {
  const site = await testSite();
  const { front, base, token } = await started(site);
  const search = { intent: "suggest", topic: "education", askClause: "mend it", body: "parliament" };
  const found = await front.ask(`${base}/whom`, form({ ...search, postcode: "wr5 2np" }));
  expect([found.status, found.headers.location]).toEqual([303, `${base}/whom#body`]);
  expect(await findDraft(site, token)).toMatchObject({
    ...{ postcode: "WR52NP", topic: "education", askClause: "to mend it", bodyName: "UK Parliament" },
  });
  expect((await front.ask(`${base}/whom`)).text).toContain('value="WR5 2NP"');
  const missing = await front.ask(`${base}/whom`, form({ intent: "suggest", postcode: "" }));
  expect(missing.status).toBe(422);
  expect(missing.text).toContain('id="postcode-error"');
  expect(missing.text).not.toContain('id="askClause-error"');
});

async function written(site: TestSite, email: string) {
  const { front, base } = await started(site);
  await front.ask(`${base}/asks`, form({ ask1: "Mend the lift" }));
  await front.ask(`${base}/why`, form({ why: "Nobody in a wheelchair gets up." }));
  await front.ask(`${base}/whom`, form({ body: "parliament", askClause: "mend the lift" }));
  await front.ask(`${base}/you`, form({ organiserName: "Wren", email }));
  return { front, base };
}

test("somebody signed in finds their address filled in, begins at once, and pressing twice leads on", async () => {
  const site = await testSite();
  const owner = await visitor(site);
  const empty = await started(site, "Another");
  const page = await see(empty.front, `${empty.base}/you`, owner);
  const email = /name="email"[^>]* value="([^"]+)"/.exec(page.text)?.[1] ?? "";
  expect(email).toMatch(/^nobody-.+@example\.org$/);
  expect((await empty.front.ask(`${empty.base}/you`)).text).not.toContain(email);
  const { front, base } = await written(site, email);
  expect((await see(front, `${base}/check`, owner)).text).not.toContain("We mail a link");
  expect((await front.ask(`${base}/check`)).text).toContain("We mail a link");
  const begun = await send(front, `${base}/check`, owner, {});
  expect([begun.status, begun.headers.location]).toEqual([303, expect.stringMatching(/^\/organise\/\d+$/)]);
  const again = await send(front, `${base}/check`, owner, {});
  expect([again.status, again.headers.location]).toEqual([303, "/organise"]);
  expect((await front.ask(`${base}/check`, form({}))).status).toBe(404);
});

test("the check page offers open petitions about the same, and no draft is for search engines", async () => {
  const site = await testSite();
  await openPetition(site, { title: "Mend the lift at the station", slug: "mend-the-lift" });
  const { front, base } = await started(site, "Mend the lift in the library");
  const page = await front.ask(`${base}/check`);
  expect(page.text).toContain('href="/petitions/mend-the-lift#sign"');
  expect(page.text).not.toContain("What an MP would read");
  for (const path of ["/title", "/check", "/sent"])
    expect((await front.ask(base + path)).headers["x-robots-tag"]).toBe("noindex, nofollow");
});
