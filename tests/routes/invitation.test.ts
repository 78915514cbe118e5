import { expect, test } from "vitest";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { NOW } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { testSite } from "#tests/site.ts";
import { see, send } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";
import { readable } from "./site-pages.ts";

test("an invitation is accepted by a button, not by opening its link, and signs in", async () => {
  const site = await testSite();
  const { front, base, owner } = await organiseScene(site, { title: "Answer in time" });
  const invited = await send(front, `${base}/people`, owner, {
    intent: "invite",
    email: "rowan@example.org",
  });
  expect(invited.headers.location).toBe(`${base}/people?done=invited`);
  const people = await see(front, `${base}/people`, owner);
  expect(people.text).toContain("rowan@example.org");
  const { invitations, organisers } = site.db.tables;
  const [row] = await site.db.read.select().from(invitations);
  const link = `/invitation/${site.keyring.token("invitation", row?.id ?? "", 1)}`;
  for (const method of ["GET", "HEAD"]) {
    const page = await front.ask(link, { method });
    expect([page.status, page.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(page.headers["set-cookie"]).toBeUndefined();
  }
  expect(await site.db.read.select().from(organisers)).toHaveLength(2);
  const accepted = await front.ask(link, form({}));
  expect([accepted.status, accepted.headers.location]).toEqual([303, `${base}?done=joined`]);
  const cookie = accepted.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  expect((await see(front, base, { cookie })).status).toBe(200);
  expect((await see(front, `${base}/people`, { cookie })).text).not.toContain("nobody-");
  expect((await front.ask(link, form({}))).status).toBe(410);
  expect((await front.ask(link)).status).toBe(410);
  expect((await front.ask("/invitation/cut-off")).status).toBe(410);
});

test("an invitation says whom it is for, and signs nobody out who has not said that it may", async () => {
  const site = await testSite();
  const { front, base, owner, stranger } = await organiseScene(site);
  await send(front, `${base}/people`, owner, { intent: "invite", email: "rowan@example.org" });
  const { invitations, organisers } = site.db.tables;
  const [row] = await site.db.read.select().from(invitations);
  const link = `/invitation/${site.keyring.token("invitation", row?.id ?? "", 1)}`;
  const open = await front.ask(link);
  expect(readable(open.text)).toMatch(/This invitation was sent to r…@example\.org/);
  expect(open.text).not.toContain("rowan@");
  expect(open.text).not.toContain("Somebody else is signed in here");
  const asks = await see(front, link, stranger);
  expect([asks.status, readable(asks.text)]).toEqual([
    200,
    expect.stringMatching(/On this device n…@example\.org is signed in.*No, n…@example\.org stays signed in/),
  ]);
  const without: Record<string, string>[] = [{}, { session: "keep" }];
  for (const fields of without) {
    const refused = await send(front, link, stranger, fields);
    expect([refused.status, refused.headers["set-cookie"]]).toEqual([409, undefined]);
    expect(refused.text).toContain("Somebody else is signed in here");
  }
  expect(await site.db.read.select().from(organisers)).toHaveLength(2);
  expect((await see(front, "/account", stranger)).status).toBe(200);
  const accepted = await send(front, link, stranger, { session: "replace" });
  expect([accepted.status, accepted.headers.location]).toEqual([303, `${base}?done=joined`]);
  const cookie = accepted.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  expect((await see(front, base, { cookie })).status).toBe(200);
  expect((await see(front, "/account", stranger)).status).toBe(303);
});

test("whoever goes on with an invitation to an account that wants more than a link is not left as somebody else", async () => {
  const site = await testSite();
  const { front, base, owner, stranger } = await organiseScene(site);
  await grantRole(site, { email: "rowan@example.org", role: "moderator" }, NOW);
  await send(front, `${base}/people`, owner, { intent: "invite", email: "rowan@example.org" });
  const [row] = await site.db.read.select().from(site.db.tables.invitations);
  const link = `/invitation/${site.keyring.token("invitation", row?.id ?? "", 1)}`;
  const accepted = await send(front, link, stranger, { session: "replace" });
  expect([accepted.status, accepted.headers["set-cookie"]]).toEqual([303, undefined]);
  expect((await see(front, base, stranger)).headers.location).toBe("/sign-in");
});
