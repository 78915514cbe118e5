import { expect, test } from "vitest";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { revokeRole } from "#app/domain/account/revoke-role.server.ts";
import { listRoleHolders } from "#app/domain/account/role-holders.server.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW } from "../../factories.ts";
import { testSite } from "../../site.ts";
import { byLink, withPasskey } from "./passkey-scene.ts";

const FIRST = "first@example.org";
const SECOND = "second@example.org";

test("two admins who take each other's role at the same moment do not leave the site without one", async () => {
  const site = await testSite();
  for (const email of [FIRST, SECOND]) await grantRole(site, { email, role: "admin" }, NOW);
  const outcomes = await Promise.all([
    revokeRole(site, { email: FIRST, role: "admin" }, NOW),
    revokeRole(site, { email: SECOND, role: "admin" }, NOW),
  ]);
  expect(outcomes.sort()).toEqual(["last_admin", "revoked"]);
  expect(await listRoleHolders(site.db.read, site.keyring)).toHaveLength(1);
});

test("the list has each role of each person once, and how many passkeys they have", async () => {
  const site = await testSite();
  await grantRole(site, { email: SECOND, role: "moderator" }, NOW);
  await grantRole(site, { email: FIRST, role: "moderator" }, NOW + 1);
  await grantRole(site, { email: FIRST, role: "admin" }, NOW + 2);
  await withPasskey(site, await byLink(site, FIRST, NOW + 3), NOW + 3);
  const holders = await listRoleHolders(site.db.read, site.keyring);
  expect(holders.map(({ email, role, passkeyCount }) => [email, role, passkeyCount])).toEqual([
    [FIRST, "admin", 1],
    [SECOND, "moderator", 0],
    [FIRST, "moderator", 1],
  ]);
});

test("whoever is given a role by an admin, or loses it, is told by mail; by a command nobody is", async () => {
  const site = await testSite();
  await grantRole(site, { email: FIRST, role: "admin" }, NOW);
  const { accountId: by } = await byLink(site, FIRST);
  await grantRole(site, { email: SECOND, role: "moderator", by }, NOW);
  expect(await revokeRole(site, { email: SECOND, role: "moderator", by }, NOW)).toBe("revoked");
  expect(await revokeRole(site, { email: SECOND, role: "moderator", by }, NOW)).toBe("not_granted");
  expect(await revokeRole(site, { email: "nobody@example.org", role: "admin", by }, NOW)).toBe("not_granted");
  await sendQueuedMail(site.context(NOW));
  const told = (await listMailbox(site.db.read, site.keyring)).filter(({ subject }) =>
    subject.startsWith("You"),
  );
  expect(told.map(({ to, subject }) => `${to}: ${subject}`).sort()).toEqual([
    `${SECOND}: You are a moderator now`,
    `${SECOND}: You are no longer a moderator`,
  ]);
});
