import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import Database from "better-sqlite3";

/*
 * The bare server of sign.ts: node:http and better-sqlite3 on the same tables, the same rows in one durable commit
 * a request; no limits, no checks, nothing sealed, hashed, rendered or sent.
 */

type Row = Record<string, string | number | null>;

const [, , file = "", campaignId = ""] = process.argv;
const db = new Database(file);
for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"])
  db.pragma(pragma);
const cellId = Number(db.prepare("select min(id) from cells").pluck().get());

const insertSignature = inserter("signatures");
const insertLink = inserter("links");
const insertMail = inserter("outbox");
const insertSlot = inserter("signature_slots");
const insertEvent = inserter("count_events", ["sequence"]);
const allow = db.prepare(
  `insert into allowances (key, window_starts_at, used, expires_at) values (?, ?, 1, ?)
   on conflict (key, window_starts_at) do update set used = used + 1`,
);
const find = db.prepare<[string], string>("select row_id from links where token_hash = ?").pluck();
const confirm = db.prepare(
  `update signatures set state = 'confirmed', confirmed_at = ?, expires_at = null, remind_at = null
   where id = ? and state = 'pending'`,
);
const tally = db.prepare(
  `insert into tallies (campaign_id, cell_id, shard, count) values (?, ?, 0, 1)
   on conflict (campaign_id, cell_id, shard) do update set count = count + 1`,
);

const sign = db.transaction(({ name = "", email = "", postcode = "" }: Record<string, string>) => {
  const id = randomUUID();
  const now = Date.now();
  for (const key of ["minute", "hour", "day"]) allow.run(`${key} ${id}`, now, now + 60_000);
  const person = { name, email, postcode, address_hash: id, typed_hash: id };
  const times = { remind_at: now, expires_at: now, confirmed_at: null, withdrawn_at: null };
  insertSignature({ id, campaign_id: campaignId, state: "pending", cell_id: cellId, ...person, ...times });
  for (const purpose of ["confirm", "not_me", "signature"])
    insertLink({ token_hash: `${email} ${purpose}`, purpose, row_id: id });
  insertMail({ id, row_id: id, state: "queued", leased_until: null, settled_at: null });
});

const confirmOne = db.transaction((email: string) => {
  const id = find.get(`${email} confirm`);
  if (id === undefined) return 404;
  const now = Date.now();
  insertSlot({ campaign_id: campaignId, address_hash: id, name_hash: id, signature_id: id });
  if (confirm.run(now, id).changes === 0) return 409;
  tally.run(campaignId, cellId);
  insertEvent({ campaign_id: campaignId, cell_id: cellId, hour: now - (now % 3_600_000) });
  return 303;
});

const server = createServer(async (req, res) => {
  const form = Object.fromEntries(new URLSearchParams(await textOf(req)));
  const [, address] = /^\/confirm\/(.+)$/.exec(req.url ?? "") ?? [];
  if (address !== undefined) {
    res.writeHead(confirmOne(address), { Location: req.url }).end();
    return;
  }
  sign(form);
  res.writeHead(303, { Location: "/check-your-email" }).end();
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object")
    process.stdout.write(`bare http://127.0.0.1:${address.port}/\n`);
});
process.on("SIGTERM", () => process.exit(0));

/** Inserts a row; columns that it does not name are filled with something as long as a hash, or a number. */
function inserter(table: string, without: readonly string[] = []): (row: Row) => void {
  const columns = db
    .prepare<[string], { name: string; type: string }>("select name, type from pragma_table_info(?)")
    .all(table)
    .filter(({ name }) => !without.includes(name));
  const filler = Object.fromEntries(
    columns.map(({ name, type }) => [name, type === "integer" ? 1 : "x".repeat(43)]),
  );
  const names = columns.map(({ name }) => name);
  const statement = db.prepare(`insert into ${table} (${names}) values (${names.map((name) => `@${name}`)})`);
  return (row) => statement.run({ ...filler, ...row });
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of req) text += String(chunk);
  return text;
}
