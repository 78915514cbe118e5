import { randomUUID } from "node:crypto";
import pg from "pg";
import { claimShard, holdShard } from "./claim-shard.server.ts";
import type { Signal, SignalOptions, Signals } from "./signals.server.ts";

/** The channel of each signal. */
export const CHANNELS: Record<Signal, string> = { pages: "hear_hear_pages", work: "hear_hear_work" };

/** On which each process asks, once its line stands, whether what others say gets through. */
const ECHO = "hear_hear_echo";

/** Between two of one kind: each is a commit that PostgreSQL does one after another. */
const SEND_EVERY_MS = 50;
/** A line on which nothing comes may be a broken one: it is tried this often, and given up after as long again. */
const TRIED_EVERY_MS = 3_000;
/** Between attempts to mend the line, doubling. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Listens to PostgreSQL on a connection of its own. Where that is lost it is made anew, and whatever may have been
 * missed meanwhile is taken as heard, both when it is lost and when it is back. Where nothing that others say gets
 * through, as behind a pooler that lends connections for one transaction each, that is said once.
 *
 * @throws where there is no connection at the start.
 */
export async function openPostgresSignals(
  url: string,
  { onSignal, onFault }: SignalOptions,
): Promise<Signals> {
  let line: pg.Client | undefined;
  let isClosed = false;
  let isDeaf = false;
  let mending: NodeJS.Timeout | undefined;
  const booked = new Map<Signal, NodeJS.Timeout>();
  const sentAt = new Map<Signal, number>();

  async function connect(take: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const client = newClient(url);
    client.on("error", (error) => lose(client, error));
    client.on("end", () => lose(client, new Error("the connection has ended")));
    client.on("notification", ({ channel }) => {
      for (const signal of ["pages", "work"] as const) if (CHANNELS[signal] === channel) onSignal(signal);
    });
    try {
      await client.connect();
      await take(client);
      await client.query(`listen ${CHANNELS.pages}; listen ${CHANNELS.work}; listen ${ECHO}`);
      noteHearing(await hearsOthers(url, client));
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
    if (isClosed) return client.end();
    line = client;
  }

  function noteHearing(isHearing: boolean): void {
    if (!isHearing && !isDeaf)
      onFault({
        what: "what other processes say is not heard: DATABASE_URL must lead to PostgreSQL itself or to a pooler in session mode",
        error: new Error("LISTEN has no effect"),
      });
    isDeaf = !isHearing;
  }

  function lose(client: pg.Client, error: Error): void {
    if (line !== client) return;
    line = undefined;
    client.end().catch(() => {});
    if (isClosed) return;
    onFault({ what: "the line to other processes was lost", error });
    onSignal("pages");
    mend(FIRST_PAUSE_MS);
  }

  function mend(pause: number): void {
    mending = setTimeout(() => {
      connect((client) => holdShard(client, shard)).then(
        () => {
          onSignal("pages");
          onSignal("work");
        },
        () => {
          if (!isClosed) mend(Math.min(2 * pause, LONGEST_PAUSE_MS));
        },
      );
    }, pause);
  }

  function tell(signal: Signal): void {
    booked.delete(signal);
    sentAt.set(signal, performance.now());
    const client = line;
    // Where it is lost nobody hears it, and everybody looks for work by themselves once a second.
    client?.query(`notify ${CHANNELS[signal]}`).catch((error: Error) => lose(client, error));
  }

  let shard = 0;
  await connect(async (client) => {
    shard = await claimShard(client);
  });
  const trying = setInterval(() => {
    const client = line;
    client?.query("select 1").catch((error: Error) => lose(client, error));
  }, TRIED_EVERY_MS);

  return {
    shard,
    send(signal) {
      if (isClosed || booked.has(signal)) return;
      const wait = (sentAt.get(signal) ?? -SEND_EVERY_MS) + SEND_EVERY_MS - performance.now();
      if (wait <= 0) tell(signal);
      else
        booked.set(
          signal,
          setTimeout(() => tell(signal), wait),
        );
    },
    hears: () => line !== undefined && !isDeaf,
    async close() {
      isClosed = true;
      clearTimeout(mending);
      clearInterval(trying);
      for (const timer of booked.values()) clearTimeout(timer);
      await line?.end().catch(() => {});
      line = undefined;
    },
  };
}

function newClient(url: string): pg.Client {
  return new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: TRIED_EVERY_MS,
    query_timeout: TRIED_EVERY_MS,
  });
}

/** Whether a line hears what is said on another connection. */
async function hearsOthers(url: string, line: pg.Client): Promise<boolean> {
  const word = randomUUID();
  const other = newClient(url);
  other.on("error", () => {});
  try {
    await other.connect();
    return await new Promise<boolean>((resolve, reject) => {
      line.on("notification", ({ payload }) => payload === word && resolve(true));
      other.query(`notify ${ECHO}, '${word}'`).catch(reject);
      setTimeout(() => resolve(false), TRIED_EVERY_MS).unref();
    });
  } finally {
    other.end().catch(() => {});
  }
}
