import { createCipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import Database from "better-sqlite3";
import { v7 } from "uuid";

/*
 * The bare server of sign.ts: node:http, node:crypto and better-sqlite3. It writes the rows that the program writes,
 * hashed, sealed and durable, and does nothing else: no checks of a form, no pages, no templates, no mail sent.
 * With `together` as its third argument requests that arrive together share a commit; else each has its own.
 */

type Row = Record<string, string | number | null>;
type Form = Record<string, string>;
interface Answer {
  status: number;
  location: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const [, , file = "", campaignId = "", appSecret = "", hashSecret = "", mode = "alone"] = process.argv;
const sealKey = derive(appSecret, "seal", 32);
const linkKey = derive(appSecret, "links", 32);
const hashKey = derive(hashSecret, "hash", 32);
const keyId = derive(appSecret, "key id", 6).toString("base64url");

const db = new Database(file);
for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"])
  db.pragma(pragma);
db.pragma("cache_size = -32000");
const cellId = Number(db.prepare("select min(id) from cells").pluck().get());

const findState = db.prepare("select state, closes_on from campaigns where id = ?");
const findRefusal = db.prepare(
  "select 1 from mail_refusals where campaign_id = ? and address_hash = ? and expires_at > ?",
);
const findHolders = db.prepare(
  "select name_hash, postcode_hash from signature_slots where campaign_id = ? and address_hash = ?",
);
const allow = db.prepare(
  `insert into allowances (key, window_starts_at, used, expires_at) values (?, ?, 1, ?)
   on conflict (key, window_starts_at) do update set used = used + 1 where used < ?`,
);
const insertSignature = inserter("signatures");
const insertLink = inserter("links");
const insertMail = inserter("outbox");
const insertSlot = inserter("signature_slots");
const insertEvent = inserter("count_events", ["sequence"]);
const insertJob = inserter("jobs");

const findPending = db.prepare<[string], Record<string, string>>(
  `select id, address_hash, name_hash, postcode_hash from signatures
   where id = (select row_id from links where token_hash = ? and purpose in ('confirm', 'signature'))
   and state = 'pending'`,
);
const confirm = db.prepare(
  `update signatures set state = 'confirmed', confirmed_at = ?, expires_at = null, remind_at = null
   where id = ? and state = 'pending'`,
);
const tally = db.prepare(
  `insert into tallies (campaign_id, cell_id, shard, count) values (?, ?, 0, 1)
   on conflict (campaign_id, cell_id, shard) do update set count = count + 1`,
);

function sign({ name = "", email = "", postcode = "" }: Form, client: string): Answer {
  const id = v7();
  const now = Date.now();
  const net = client.split(".").slice(0, 3).join(".");
  const hashes = {
    address_hash: hash("address", email.toLowerCase()),
    name_hash: hash("name", name.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, "")),
    postcode_hash: hash("postcode", postcode.replaceAll(" ", "")),
    typed_hash: hash("typed", [email, name, postcode].join("\0")),
    client_hash: hash("client", client),
    client_net_hash: hash("client network", net),
  };
  if (findState.get(campaignId) === undefined) return { status: 404, location: "" };
  take(`client minute ${hashes.client_hash}`, MINUTE, now);
  take(`client hour ${hashes.client_hash}`, HOUR, now);
  insertSignature({
    ...{ id, campaign_id: campaignId, state: "pending", held_reason: "", cell_id: cellId, edition: "floor" },
    ...{ name: seal(id, "name", name), email: seal(id, "email", email) },
    ...{ postcode: seal(id, "postcode", postcode), country: "", role: "", organisation: "", ...hashes },
    ...{ show_name: 0, updates: 0, hand_in: 0, connection: "", notice_version: 1, hand_in_version: 0 },
    ...{ connection_version: 0, consented_at: now, language: "en", mail_count: 1, last_mail_at: now },
    ...{ remind_at: now + DAY, expires_at: now + 7 * DAY, created_at: now, confirmed_at: null },
    ...{ withdrawn_at: null, contact_group_id: "", contact_version: 0, contact_at: null, text_version: 1 },
  });
  for (const purpose of ["confirm", "not_me", "signature"])
    insertLink({
      token_hash: tokenHash(token(purpose, id)),
      purpose,
      row_id: id,
      generation: 1,
      key_id: keyId,
    });
  if (findRefusal.get(campaignId, hashes.address_hash, now) === undefined) {
    findHolders.all(campaignId, hashes.address_hash);
    take(`mail day ${hashes.address_hash}`, DAY, now);
    insertMail({
      ...{
        id: v7(),
        template: "confirm-signature",
        row_id: id,
        state: "queued",
        attempt_count: 0,
        due_at: now,
      },
      ...{ leased_until: null, request: "", provider_id: "", reason: "", created_at: now, settled_at: null },
    });
  }
  return { status: 303, location: "/check-your-email" };
}

function confirmOne(sent: string): Answer {
  const row = findPending.get(tokenHash(sent));
  if (row === undefined) return { status: 404, location: "" };
  const { id = "", address_hash = "", name_hash = "", postcode_hash = "" } = row;
  const now = Date.now();
  insertSlot({
    ...{ campaign_id: campaignId, slot: 1, signature_id: id, address_hash, name_hash, postcode_hash },
  });
  if (confirm.run(now, id).changes === 0) throw new Error("a row was confirmed twice");
  tally.run(campaignId, cellId);
  const hour = now - (now % HOUR);
  insertEvent({ campaign_id: campaignId, cell_id: cellId, hour, delta: 1, reason: "confirmed" });
  const dueAt = now - (now % (10 * MINUTE)) + 10 * MINUTE;
  insertJob({
    ...{ id: `publish-tallies:${campaignId}:${dueAt}`, kind: "publish-tallies", row_id: campaignId },
    ...{ state: "queued", due_at: dueAt, leased_until: null, attempt_count: 0, reason: "", created_at: now },
  });
  return { status: 303, location: `/confirm/${sent}` };
}

const waiting: { work: () => Answer; resolve: (answer: Answer) => void }[] = [];
const savepoint = db.transaction((work: () => Answer) => work());
const alone = db.transaction((work: () => Answer) => work()).immediate;
const allTogether = db.transaction((works: (() => Answer)[]) =>
  works.map((work) => savepoint(work)),
).immediate;

const server = createServer(async (req, res) => {
  const form: Form = Object.fromEntries(new URLSearchParams(await textOf(req)));
  const [, sent] = /^\/confirm\/(.+)$/.exec(req.url ?? "") ?? [];
  const client = String(req.headers["x-forwarded-for"] ?? req.socket.remoteAddress);
  const { status, location } = await commit(() =>
    sent === undefined ? sign(form, client) : confirmOne(sent),
  );
  res.writeHead(status, { Location: location, "Content-Length": 0 }).end();
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object")
    process.stdout.write(`bare http://127.0.0.1:${address.port}/\n`);
});
process.on("SIGTERM", () => process.exit(0));

/** One durable commit for this request, or for all that are waiting at this moment. */
function commit(work: () => Answer): Answer | Promise<Answer> {
  if (mode !== "together") return alone(work);
  return new Promise((resolve) => {
    waiting.push({ work, resolve });
    if (waiting.length === 1) setImmediate(commitTogether);
  });
}

function commitTogether(): void {
  const group = waiting.splice(0);
  const answers = allTogether(group.map(({ work }) => work));
  for (const [index, { resolve }] of group.entries())
    resolve(answers[index] ?? { status: 500, location: "" });
}

function take(key: string, windowMs: number, now: number): void {
  const startsAt = now - (now % windowMs);
  allow.run(key, startsAt, startsAt + windowMs, 100);
}

function hash(purpose: string, text: string): string {
  return createHmac("sha256", hashKey).update(`${purpose}\0${text}`).digest("base64url");
}

function token(purpose: string, id: string): string {
  const mac = createHmac("sha256", linkKey).update(`${purpose}\0${id}\x001`).digest();
  return mac.subarray(0, 16).toString("base64url");
}

function tokenHash(sent: string): string {
  return createHash("sha256").update(sent).digest("base64url");
}

function seal(id: string, column: string, text: string): string {
  const nonce = randomBytes(12);
  const place = Buffer.from(`signatures\0${column}\0${id}`);
  const cipher = createCipheriv("aes-256-gcm", sealKey, nonce).setAAD(place);
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${keyId}.${nonce.toString("base64url")}.${data.toString("base64url")}`;
}

function derive(secret: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "hear hear", purpose, length));
}

/** Inserts a row, every column of it; a row that is there already stays. */
function inserter(table: string, without: readonly string[] = []): (row: Row) => void {
  const names = db
    .prepare<[string], { name: string }>("select name from pragma_table_info(?)")
    .all(table)
    .map(({ name }) => name)
    .filter((name) => !without.includes(name));
  const statement = db.prepare(
    `insert into ${table} (${names}) values (${names.map((name) => `@${name}`)}) on conflict do nothing`,
  );
  return (row) => statement.run(row);
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of req) text += String(chunk);
  return text;
}
