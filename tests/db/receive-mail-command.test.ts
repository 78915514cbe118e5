import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { testDatabaseUrl } from "../database.ts";
import { deliveryTo, rowOf } from "../domain/forwarding/delivery-row.ts";
import { openPetition } from "../factories.ts";
import { mailFile, REPLY_DOMAIN } from "../jobs/mail-files.ts";
import { siteOn } from "../site.ts";
import { runDatabaseCommand } from "./commands.ts";

const dataDir = join(tmpdir(), "hear-hear-no-data");

test("the command takes a message from a mail server and says by its code what became of it", async () => {
  const { url, drop } = await testDatabaseUrl();
  const db = openDatabase(url, { unitLimit: 5000 });
  onTestFinished(async () => {
    await db.close();
    await drop();
  });
  const site = await siteOn(db);
  const told = await deliveryTo(site, { campaigns: [(await openPetition(site)).id] });
  const to = `d-${told.replyToken}@${REPLY_DOMAIN}`;
  const run = (input: string | Uint8Array, args: string[] = [], settings = { REPLY_DOMAIN }) =>
    runDatabaseCommand("receive-mail", { args, databaseUrl: url, dataDir, settings, input });
  const raw = Buffer.from(mailFile("reply-plain", site, told, "pat@councillors.example"));
  expect(await run(raw, [to])).toEqual({ code: 0, said: "" });
  expect((await rowOf(site, told.id))?.state).toBe("delivered");
  expect(await db.read.select().from(db.tables.replies)).toHaveLength(1);

  const delivered = Buffer.concat([Buffer.from(`Return-Path: <>\r\nX-Original-To: ${to}\r\n`), raw]);
  expect((await run(delivered)).code).toBe(0);
  const forged = raw.toString().replace("\r\n\r\n", `\r\n\r\nDelivered-To: ${to}\r\n`);
  expect((await run(forged)).code).toBe(67);
  expect((await run(raw, [`d-${"x".repeat(22)}@${REPLY_DOMAIN}`])).code).toBe(67);
  expect((await run(raw, [to], { REPLY_DOMAIN: "" })).code).toBe(67);
  expect((await run("", [to])).code).toBe(64);
  expect(await db.read.select().from(db.tables.replies)).toHaveLength(1);
}, 60_000);

test("where our database cannot be reached the mail server is asked to try again", async () => {
  const databaseUrl = "postgres://nobody:nothing@127.0.0.1:9/none";
  const args = [`d-${"x".repeat(22)}@${REPLY_DOMAIN}`];
  const settings = { REPLY_DOMAIN };
  const input = "Subject: x\r\n\r\nx";
  const { code, said } = await runDatabaseCommand("receive-mail", {
    args,
    databaseUrl,
    dataDir,
    settings,
    input,
  });
  expect(code).toBe(75);
  expect(said).toContain("try again later");
});
