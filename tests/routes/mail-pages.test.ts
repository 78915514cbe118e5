import { expect, test } from "vitest";
import { listLostAddresses } from "#app/domain/forwarding/lost-addresses.server.ts";
import { settleFate } from "#app/domain/forwarding/settle-fate.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { receiveMail } from "#app/jobs/receive-mail.server.ts";
import { deliveryTo, rowOf } from "../domain/forwarding/delivery-row.ts";
import { NOW } from "../factories.ts";
import { mailFile, REPLY_DOMAIN } from "../jobs/mail-files.ts";
import { type TestSite, testSettings, testSite } from "../site.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";
import { serveSite } from "./served-site.ts";
import { readable } from "./site-pages.ts";

function settle(site: TestSite, deliveryId: string, kind: "bounced" | "complained") {
  const fate = { deliveryId, kind, at: NOW, isPermanent: true, reason: "5.1.1" };
  return site.db.transaction("settle", (tx) => settleFate(tx, fate, NOW - DAY));
}

async function bring(site: TestSite, name: string, told: Awaited<ReturnType<typeof deliveryTo>>) {
  const context = site.context(NOW, { settings: testSettings({ REPLY_DOMAIN }) });
  const raw = mailFile(name, site, told, "pat@councillors.example");
  return receiveMail(context, raw, { to: `d-${told.replyToken}@${REPLY_DOMAIN}` });
}

test("organisers read what was written back about their petition, and nobody else does", async () => {
  const site = await testSite();
  const { front, petition, base, owner, editor, stranger, moderator } = await organiseScene(site);
  const empty = readable((await see(front, `${base}/replies`, owner)).text);
  expect(empty).toContain("Nobody has written back yet");
  await bring(site, "reply-plain", await deliveryTo(site, { campaigns: [petition.id] }));
  for (const one of [owner, editor]) {
    const page = await see(front, `${base}/replies`, one);
    expect(readable(page.text)).toContain("at scrutiny on 14 January");
    expect(readable(page.text)).toContain("pat@councillors.example");
    expect(page.headers["cache-control"]).toContain("no-store");
  }
  for (const one of [stranger, moderator])
    expect((await see(front, `${base}/replies`, one)).status).toBe(403);
  expect((await front.ask(`${base}/replies`)).status).toBe(303);
});

test("what somebody wrote back is shown as text, whatever they wrote", async () => {
  const site = await testSite();
  const { front, petition, base, owner } = await organiseScene(site);
  const told = await deliveryTo(site, { campaigns: [petition.id] });
  const context = site.context(NOW, { settings: testSettings({ REPLY_DOMAIN }) });
  const raw =
    "From: <b>Pat</b> <pat@x.example>\r\nSubject: <script>1</script>\r\n\r\n<img src=x onerror=1>\u202e\r\n";
  await receiveMail(context, Buffer.from(raw), { to: `d-${told.replyToken}@${REPLY_DOMAIN}` });
  const { text } = await see(front, `${base}/replies`, owner);
  expect(text).toContain("&lt;img src=x onerror=1&gt;");
  expect(text).not.toMatch(/<script>1|<img src=x|\u202e/);
});

test("an admin says of an uncertain message whether it arrived; it is logged, and a late report is believed", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const admin = await visitor(site, "admin");
  const one = await deliveryTo(site, { state: "uncertain", reason: "no answer came" });
  const two = await deliveryTo(site, { state: "uncertain", reason: "no answer came" });
  const page = await see(front, "/admin/deliveries", admin);
  expect(readable(page.text)).toContain("Perhaps sent: 2");
  expect(readable(page.text)).toContain("no answer came");
  const keys = [...page.text.matchAll(/name="delivery" value="([^"]+)"/g)].map(([, key = ""]) => key);
  expect(page.text).not.toContain(one.id);
  const press = (delivery: string | undefined, fate: string) =>
    send(front, "/admin/deliveries", admin, { delivery: delivery ?? "", fate });
  expect((await press(keys[0], "arrived")).status).toBe(303);
  expect((await press(keys[1], "not_arrived")).status).toBe(303);
  expect((await rowOf(site, one.id))?.state).toBe("delivered");
  expect(await rowOf(site, two.id)).toMatchObject({
    state: "failed",
    reason: expect.stringContaining("admin"),
  });
  expect((await press(keys[1], "arrived")).status).toBe(409);
  expect((await press(keys[0], "anything")).status).toBe(400);
  await settle(site, two.id, "bounced");
  expect((await rowOf(site, two.id))?.state).toBe("bounced");
  const log = readable((await see(front, "/admin/audit", admin)).text);
  expect(log).toContain("Said what became of a message to a representative");
  expect(log).toContain("uncertain → failed");
});

test("the page of messages counts the last round and what came in, for admins alone", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const told = await deliveryTo(site, { slotOn: "2026-11-24" });
  await deliveryTo(site, { slotOn: "2026-11-17", state: "delivered" });
  await bring(site, "auto-exchange", told);
  const page = readable((await see(front, "/admin/deliveries", await visitor(site, "admin"))).text);
  expect(page).toMatch(/The round of 24 November 2026 Sent 1 /);
  expect(page).toContain("Answering machines, dropped 1");
  const moderator = await visitor(site, "moderator");
  expect((await see(front, "/admin/deliveries", moderator)).status).toBe(403);
  expect((await send(front, "/admin/deliveries", moderator, { fate: "arrived" })).status).toBe(403);
});

test("addresses that bounced are listed with since when, and lead to where they are put right", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const moderator = await visitor(site, "moderator");
  const [bounced, complained] = [await deliveryTo(site), await deliveryTo(site)];
  await settle(site, bounced.id, "bounced");
  await settle(site, complained.id, "complained");
  const page = await see(front, "/admin/addresses", moderator);
  expect(page.text).toContain(`/admin/representatives/${bounced.publicId}/terms/E05015849-2024-05-02`);
  expect(page.text).not.toContain(complained.publicId);
  expect(readable(page.text)).toContain("since 24 November 2026");
  const objected = await see(front, "/admin/addresses?state=opted_out", moderator);
  expect(objected.text).toContain(complained.publicId);
  expect((await see(front, "/admin/addresses", await visitor(site))).status).toBe(403);
  const form = await see(
    front,
    `/admin/representatives/${bounced.publicId}/terms/E05015849-2024-05-02`,
    moderator,
  );
  expect(form.status).toBe(200);
  const { addresses } = await listLostAddresses(site.db.read, { page: 1, state: "bounced" }, NOW);
  expect(addresses).toHaveLength(1);
});
