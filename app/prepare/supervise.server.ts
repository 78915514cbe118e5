import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import type { Settings } from "../env.server.ts";
import { type Kind, type SiteProcess, type Start, startProcess } from "./site-process.server.ts";

/** All processes of a site on this machine. */
export interface Supervisor {
  /** Replaces them one after another, each once the next is ready; what is new in the program is taken up. */
  renew(): Promise<void>;
  /** Ends all, each after what it has in hand. */
  stop(): Promise<void>;
}

/** One process that there shall be, whichever it is at the moment. */
interface Post {
  kind: Kind;
  name: string;
  holder: SiteProcess | undefined;
  /** How often in a row it has died young. */
  deaths: number;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** Who has lived so long has not died of how it was started. */
const YOUNG_MS = 3_000;

/**
 * Runs as many processes for pages as the settings say, and one that works unless this machine is for pages alone;
 * starts another for each that dies. The first one prepares everything and the others follow.
 *
 * @throws where the port cannot be had. Gives undefined where the first process could not start; it has said why.
 */
export async function supervise(given: Settings, log: Logger): Promise<Supervisor | undefined> {
  const port = await findPort(given);
  const kinds: Kind[] = Array.from({ length: given.webProcesses }, () => "web");
  if (given.role === "all") kinds.push("worker");
  const posts = kinds.map((kind, index): Post => {
    const name = kind === "worker" ? "worker" : `web ${index + 1}`;
    return { kind, name, holder: undefined, deaths: 0 };
  });
  let isEnding = false;
  let renewing: Promise<void> = Promise.resolve();

  /** Starts a process, and gives it once it is ready; undefined where it ended before. */
  async function start(
    { kind, name }: Post,
    { isPrepared, isFirst = false }: Pick<Start, "isPrepared"> & Partial<Start>,
  ): Promise<SiteProcess | undefined> {
    const started = startProcess({ kind, port, isPrepared, isFirst }, giveMetrics);
    if (!(await started.ready)) return undefined;
    process.stdout.write(`${name} is ready, process ${started.pid}\n`);
    return started;
  }

  async function giveMetrics(asking: SiteProcess, id: string): Promise<void> {
    const all = await Promise.all(posts.map(({ holder }) => holder?.metrics()));
    asking.tell({ tell: "all-metrics", id, metrics: all.filter((one) => one !== undefined) });
  }

  function hold(post: Post, holder: SiteProcess): void {
    const since = performance.now();
    post.holder = holder;
    void holder.ended.then(async (how) => {
      if (isEnding || post.holder !== holder) return;
      log.error({ process: post.name, pid: holder.pid, ...how }, "a process has died; another is started");
      post.holder = undefined;
      if (performance.now() - since > YOUNG_MS) post.deaths = 0;
      await fill(post);
    });
  }

  /** Puts a process in an empty post, however many it takes. */
  async function fill(post: Post): Promise<void> {
    while (!isEnding) {
      await delay(pauseAfter(post.deaths));
      post.deaths += 1;
      if (isEnding) return;
      const holder = await start(post, { isPrepared: true });
      if (holder && isEnding) await holder.end();
      else if (holder) return hold(post, holder);
      else log.error({ process: post.name }, "a process could not start; it is tried again");
    }
  }

  async function renewAll(): Promise<void> {
    let isPrepared = false;
    for (const post of posts) {
      if (isEnding) return;
      const next = await start(post, { isPrepared });
      if (!next) {
        log.error({ process: post.name }, "the new process could not start; the others stay as they are");
        return;
      }
      isPrepared = true;
      const before = post.holder;
      hold(post, next);
      await before?.end();
    }
  }

  const [first, ...others] = posts;
  const leader = first && (await start(first, { isPrepared: false, isFirst: true }));
  if (!first || !leader) return undefined;
  hold(first, leader);
  for (const post of others) void fill(post);

  return {
    renew() {
      renewing = renewing.then(renewAll);
      return renewing;
    },
    async stop() {
      isEnding = true;
      await Promise.all(posts.map(({ holder }) => holder?.end()));
    },
  };
}

function pauseAfter(deaths: number): number {
  return deaths === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (deaths - 1), LONGEST_PAUSE_MS);
}

/** A port that all processes can share; with `PORT=0` one that the system chooses. */
function findPort({ port, host }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port, host }, () => {
      const address = probe.address();
      const found = address && typeof address === "object" ? address.port : port;
      probe.close(() => resolve(found));
    });
  });
}
