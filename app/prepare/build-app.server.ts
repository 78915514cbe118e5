import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWhereChanged } from "./build-where-changed.server.ts";
import { packFiles } from "./pack-files.server.ts";
import { StartRefused } from "./start-refused.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where a build is: what browsers fetch, and the module that answers. */
export interface BuiltApp {
  client: string;
  server: string;
}

/** The app built from the sources as they are: found, or made anew where they have changed since. */
export async function prepareBuild(say: (line: string) => void): Promise<BuiltApp> {
  const folder = join(ROOT, "build");
  await buildWhereChanged({ name: "pages", root: ROOT, ofPages: true }, async () => {
    say("Building the pages, once …");
    await runBuild();
    await packFiles(join(folder, "client"));
  });
  return { client: join(folder, "client"), server: join(folder, "server", "index.js") };
}

/** In a process of its own: the builder needs much memory once, and the server should never have had it. */
function runBuild(): Promise<void> {
  const builder = fileURLToPath(import.meta.resolve("@remix-run/dev/dist/cli.js"));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [builder, "vite:build"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const endWithUs = (): boolean => child.kill();
    process.once("exit", endWithUs);
    const said: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("exit", endWithUs);
      if (code === 0) resolve();
      else reject(new StartRefused(`The pages could not be built.\n${Buffer.concat(said).toString("utf8")}`));
    });
  });
}
