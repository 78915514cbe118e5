import { expect, test } from "vitest";
import { DAY } from "#app/domain/time/durations.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { form } from "#tests/http/front.ts";
import {
  ARBORETUM,
  councillor,
  deliveriesOf,
  forwardingSite,
  mailsOf,
  petitionWith,
  rehearsing,
  runSlot,
  TUESDAY,
  tenOn,
} from "../domain/forwarding/scene.ts";
import { see, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

const TEN = tenOn(TUESDAY);

/** A councillor who was told of two petitions, and the address of the pause link in the message. */
async function told(now = TEN) {
  const site = await forwardingSite();
  await councillor(site, { email: "pat@councillors.example" });
  const first = await petitionWith(site, [["ward", ARBORETUM, 38]], { title: "First" });
  await petitionWith(site, [["ward", ARBORETUM, 30]], { title: "Second" });
  await runSlot(site, TUESDAY);
  const [delivery] = await deliveriesOf(site);
  const path = `/pause/${site.keyring.token("pause", delivery?.id ?? "", 1)}`;
  return { site, first, path, front: await serveSite(site, now) };
}

test("the link in a message shows who gets what, changes nothing, and stops what is chosen", async () => {
  const { site, front, path } = await told();
  const page = await front.ask(path);
  expect([page.status, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  for (const words of ["Councillor Pat Example, Arboretum", "“First”", "“Second”", "Stop for good"])
    expect(readable(page.text)).toContain(words);
  const { pauses } = site.db.tables;
  await front.ask(path, { method: "HEAD" });
  expect(await site.db.read.select().from(pauses)).toEqual([]);
  const [, value = ""] = /value="(campaign-\d+)"/.exec(page.text) ?? [];
  const sent = await front.ask(path, form({ what: value, words: "" }));
  expect([sent.status, sent.headers.location]).toEqual([303, path]);
  const after = readable((await front.ask(path)).text);
  expect(after).toContain("Paused “First”");
  expect(after).toContain("Pause this campaign: “Second”");
  expect(after).not.toContain("Pause this campaign: “First”");
});

test("a second press says that nothing has changed", async () => {
  const { front, path } = await told();
  expect((await front.ask(path, form({ what: "stop", words: "Not my remit" }))).status).toBe(303);
  const again = await front.ask(path, form({ what: "all", words: "" }));
  expect(again.status).toBe(200);
  expect(readable(again.text)).toContain("You had asked for this already.");
  expect(readable((await front.ask(path)).text)).toContain("We do not write to you");
  expect(again.text).not.toContain("remit");
});

test("a form without a choice, or with one that the message does not offer, comes back refilled", async () => {
  const { front, path } = await told();
  const none = await front.ask(path, form({ words: "Too many" }));
  expect([none.status, none.text.includes("Too many")]).toEqual([422, true]);
  expect(none.text).toContain("Choose what we should stop");
  expect((await front.ask(path, form({ what: "campaign-999", words: "" }))).status).toBe(422);
});

test("a mail program pauses everything in one click, from no page of ours; any other POST must come from one", async () => {
  const { site, front, path } = await told();
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const foreign = { ...headers, Origin: "https://mail.example", "Sec-Fetch-Site": "cross-site" };
  const other = await front.ask(path, { method: "POST", headers: foreign, body: "what=all" });
  expect(other.status).toBe(403);
  const body = "List-Unsubscribe=One-Click";
  for (let press = 0; press < 2; press += 1)
    expect((await front.ask(path, { method: "POST", headers: foreign, body })).status).toBe(200);
  const paused = await site.db.read.select().from(site.db.tables.pauses);
  expect(paused.map(({ reason, campaignId }) => [reason, campaignId])).toEqual([["one_click", ""]]);
  expect((await front.ask("/pause/nobody", { method: "POST", headers: foreign, body })).status).toBe(404);
  expect((await front.ask("/unpause/nobody", { method: "POST", headers: foreign, body })).status).toBe(403);
});

test("the link that is mailed to the address on record ends the pause by a button", async () => {
  const { site, front, path } = await told();
  await front.ask(path, form({ what: "all", words: "" }));
  await sendQueuedMail(rehearsing(site, TEN));
  const mail = (await mailsOf(site)).find(({ text }) => text.includes("/unpause/"));
  const undo = /\/unpause\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  const page = await front.ask(undo);
  expect([page.status, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  expect(readable(page.text)).toContain("Start our messages again?");
  expect(readable((await front.ask(path)).text)).toContain("Your messages are paused");
  expect((await front.ask(undo, form({}))).headers.location).toBe(undo);
  expect(readable((await front.ask(undo)).text)).toContain("The pause is over");
  expect(readable((await front.ask(undo, form({}))).text)).toContain("This was undone before.");
  expect(readable((await front.ask(path)).text)).toContain("Pause or stop our messages");
});

test("links that have run out say so and whom to write to; unknown ones are not found", async () => {
  const { site, front, path } = await told(TEN + 61 * DAY);
  for (const over of [await front.ask(path), await front.ask(path, form({ what: "all", words: "" }))]) {
    expect(over.status).toBe(410);
    expect(readable(over.text)).toContain("This link has run out");
    expect(over.text).toContain(site.settings.operatorContact);
  }
  for (const unknown of ["/pause/cut-off", "/unpause/cut-off"])
    expect((await front.ask(unknown)).status).toBe(404);
});

test("admins, and nobody else, read who paused what and why", async () => {
  const { site, front, path } = await told();
  await front.ask(path, form({ what: "stop", words: "Not my remit" }));
  const seen = await see(front, "/admin/pauses", await visitor(site, "admin", TEN));
  for (const words of ["Councillor Pat Example", "Stopped for good: all campaigns", "Not my remit"])
    expect(readable(seen.text)).toContain(words);
  const other = await see(front, "/admin/pauses", await visitor(site, "moderator", TEN));
  expect([other.status, other.text.includes("remit")]).toEqual([403, false]);
});
