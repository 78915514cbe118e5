import { randomInt } from "node:crypto";
import type pg from "pg";

/** So many processes each add to rows of their own; of more, some share. Bounds how many rows a tally can have. */
export const SHARDS = 16;

/** The first of the two numbers of each lock: of shards. */
const SHARD_LOCKS = 7_241_804;

/**
 * A shard that no other process of this database has, as long as there is one: held until this connection ends. Where
 * all are taken, any: sharing one costs time and never a count.
 */
export async function claimShard(client: pg.Client): Promise<number> {
  const first = randomInt(SHARDS);
  for (let step = 0; step < SHARDS; step += 1) {
    const shard = (first + step) % SHARDS;
    if (await holdShard(client, shard)) return shard;
  }
  return first;
}

/** Takes a shard again on a new connection; false where another process has it meanwhile. */
export async function holdShard(client: pg.Client, shard: number): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1, $2) as held", [
    SHARD_LOCKS,
    shard,
  ]);
  return rows[0]?.held === true;
}
