import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "vite";
import { buildWhereChanged } from "./build-where-changed.server.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The program itself as plain modules, so that a server need not translate its sources at every start, nor keep them
 * and what it translated them with in its memory: less than two thirds of it, and half of the time.
 */
export async function prepareProgram(): Promise<void> {
  const folder = join(ROOT, "build", "program");
  await buildWhereChanged({ name: "program", root: ROOT, ofPages: false }, async () => {
    await rm(folder, { recursive: true, force: true });
    await build({
      configFile: false,
      root: ROOT,
      logLevel: "error",
      publicDir: false,
      plugins: [ownAddresses()],
      build: { ssr: "app/start.ts", outDir: folder, target: "node20", minify: false },
    });
  });
}

/** A module keeps the address of its source, beside which lie the files that it reads. */
function ownAddresses(): Plugin {
  return {
    name: "own-addresses",
    enforce: "pre",
    transform: (code, id) =>
      id.includes("node_modules")
        ? undefined
        : { code: code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href)), map: null },
  };
}
