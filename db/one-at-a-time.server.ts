import pg from "pg";
import { engineOf } from "./client.server.ts";

/** One number, the same for all nodes, so that only one of them prepares the database at a time. */
const PREPARATION_LOCK = 7_241_805;

/**
 * Does work that one process at a time may do on a database; others wait, and find it done. PostgreSQL holds the lock
 * for a connection, so that a process that dies gives it back; the embedded database has one process anyway.
 */
export async function oneAtATime<Value>(url: string, work: () => Promise<Value>): Promise<Value> {
  if (engineOf(url) === "sqlite") return work();
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  // Lost in the middle, the work goes on; all of it may be done twice.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PREPARATION_LOCK]);
    return await work();
  } finally {
    await client.end().catch(() => {});
  }
}
