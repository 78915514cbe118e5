import { expect, test } from "vitest";
import { countTrouble, findDispatchStop } from "#app/domain/forwarding/dispatch-stop.server.ts";
import { DISPATCH_STOP_FAILURES } from "#app/policy.ts";
import { NOW } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { see, send, visitor } from "./admin-scene.ts";
import { serveSite } from "./served-site.ts";

test("a stop of mail to representatives is told to those who look after the site, and an admin ends it once", async () => {
  const site = await testSite();
  const front = await serveSite(site);
  const admin = await visitor(site, "admin");
  const moderator = await visitor(site, "moderator");
  const words = "Mail to representatives has stopped";
  expect((await see(front, "/admin", moderator)).text).not.toContain(words);
  for (let count = 0; count < DISPATCH_STOP_FAILURES; count += 1)
    await site.db.transaction("fail", (tx) =>
      countTrouble(tx, { permanent: false, reason: "Resend answered 503" }, NOW),
    );
  for (const path of ["/admin", "/admin/deliveries"]) {
    const page = await see(front, path, admin);
    expect(page.text).toContain(words);
    expect(page.text).toContain("Resend answered 503");
  }
  expect((await see(front, "/admin", moderator)).text).toContain(words);
  const resume = { intent: "resume" };
  expect((await send(front, "/admin/deliveries", moderator, resume)).status).toBe(403);
  expect(await findDispatchStop(site.db.read)).toBeDefined();
  const done = await send(front, "/admin/deliveries", admin, resume);
  expect([done.status, done.headers.location]).toEqual([303, "/admin/deliveries?done=resumed"]);
  expect((await send(front, "/admin/deliveries", admin, resume)).status).toBe(409);
  expect((await see(front, "/admin/deliveries?done=resumed", admin)).text).toContain(
    "Mail to representatives goes on.",
  );
});
