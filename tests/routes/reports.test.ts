import { expect, test } from "vitest";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW, openPetition } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { organise } from "../domain/moderation/reviewing.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";

const PAGE = "/petitions/seen";
const REPORT = { page: PAGE, reason: "private", words: "Zebra lives here", email: "parent@example.org" };

test("every public page leads to the form with its own path, and no other page says its address", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  await openPetition(site, { slug: "seen" });
  for (const path of [PAGE, `${PAGE}/places`, "/", "/councils/worcester", "/privacy"])
    expect((await front.ask(path)).text, path).toContain(`href="/report?page=${path}"`);
  for (const path of [
    "/confirm/abcdef",
    "/signature/abcdef",
    "/support/abcdef",
    "/areas?postcode=WR5+2NP",
    "/report",
  ]) {
    const { text } = await front.ask(path);
    expect(text, path).toContain('href="/report"');
    expect(text, path).not.toMatch(/report\?page/);
  }
});

test("anybody reports something without an account; odd pages are asked about, and nothing of it is public", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  await openPetition(site, { slug: "seen", title: "Seen" });
  await openPetition(site, { slug: "gathers", state: "gathering", openedAt: null });
  const asked = await front.ask(`/report?page=${PAGE}`);
  expect([asked.status, asked.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  expect(asked.text).toContain(`<input type="hidden" name="page" value="${PAGE}"/>`);
  for (const odd of ["/petitions/gathers", "//elsewhere.example/x", "/confirm/abc", "javascript:alert(1)"]) {
    const page = await front.ask(`/report?page=${encodeURIComponent(odd)}`);
    expect([odd, page.status, page.text.includes(`value="${odd}"`)]).toEqual([odd, 200, false]);
    const sent = await front.ask("/report", form({ ...REPORT, page: odd }));
    expect([odd, sent.status, sent.text.includes("Zebra lives here")]).toEqual([odd, 422, true]);
  }
  expect((await front.ask("/report", form({ ...REPORT, reason: "" }))).status).toBe(422);
  const sent = await front.ask("/report", form(REPORT));
  expect([sent.status, sent.headers.location]).toEqual([303, `/report?sent=1&page=${PAGE}`]);
  for (const path of [PAGE, `/report?sent=1&page=${PAGE}`])
    expect((await front.ask(path)).text, path).not.toContain("Zebra");
  expect(front.log()).not.toMatch(/Zebra|parent@/);
});

test("who says that they are defamed is led to the law's form, and what they wrote is not lost", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  await openPetition(site, { slug: "seen" });
  const { reports } = site.db.tables;
  const blank = await front.ask("/report", form({ page: PAGE, reason: "untrue" }));
  expect([blank.status, blank.headers.location]).toEqual([303, `/takedown?page=${PAGE}`]);
  expect(await site.db.read.select().from(reports)).toEqual([]);
  await front.ask("/report", form({ ...REPORT, reason: "untrue" }));
  expect(await site.db.read.select().from(reports)).toHaveLength(1);
});

test("over the limit a report is answered as ever and waits apart", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const statuses = new Set<number>();
  for (let i = 0; i < 11; i += 1)
    statuses.add((await front.ask("/report", form({ ...REPORT, page: "/about" }))).status);
  expect([...statuses]).toEqual([303]);
  const queue = await see(front, "/moderate/reports", await visitor(site, "moderator"));
  expect(queue.text.match(/Held by a limit/g)).toHaveLength(1);
});

test("a moderator reads a report, takes it in hand and settles it once; nobody else gets near", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const petition = await openPetition(site, { slug: "seen", title: "Seen" });
  await front.ask("/report", form(REPORT));
  const moderator = await visitor(site, "moderator");
  const other = await visitor(site, "moderator");
  const queue = await see(front, "/moderate/reports", moderator);
  expect(queue.text).not.toContain("Zebra");
  const path = /\/moderate\/reports\/[0-9a-z]{10}/.exec(queue.text)?.[0] ?? "";
  const nobody = await visitor(site);
  for (const at of ["/moderate/reports", path]) {
    expect((await front.ask(at)).status, at).toBe(303);
    expect((await see(front, at, nobody)).status, at).toBe(403);
  }
  expect((await send(front, path, nobody, { decision: "upheld", upheldOutcome: "hidden" })).status).toBe(403);
  const read = await see(front, path, moderator);
  expect(read.text).toContain("Zebra lives here");
  expect(read.text).toContain(`/moderate/campaigns/${petition.number}`);
  expect(read.text).not.toContain("parent@example.org");
  expect((await send(front, path, moderator, { intent: "claim" })).status).toBe(303);
  const settled = { decision: "dismissed", dismissedOutcome: "opinion", seenAt: String(NOW) };
  expect((await send(front, path, other, { intent: "claim" })).status).toBe(409);
  expect((await send(front, path, other, settled)).status).toBe(409);
  expect((await send(front, path, moderator, { decision: "dismissed" })).status).toBe(422);
  expect(
    (await send(front, path, moderator, { decision: "dismissed", dismissedOutcome: "hidden" })).status,
  ).toBe(422);
  expect((await send(front, path, moderator, settled)).status).toBe(303);
  const again = await send(front, path, other, { decision: "upheld", upheldOutcome: "hidden" });
  expect([again.status, again.text.includes("an opinion")]).toEqual([409, true]);
  await sendQueuedMail(site.context(NOW));
  const mails = await listMailbox(site.db.read, site.keyring);
  expect(mails.filter(({ to }) => to === "parent@example.org")).toHaveLength(1);
  expect((await see(front, "/moderate/reports/0000000000", moderator)).status).toBe(404);
});

test("a moderator who runs a petition neither reads nor settles what is said about it", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const petition = await openPetition(site, { slug: "seen" });
  await front.ask("/report", form(REPORT));
  const moderator = await visitor(site, "moderator");
  await organise(site, petition.id, moderator.accountId);
  const queue = await see(front, "/moderate/reports", moderator);
  const path = /\/moderate\/reports\/[0-9a-z]{10}/.exec(queue.text)?.[0] ?? "";
  expect((await see(front, path, moderator)).status).toBe(403);
  const settled = { decision: "dismissed", dismissedOutcome: "opinion" };
  expect((await send(front, path, moderator, settled)).status).toBe(403);
});
