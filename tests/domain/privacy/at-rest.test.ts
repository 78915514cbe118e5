import { existsSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { publishTallies } from "#app/domain/area/publish-campaign.server.ts";
import { changePreferences } from "#app/domain/signature/change-preferences.server.ts";
import { correctPostcode } from "#app/domain/signature/correct-postcode.server.ts";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { refuseSignature } from "#app/domain/signature/refuse-signature.server.ts";
import { requestLinks } from "#app/domain/signature/request-links.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { createTransport } from "#app/emails/create-transport.server.ts";
import { makeWorker } from "#app/jobs/worker.server.ts";
import { openDatabase, sqliteFile } from "#db/client.server.ts";
import type { Database } from "#db/database.ts";
import { testDatabaseUrl } from "#tests/database.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { startSmtpServer } from "#tests/servers/smtp.ts";
import { siteOn, type TestSite } from "#tests/site.ts";
import { NO_CHOICE } from "../signature/signing.ts";

const NAMES = ["Zebulonia Quaxworth", "Żmirłowa Ößqvist", "Quillonda Vexbury"];
const ADDRESSES = [
  "zebulonia@quaxmail.example.org",
  "zmir.qvist@quaxmail.example.org",
  "vexbury@quaxmail.example.org",
];
const POSTCODES = ["WR5 2NP", "WR1 1AA", "SY8 1AA"];

test("names, addresses and postcodes stand nowhere in clear, whatever people and mail do", async () => {
  const { site, look } = await siteToLookInto();
  const petition = await openPetition(site);
  const said: unknown[] = [];
  await livesThrough(site, petition, said);
  const found = await look(everySpelling([...NAMES, ...ADDRESSES, ...POSTCODES]));
  expect(found).toEqual([]);
  expect(JSON.stringify(said)).not.toMatch(/quax|zebulonia|vexbury|WR5|SY8/i);
});

test("a name that may be shown stands in clear in one place, and after hiding it not even where it was", async () => {
  const { site, look, settle } = await siteToLookInto();
  const petition = await openPetition(site);
  const [name = ""] = NAMES;
  const hidden = await confirmedSignature(site, petition, { name, showName: true });
  const withdrawn = await confirmedSignature(site, petition, { name: NAMES[2], showName: true });
  await publishTallies(site, petition.id, NOW + HOUR);
  const names = await site.db.read.select().from(site.db.tables.publicNames);
  expect(names.map((row) => row.name).toSorted()).toEqual([NAMES[2], name].toSorted());
  await settle();
  expect((await look(everySpelling([name]))).length).toBeGreaterThan(0);

  const preferences = { showName: false, updates: false, handIn: false };
  await changePreferences(site, { token: hidden.manageToken, preferences }, NOW + HOUR);
  await withdrawSignature(site, withdrawn.manageToken, NOW + HOUR);
  await settle();
  expect(await look(everySpelling(NAMES))).toEqual([]);
});

test("a mail that waits for its next attempt is kept sealed, and blank once its fate is known", async () => {
  const { site, look } = await siteToLookInto();
  const petition = await openPetition(site);
  const server = await startSmtpServer();
  const transport = createTransport({ smtpUrl: server.url, timeoutMs: 5000 });
  onTestFinished(async () => {
    if (transport.kind !== "mailbox") transport.close();
    await server.stop();
  });
  const [name, email, postcode] = [NAMES[0], ADDRESSES[0], POSTCODES[0]];
  await signPetition(site, petition, { name, email, postcode });
  server.misbehave({ kind: "refuse-recipient", code: 451 });
  await makeWorker(site.context(NOW, { transport })).runDue();
  const { outbox } = site.db.tables;
  const [waiting] = await site.db.read.select().from(outbox);
  expect(waiting?.state).toBe("queued");
  expect(waiting?.request).toMatch(/^[\w-]+\.[\w-]+\.[\w-]{200,}$/);
  expect(await look(everySpelling([...NAMES, ...ADDRESSES, ...POSTCODES]))).toEqual([]);

  await makeWorker(site.context(NOW + HOUR, { transport })).runDue();
  expect(server.mails.map((mail) => mail.to)).toEqual([[email]]);
  expect((await site.db.read.select().from(outbox))[0]).toMatchObject({ state: "sent", request: "" });
});

/** Everything people do with a signature, with the mail of it, by people with unusual names. */
async function livesThrough(site: TestSite, petition: { id: string }, said: unknown[]): Promise<void> {
  const keep = (...words: unknown[]) => void said.push(words);
  const log = { info: keep, warn: keep, error: keep };
  const work = (now: number) => makeWorker(site.context(now, { log })).runDue();
  const signers = NAMES.map((name, i) => ({
    name,
    email: ADDRESSES[i],
    postcode: POSTCODES[i],
    updates: true,
    handIn: true,
  }));
  const signed = [];
  for (const signer of signers) signed.push(await confirmedSignature(site, petition, signer));
  await signPetition(site, petition, { ...signers[0], email: ADDRESSES[1], postcode: "GIR 0AA" }, NOW + HOUR);
  const stranger = await signPetition(site, petition, { ...signers[1], name: NAMES[0] }, NOW + HOUR);
  const clientAddress = "192.0.2.77";
  for (let i = 0; i < 15; i += 1)
    await signPetition(
      site,
      petition,
      { ...signers[2], name: `${NAMES[2]} ${i}`, clientAddress },
      NOW + HOUR,
    );
  await work(NOW + HOUR);
  for (const address of ADDRESSES)
    await requestLinks(site, { email: address, clientAddress: "192.0.2.1" }, NOW + 2 * HOUR);
  await work(NOW + 2 * HOUR);
  const [first, second, third] = signed;
  const choice = NO_CHOICE;
  if (first)
    await correctPostcode(site, { token: first.manageToken, postcode: "SY81AA", choice }, NOW + 3 * HOUR);
  if (second) await withdrawSignature(site, second.manageToken, NOW + 3 * HOUR);
  if (third) await eraseSignature(site, { token: third.manageToken, keep: "nothing" }, NOW + 3 * HOUR);
  await refuseSignature(site, stranger.notMeToken, NOW + 3 * HOUR);
  await work(NOW + DAY + 2 * HOUR);
  await work(NOW + 40 * DAY + MINUTE);
}

interface SiteToLookInto {
  site: TestSite;
  /** Which of these texts stand in what the database keeps, however deep: none is hoped for. */
  look(texts: readonly string[]): Promise<string[]>;
  /** Lets the engine put what was written where it belongs. */
  settle(): Promise<void>;
}

async function siteToLookInto(): Promise<SiteToLookInto> {
  const { url, drop } = await testDatabaseUrl();
  const db = openDatabase(url, { poolSize: 5 });
  onTestFinished(async () => {
    await db.close();
    await drop();
  });
  const site = await siteOn(db);
  if (db.engine === "postgres") {
    return { site, look: async (texts) => among(texts, await everyRow(db)), settle: async () => {} };
  }
  const file = sqliteFile(url);
  return {
    site,
    look: async (texts) => {
      const bytes = [file, `${file}-wal`].filter(existsSync).map((path) => readFileSync(path, "latin1"));
      return among(texts, bytes.join("\n"));
    },
    async settle() {
      const checkpointing = openDatabase(url);
      await checkpointing.close();
    },
  };
}

/** Every row of every table, as bytes of UTF-8. */
async function everyRow(db: Database): Promise<string> {
  const tables = await db.read.rows<{ name: string }>(sql`
    select table_name as name from information_schema.tables where table_schema = 'public'`);
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await db.read.rows<{ text: string }>(
      sql`select t::text as text from ${sql.identifier(name)} t`,
    );
    texts.push(...rows.map((row) => row.text));
  }
  return Buffer.from(texts.join("\n"), "utf8").toString("latin1");
}

function among(texts: readonly string[], bytes: string): string[] {
  const lower = bytes.toLowerCase();
  return texts.filter((text) => lower.includes(Buffer.from(text, "utf8").toString("latin1").toLowerCase()));
}

/** As typed, in capitals, without spaces, and each long part alone. */
function everySpelling(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [
    ...[text, text.toUpperCase(), text.toLowerCase(), text.replaceAll(" ", "")],
    ...text.split(/[ @]/).filter((part) => part.length > 7),
    Buffer.from(text, "utf8").toString("base64url"),
  ]);
}
