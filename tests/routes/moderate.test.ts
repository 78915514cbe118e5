import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getText, replaceText } from "#app/domain/campaign/replace-text.server.ts";
import { appealDecision } from "#app/domain/moderation/appeal-decision.server.ts";
import { makeLinks } from "#app/domain/privacy/links.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { organise, person, reviewScene } from "../domain/moderation/reviewing.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const PUBLISH = { intent: "decide", decision: "publish", textVersion: "1" };

async function desk(site: TestSite) {
  const front = await serveSite(site);
  const scene = await reviewScene(site, { title: "A lift for Shrub Hill" });
  const page = `/moderate/campaigns/${scene.campaign.number}`;
  return {
    ...scene,
    front,
    page,
    ada: await visitor(site, "moderator"),
    bram: await visitor(site, "moderator"),
  };
}

test("what waits is listed with its age, and late ones say so in words", async () => {
  const site = await testSite();
  const { ada } = await desk(site);
  const front = await serveSite(site, NOW + 47 * 3_600_000);
  const page = await see(front, "/moderate", ada);
  expect(page.status).toBe(200);
  expect(readable(page.text)).toMatch(
    /Campaigns to review[\s\S]*Late The oldest has waited 2 days, of 2 days/,
  );
  const queue = await see(front, "/moderate/campaigns", ada);
  expect(queue.text).toContain("A lift for Shrub Hill");
  for (const path of ["appeals", "appeals?state=settled", "changes", "outcomes", "campaigns/find"])
    expect((await see(front, `/moderate/${path}`, ada)).status, path).toBe(200);
});

test("a moderator takes a petition in hand, another takes it over knowingly, and the first is refused with words", async () => {
  const site = await testSite();
  const { front, page, ada, bram } = await desk(site);
  expect((await send(front, page, ada, { intent: "claim" })).status).toBe(303);
  const seen = await see(front, page, bram);
  expect(seen.text).toContain("has this in hand until");
  expect(seen.text).not.toContain('name="decision"');
  const held = await send(front, page, bram, PUBLISH);
  expect([held.status, held.text.includes("Another moderator has this in hand")]).toEqual([409, true]);
  expect((await send(front, page, bram, { intent: "claim" })).status).toBe(409);
  expect((await send(front, page, bram, { intent: "take_over", from: ada.accountId })).status).toBe(303);
  expect((await send(front, page, ada, PUBLISH)).status).toBe(409);
  expect((await send(front, page, ada, { intent: "release" })).status).toBe(303);
  expect((await send(front, page, ada, PUBLISH)).status).toBe(409);
  expect((await send(front, page, bram, PUBLISH)).status).toBe(303);
  expect((await front.ask("/petitions")).text).toContain("A lift for Shrub Hill");
});

test("a decision about another text than the present one is refused, and shows the new text", async () => {
  const site = await testSite();
  const { front, page, ada, campaign, submitAgain, row } = await desk(site);
  const bare = await send(front, page, ada, { intent: "decide", decision: "ask_changes", textVersion: "1" });
  expect([bare.status, bare.text.includes("Write what has to change")]).toEqual([422, true]);
  const changes = { decision: "ask_changes", textVersion: "1", note: "Leave out the name" };
  expect((await send(front, page, ada, changes)).status).toBe(303);
  const content = {
    en: { title: "A lift and a ramp", why: "Because of stairs.", more: "" },
    asks: ["Build it"],
    askClause: "to build it",
    shortName: "",
  };
  await site.db.transaction("edit", (tx) => replaceText(tx, campaign.id, content, NOW));
  await submitAgain();
  const late = await send(front, page, ada, PUBLISH);
  expect(late.status).toBe(409);
  expect(late.text).toContain("The text has changed since you opened this page");
  expect(late.text).toContain("What has changed since changes were asked for");
  expect(late.text).toMatch(/<del>.*Shrub Hill/);
  expect(late.text).toContain('name="textVersion" value="2"');
  expect((await row()).state).toBe("in_review");
});

test("nobody but moderators comes to the desk, and none of them to their own petition", async () => {
  const site = await testSite();
  const { front, page, campaign, row } = await desk(site);
  const stranger = await visitor(site);
  const editor = await visitor(site);
  const owner = await visitor(site, "admin");
  await organise(site, campaign.id, editor.accountId, "editor");
  await organise(site, campaign.id, owner.accountId);
  const paths = ["/moderate", "/moderate/campaigns", page, `${page}/hide`, "/moderate/appeals"];
  paths.push("/moderate/changes", "/moderate/outcomes", "/moderate/campaigns/find");
  for (const path of paths) {
    for (const { cookie } of [stranger, editor])
      expect((await see(front, path, { cookie })).status, path).toBe(403);
    expect((await front.ask(path)).headers.location, path).toBe("/sign-in");
  }
  for (const who of [stranger, editor, owner, { cookie: "" }])
    for (const [path, fields] of [
      [page, PUBLISH],
      [page, { decision: "hide", hideReason: "urgent", textVersion: "1" }],
      [page, { intent: "claim" }],
      [page, { intent: "restore" }],
      [`${page}/hide`, {}],
    ] as const) {
      const answer = await send(front, path, who, fields);
      expect(who.cookie === "" ? 303 : 403, path).toBe(answer.status);
    }
  const own = await see(front, page, owner);
  expect([own.status, own.text.includes("You run this petition")]).toEqual([403, true]);
  expect(own.text).not.toContain("What has happened");
  expect((await row()).state).toBe("in_review");
});

test("hiding takes one press, and everything of the petition answers 410 at once", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const moderator = await visitor(site, "moderator");
  const { id, number, slug } = await openPetition(site, { title: "Something dreadful" });
  await site.db.transaction("everything that it may have", async (tx) => {
    const { pictures, campaigns } = tx.tables;
    const size = { width: 1, height: 1, createdAt: NOW };
    const file = { alt: "A picture", mediaType: "image/webp", bytes: Buffer.from("picture"), ...size };
    await tx.insert(pictures).values({ id: "picture", publicId: "pppppppppp", campaignId: id, ...file });
    await tx.update(campaigns).set({ pictureId: "picture" }).where(eq(campaigns.id, id));
    await makeLinks(tx, site.keyring, id, ["support"]);
    const before = await getText(tx, id);
    await replaceText(tx, id, { ...before, askClause: "to do something else" }, NOW);
  });
  const base = `/petitions/${slug}`;
  const parts = ["", ".json", "/count.json", "/history.csv", "/map", "/places", "/told", "/sign"];
  const paths = [
    ...parts.map((part) => base + part),
    ...[`${base}/check-your-email`, `${base}/text/1`, `/p/${number}`, "/pictures/pppppppppp.webp"],
    `/support/${site.keyring.token("support", id, 1)}`,
  ];
  for (const path of paths) expect((await front.ask(path)).status, path).toBeLessThan(400);
  const hidden = await send(front, `/moderate/campaigns/${number}/hide`, moderator, {});
  expect([hidden.status, hidden.headers.location]).toEqual([303, `/moderate/campaigns/${number}?saved=hide`]);
  for (const path of paths) expect((await front.ask(path)).status, path).toBe(410);
  expect((await front.ask(base)).text).toContain("taken down");
  for (const path of [
    "/",
    "/petitions",
    "/petitions?state=rejected",
    "/petitions.json",
    "/councils/worcestershire",
  ])
    expect((await front.ask(path)).text, path).not.toContain("Something dreadful");
  expect((await send(front, `/moderate/campaigns/${number}/hide`, moderator, {})).status).toBe(409);
  const page = `/moderate/campaigns/${number}`;
  expect((await send(front, page, moderator, { intent: "restore" })).status).toBe(403);
  expect((await send(front, page, await visitor(site, "admin"), { intent: "restore" })).status).toBe(303);
  for (const path of paths) expect((await front.ask(path)).status, path).toBeLessThan(400);
});

test("a rejected petition stays to be read, with its reason in words and no way to sign", async () => {
  const site = await testSite();
  const { front, page, ada, campaign } = await desk(site);
  const reject = { decision: "reject", rejectReason: "individual_case", textVersion: "1" };
  expect((await send(front, page, ada, { ...reject, rejectReason: "" })).status).toBe(422);
  expect((await send(front, page, ada, { ...reject, rejectReason: "defamatory" })).status).toBe(422);
  expect((await send(front, page, ada, reject)).status).toBe(303);
  const read = await front.ask(`/petitions/${campaign.slug}`);
  expect(read.status).toBe(200);
  expect(read.text).toContain("A lift for Shrub Hill");
  expect(read.text).toContain("A complaint, a tribunal or an ombudsman can help there");
  expect(read.text).toContain("ask that another moderator look again");
  expect(read.text).not.toContain('<form method="post"');
  expect(read.text).not.toContain("have confirmed their signature");
  expect((await front.ask("/petitions")).text).not.toContain("A lift for Shrub Hill");
  expect((await front.ask("/petitions?state=rejected")).text).toContain("A lift for Shrub Hill");
  const json = JSON.parse((await front.ask(`/petitions/${campaign.slug}.json`)).text);
  expect(json.data.attributes.rejection).toMatchObject({ code: "individual_case" });
  for (const part of ["map", "places", "told", "history.csv"])
    expect((await front.ask(`/petitions/${campaign.slug}/${part}`)).status, part).toBe(404);
  const sign = form({ name: "Betony", email: "betony@example.org", postcode: "WR5 2NP" });
  expect((await front.ask(`/petitions/${campaign.slug}/sign`, sign)).status).toBe(409);
});

test("any petition is found by its number, its slug or a pasted address", async () => {
  const site = await testSite();
  const { front, ada, campaign, page } = await desk(site);
  const words = [
    String(campaign.number),
    `#${campaign.number}`,
    campaign.slug,
    `https://hearhear.example.org/petitions/${campaign.slug}?text=easy`,
    `/petitions/${campaign.slug}/places`,
    `http://localhost:3000/p/${campaign.number}`,
    `/organise/${campaign.number}`,
  ];
  for (const one of words) {
    const found = await see(front, `/moderate/campaigns/find?words=${encodeURIComponent(one)}`, ada);
    expect([one, found.status, found.headers.location]).toEqual([one, 303, page]);
  }
  const draft = await openPetition(site, { state: "draft" });
  for (const one of ["999999", "nothing-here", "https://[", String(draft.number)])
    expect((await see(front, `/moderate/campaigns/find?words=${encodeURIComponent(one)}`, ada)).status).toBe(
      404,
    );
});

test("the moderator who decided is not offered the appeal, and their form is refused", async () => {
  const site = await testSite();
  const { front, page, ada, bram, campaign, owner } = await desk(site);
  await send(front, page, ada, { decision: "reject", rejectReason: "joke", textVersion: "1" });
  await appealDecision(site, { campaignId: campaign.id, accountId: owner, words: "We mean it" }, NOW);
  const queue = await see(front, "/moderate/appeals", bram);
  const path = /\/moderate\/appeals\/[0-9a-z]{10}/.exec(queue.text)?.[0] ?? "";
  const mine = await see(front, path, ada);
  expect(mine.text).toContain("somebody else settles it");
  expect(mine.text).not.toContain('name="decision"');
  const granted = { decision: "granted" };
  expect((await send(front, path, ada, granted)).status).toBe(403);
  expect((await send(front, path, bram, { decision: "dismissed" })).status).toBe(422);
  expect((await send(front, path, bram, granted)).status).toBe(303);
  expect((await send(front, path, bram, granted)).status).toBe(409);
  expect((await see(front, "/moderate/appeals?state=settled", bram)).text).toContain("Granted");
});

test("a change and an outcome that organisers propose are settled from their pages", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const moderator = await visitor(site, "moderator");
  const { id, slug } = await openPetition(site, { title: "Buses on Sundays" });
  const accountId = await person(site);
  const content = {
    en: { title: "Buses on Sundays too", why: "It matters to us.", more: "" },
    asks: ["Answer every family in time"],
    askClause: "to answer every family in time",
  };
  await site.db.transaction("propose", async (tx) => {
    const { proposedChanges, askOutcomes } = tx.tables;
    const waiting = { state: "waiting", createdAt: NOW, settledAt: null, settledBy: "", note: "" } as const;
    await tx.insert(proposedChanges).values({
      ...{ id: "change", publicId: "aaaaaaaaaa", campaignId: id, accountId, textVersion: 1, pictureId: "" },
      ...{ content: JSON.stringify(content), why: "A word was missing", ...waiting },
    });
    await tx.insert(askOutcomes).values({
      ...{ id: "outcome", publicId: "bbbbbbbbbb", campaignId: id, position: 1, outcome: "promised" },
      ...{ happenedOn: "2026-11-20", words: "The council said yes", sourceUrl: "https://www.example.org/a" },
      ...{ accountId, ...waiting },
    });
  });
  const change = await see(front, "/moderate/changes/aaaaaaaaaa", moderator);
  expect(change.text).toMatch(/<ins>.*too/);
  const outcome = await see(front, "/moderate/outcomes/bbbbbbbbbb", moderator);
  expect(outcome.text).toContain("The council said yes");
  for (const path of ["/moderate/changes/aaaaaaaaaa", "/moderate/outcomes/bbbbbbbbbb"]) {
    expect((await send(front, path, moderator, { decision: "declined" })).status).toBe(422);
    expect((await send(front, path, moderator, { decision: "accepted" })).status).toBe(303);
    expect((await send(front, path, moderator, { decision: "accepted" })).status).toBe(409);
    expect((await send(front, path, await visitor(site), { decision: "accepted" })).status).toBe(403);
  }
  expect((await front.ask(`/petitions/${slug}`)).text).toContain("Buses on Sundays too");
  const { askOutcomes } = site.db.tables;
  const rows = await site.db.read.select().from(askOutcomes).where(eq(askOutcomes.id, "outcome"));
  expect(rows).toMatchObject([{ state: "accepted" }]);
});
