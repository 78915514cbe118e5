import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { insertCampaign } from "#db/seed/insert-campaign.server.ts";
import { type Ask, load, reportPace } from "./client.ts";
import { LOAD_SECRETS, startNode, startProgram } from "./program.ts";

/*
 * Signs and confirms beside a bare node:http and better-sqlite3 server that writes the same rows, each over sixteen
 * connections, in turns. The program sends its confirm mails (to its mailbox) at the same time.
 * Run: node --import tsx tests/load/sign.ts
 */

const SIGN_SECONDS = 5;
const CONFIRM_SECONDS = 5;
const POSTCODES = ["WR1 1AA", "WR2 4AA", "WR4 9AA", "DE4 3NN", "M1 1AE", "CF10 1EP"];

const program = await startProgram({ DEMO: "0" });
try {
  const file = join(program.dataDir, "hear-hear.db");
  const { id: campaignId, slug } = await openPetition(file);
  const copy = join(program.dataDir, "bare.db");
  copyFileSync(file, copy);
  const bare = await startNode(["tests/load/sign-bare.ts", copy, campaignId]);
  try {
    const path = `/petitions/${slug}/sign`;
    await load(program.url, signers(path, "first"), 1500);
    await load(bare.url, signers(path, "first"), 500);
    const signed = await load(program.url, signers(path, "signer"), SIGN_SECONDS * 1000);
    const bareSigned = await load(bare.url, signers(path, "signer"), SIGN_SECONDS * 1000);
    reportPace("signing", signed, bareSigned);
    await reportQueue(file);
    const confirmed = await load(program.url, confirmers(await tokens(file)), CONFIRM_SECONDS * 1000);
    const addresses = Array.from({ length: bareSigned.count }, (_, number) => addressOf("signer", number));
    const bareConfirmed = await load(bare.url, confirmers(addresses), CONFIRM_SECONDS * 1000);
    reportPace("confirming", confirmed, bareConfirmed);
  } finally {
    await bare.end();
  }
} finally {
  await program.end();
}

/** One new person after another, each from a network of their own. */
function signers(path: string, who: string): () => Ask {
  let number = -1;
  return () => {
    number += 1;
    const postcode = POSTCODES[number % POSTCODES.length] ?? "";
    const fields = { name: `Signer ${number}`, email: addressOf(who, number), postcode };
    const forwarded = `203.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
    return post(path, new URLSearchParams(fields).toString(), forwarded);
  };
}

function confirmers(tokensInOrder: readonly string[]): () => Ask | undefined {
  let next = 0;
  return () => {
    const token = tokensInOrder[next];
    next += 1;
    return token === undefined ? undefined : post(`/confirm/${token}`, "", "203.0.113.7");
  };
}

function addressOf(who: string, number: number): string {
  return `${who}-${number}@example.org`;
}

function post(path: string, body: string, forwarded: string): Ask {
  const headers = { "Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": forwarded };
  return { method: "POST", path, headers, body };
}

async function openPetition(file: string): Promise<{ id: string; slug: string }> {
  const db = openDatabase(`file:${file}`);
  try {
    const now = Date.now();
    return await db.transaction("open petition", (tx) =>
      insertCampaign(tx, {
        slug: "a-petition-under-load",
        state: "open",
        bodyKind: "council",
        bodyName: "Worcestershire County Council",
        bodyGss: "E10000034",
        organiserName: "Wren Applegarth",
        askClause: "to answer every family in time",
        goal: 100_000,
        showsNames: true,
        isDemonstration: false,
        createdAt: now,
        openedAt: now,
        closesOn: "2099-12-31",
        closedAt: null,
        texts: { en: { title: "A petition under load", why: "It matters to us.", more: "" } },
        asks: ["Answer every family in time"],
      }),
    );
  } finally {
    // Closing writes the whole log back into the file, which is about to be copied.
    await db.close();
  }
}

/** The confirm links of everybody who is still pending, as their mails carry them. */
async function tokens(file: string): Promise<string[]> {
  const db = openDatabase(`file:${file}`);
  const keyring = makeKeyring([LOAD_SECRETS.app], LOAD_SECRETS.hash);
  const { signatures } = db.tables;
  const rows = await db.read
    .select({ id: signatures.id })
    .from(signatures)
    .where(eq(signatures.state, "pending"))
    .orderBy(signatures.id);
  await db.close();
  return rows.map(({ id }) => keyring.token("confirm", id, 1));
}

async function reportQueue(file: string): Promise<void> {
  const db = openDatabase(`file:${file}`);
  const { outbox } = db.tables;
  const rows = await db.read.select({ state: outbox.state }).from(outbox);
  await db.close();
  const sent = rows.filter(({ state }) => state === "sent").length;
  process.stdout.write(`confirm mails sent by the end of it: ${sent} of ${rows.length}\n`);
}
