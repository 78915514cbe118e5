import { rmSync } from "node:fs";
import { type Run, spawnProgram } from "./built-program.ts";
import { makeDataDir } from "./data-dir.ts";
import { testDatabaseUrl } from "./database.ts";

/** The real program in a process of its own, on a database and a data folder of its own. */
export interface RunningApp {
  readonly url: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** All it has printed since its last start. */
  output(): string;
  /** Asks it to end, as Ctrl-C does; gives its exit code. */
  stop(signal?: "SIGINT" | "SIGTERM"): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data; ends it first where it runs. */
  restart(): Promise<void>;
  /** Kills it and removes all that it had. For `afterAll` or `onTestFinished`. */
  end(): Promise<void>;
}

/** What a start that was refused has printed, and its exit code. */
export interface EndedStart {
  code: number | null;
  output: string;
}

type Environment = Record<string, string>;

/** Long enough for a build of the pages and of the postcodes on a busy machine. */
const START_LIMIT_MS = 120_000;
const READY = /Home\s+(http:\/\/\S+?)\/\s/;

/** Starts the program, without a demonstration unless `env` says otherwise, and waits until it is ready. */
export async function startApp(options: { env?: Environment } = {}): Promise<RunningApp> {
  const { url: databaseUrl, drop } = await testDatabaseUrl();
  const dataDir = await makeDataDir();
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ...options.env };
  let run = await begin(env);
  const { url } = run;

  async function kill(): Promise<void> {
    run.child.kill("SIGKILL");
    await run.ended;
  }
  return {
    url,
    dataDir,
    databaseUrl,
    output: () => run.output(),
    async stop(signal = "SIGTERM") {
      run.child.kill(signal);
      return run.ended;
    },
    kill,
    async restart() {
      await kill();
      run = await begin({ ...env, PORT: new URL(url).port });
    },
    async end() {
      await kill();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts the program where it is expected to refuse, and waits for its end. */
export async function startInVain(env: Environment): Promise<EndedStart> {
  const run = await spawnProgram(env);
  return { code: await run.ended, output: run.output() };
}

async function begin(env: Environment): Promise<Run & { url: string }> {
  const run = await spawnProgram(env);
  const limit = setTimeout(() => run.child.kill("SIGKILL"), START_LIMIT_MS);
  const url = await new Promise<string>((resolve, reject) => {
    run.child.stdout?.on("data", () => {
      const home = READY.exec(run.output());
      if (home?.[1]) resolve(home[1]);
    });
    void run.ended.then((code) => reject(new Error(`the program ended with ${code}:\n${run.output()}`)));
  }).finally(() => clearTimeout(limit));
  return { ...run, url };
}
