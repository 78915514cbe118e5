import { spawn } from "node:child_process";
import { TEST_SECRETS } from "../set-up/keyring.ts";

/** Runs one of the commands as a shell would, and gives its exit code and all that it said. */
export function runDatabaseCommand(
  name: "admin" | "backup" | "restore" | "check-tallies" | "receive-mail" | "rehearse" | "retention",
  {
    args = [],
    databaseUrl,
    dataDir,
    settings = {},
    input = "",
  }: {
    args?: string[];
    databaseUrl: string;
    dataDir: string;
    settings?: Record<string, string>;
    input?: string | Uint8Array;
  },
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", `db/commands/${name}.ts`, ...args], {
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      APP_SECRET: TEST_SECRETS.app,
      HASH_SECRET: TEST_SECRETS.hash,
      ...settings,
    },
  });
  // A command that does not read what it is given ends before it is written.
  child.stdin.on("error", () => {}).end(input);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said }));
  });
}
