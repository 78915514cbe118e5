import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { testDatabaseUrl } from "../database.ts";
import { byLink, withPasskey } from "../domain/account/passkey-scene.ts";
import { auditLines } from "../domain/representative/people.ts";
import { siteOn } from "../site.ts";
import { runDatabaseCommand } from "./commands.ts";

const dataDir = join(tmpdir(), "hear-hear-no-data");

test("the command makes admins and moderators, lists them, takes roles off, and never the last admin's", async () => {
  const { url, drop } = await testDatabaseUrl();
  const db = openDatabase(url);
  onTestFinished(async () => {
    await db.close();
    await drop();
  });
  const site = await siteOn(db);
  const admin = (...args: string[]) => runDatabaseCommand("admin", { args, databaseUrl: url, dataDir });
  expect(await admin("grant", "first@example.org")).toMatchObject({
    code: 0,
    said: expect.stringContaining("an admin now"),
  });
  expect((await admin("grant", "second@example.org", "moderator")).said).toContain("a moderator now");
  await withPasskey(site, await byLink(site, "first@example.org"));
  expect((await admin("list")).said).toBe(
    "admin\tfirst@example.org\tpasskeys: 1\nmoderator\tsecond@example.org\tpasskeys: 0\n",
  );
  expect(await admin("revoke", "first@example.org")).toMatchObject({
    code: 1,
    said: expect.stringContaining("only admin"),
  });
  expect((await admin("revoke", "second@example.org", "moderator")).code).toBe(0);
  expect((await admin("revoke", "second@example.org", "moderator")).code).toBe(1);
  expect((await admin("reset-passkeys", "First@Example.org")).said).toContain("Passkeys removed: 1");
  expect((await admin("list")).said).toBe("admin\tfirst@example.org\tpasskeys: 0\n");
  for (const args of [
    [],
    ["grant"],
    ["grant", "nobody"],
    ["remove", "first@example.org"],
    ["revoke", "a@b.org", "owner"],
  ])
    expect([args, (await admin(...args)).code]).toEqual([args, 2]);
  expect(await auditLines(site)).toEqual([
    "grant_role admin",
    "grant_role moderator",
    "add_passkey Safari on Mac",
    "revoke_role moderator",
    "reset_passkeys ",
  ]);
}, 120_000);
