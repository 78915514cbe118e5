import { setTimeout as pause } from "node:timers/promises";
import { pick, type Random } from "#db/seed/random.ts";
import { type Run, spawnProgram } from "../built-program.ts";

/** A site of several processes on one PostgreSQL database. */
export interface Processes {
  /** Where pages are served, by whichever process. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Ends one of them as a power cut does, whichever chance says; gives its name. */
  killOne(random: Random): string | undefined;
  /** Kills the one that looks after those for pages, while nobody reads any more what they print. */
  abandon(): void;
  /** How many run at this moment, those who look after others left out. */
  count(): number;
  /** Waits until there are so many. */
  untilComplete(): Promise<void>;
  /** Asks all to end; gives their exit codes. */
  stop(): Promise<(number | null)[]>;
  /** Asks the pages' processes to be replaced one after another. */
  renew(): void;
  /** All that was printed. */
  output(): string;
  end(): Promise<void>;
}

interface Options {
  databaseUrl: string;
  dataDir: string;
  web: number;
  workers: number;
  env?: Record<string, string>;
}

const READY = /(?:Home|Health)\s+(http:\/\/[^\s/]+)/;
const START_LIMIT_MS = 120_000;
const COMPLETE_LIMIT_MS = 60_000;

/** Starts so many processes for pages on one port, and so many that work, each looked after. */
export async function startProcesses(options: Options): Promise<Processes> {
  const { databaseUrl, web, workers } = options;
  const runs = new Set<Run>();
  const said: string[] = [];
  /** Those take a moment to be gone. */
  const killed = new Set<number>();
  let isEnding = false;

  async function begin(env: Record<string, string>): Promise<{ run: Run; url: string }> {
    const run = await spawnProgram({
      ...options.env,
      DATABASE_URL: databaseUrl,
      DATA_DIR: options.dataDir,
      ...env,
    });
    runs.add(run);
    void run.ended.then(() => {
      runs.delete(run);
      said.push(run.output());
    });
    return { run, url: await readyUrl(run) };
  }

  /** A worker's own supervisor, as the system or a container's would be. */
  async function beginWorker(): Promise<void> {
    const { run } = await begin({ ROLE: "worker" });
    void run.ended.then(() => {
      if (!isEnding) beginWorker().catch(() => {});
    });
  }

  const front = await begin({ ROLE: "web", WEB_PROCESSES: String(web) });
  await Promise.all(Array.from({ length: workers }, beginWorker));

  /** The newest process of each name that still lives. */
  function living(): { name: string; pid: number }[] {
    // One process for pages has nobody who looks after it.
    const pages = new Map<string, number>(web === 1 ? [["web 1", front.run.child.pid ?? 0]] : []);
    for (const [, name = "", pid] of front.run.output().matchAll(/^(\S.*) is ready, process (\d+)$/gm))
      pages.set(name, Number(pid));
    const others = [...runs].filter((run) => run !== front.run && READY.test(run.output()));
    const working = others.map(({ child }) => ({ name: "worker", pid: child.pid ?? 0 }));
    const serving = [...pages].map(([name, pid]) => ({ name, pid }));
    return [...serving, ...working].filter(({ pid }) => isAlive(pid) && !killed.has(pid));
  }

  const processes: Processes = {
    url: front.url,
    databaseUrl,
    killOne(random) {
      const all = living();
      if (all.length === 0) return undefined;
      const { name, pid } = pick(random, all);
      process.kill(pid, "SIGKILL");
      killed.add(pid);
      return name;
    },
    abandon() {
      front.run.child.stdout?.destroy();
      front.run.child.stderr?.destroy();
      front.run.child.kill("SIGKILL");
    },
    count: () => living().length,
    async untilComplete() {
      for (let waited = 0; living().length < web + workers; waited += 50) {
        if (waited > COMPLETE_LIMIT_MS) throw new Error(`not all came:\n${processes.output()}`);
        await pause(50);
      }
    },
    stop() {
      isEnding = true;
      const all = [...runs];
      for (const { child } of all) child.kill("SIGTERM");
      return Promise.all(all.map(({ ended }) => ended));
    },
    renew: () => void front.run.child.kill("SIGHUP"),
    output: () => [...said, ...[...runs].map((run) => run.output())].join("\n"),
    async end() {
      isEnding = true;
      const all = [...runs];
      for (const { child } of all) child.kill("SIGKILL");
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
  try {
    await processes.untilComplete();
    return processes;
  } catch (error) {
    await processes.end();
    throw error;
  }
}

async function readyUrl(run: Run): Promise<string> {
  for (let waited = 0; waited < START_LIMIT_MS; waited += 50) {
    const url = READY.exec(run.output())?.[1];
    if (url) return url;
    if (run.child.exitCode !== null) break;
    await pause(50);
  }
  throw new Error(`the program did not start:\n${run.output()}`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
