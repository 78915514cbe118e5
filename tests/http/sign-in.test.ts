import { expect, test } from "vitest";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { sessionCookie } from "#app/http/session-cookie.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { NOW } from "../factories.ts";
import { testSite } from "../site.ts";

test("the session cookie is for this host alone over https, and out of reach of scripts", () => {
  const secure = sessionCookie("t", NOW, true);
  expect(secure).toMatch(/^__Host-session=t; Path=\/; HttpOnly; SameSite=Lax; Expires=.*; Secure$/);
  expect(sessionCookie(undefined, 0, true)).toContain("Expires=Thu, 01 Jan 1970");
});

test("a sign-in mail holds the link, and says nothing of whether the address may do anything", async () => {
  const site = await testSite();
  await grantRole(site, { email: "admin@example.org", role: "admin" }, NOW);
  const texts: string[] = [];
  for (const email of ["admin@example.org", "anybody@example.org"]) {
    await requestSignIn(site, email, NOW);
    await sendQueuedMail(site.context(NOW));
    const mail = (await listMailbox(site.db.read, site.keyring)).find(({ to }) => to === email);
    texts.push(mail?.text.replace(/sign-in\/[\w-]+/, "sign-in/…") ?? `no mail to ${email}`);
  }
  expect(texts[0]).toBe(texts[1]);
});
