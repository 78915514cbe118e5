import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** What the built app is made of; data and migrations are read at run time and not built. */
const SOURCES = ["app", "db", "public", "package-lock.json", "vite.config.ts", "tsconfig.json"];
const DATA = ["db/reference/data", "db/migrations"];
/** Sources that no page is made of. */
const OF_THE_PROGRAM = ["db/seed", "app/prepare"];

/**
 * A hash over everything that the site is built from, or its pages alone: another one, another build. Where it lies
 * counts too, for the program knows the places of its files.
 */
export async function stampSources(root: string, { ofPages }: { ofPages: boolean }): Promise<string> {
  const without = new Set(ofPages ? [...DATA, ...OF_THE_PROGRAM] : DATA);
  const files = (await Promise.all(SOURCES.map((source) => listFiles(root, join(root, source), without))))
    .flat()
    .sort();
  const hash = createHash("sha256").update(root);
  // One after the other: a system may let a process hold fewer files open than there are.
  for (const file of files) hash.update(`${relative(root, file)}\0`).update(await readFile(file));
  return hash.digest("hex");
}

async function listFiles(root: string, path: string, without: ReadonlySet<string>): Promise<string[]> {
  if (without.has(relative(root, path))) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return undefined;
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries === undefined) return [path];
  const lists = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? listFiles(root, join(path, entry.name), without) : [join(path, entry.name)],
    ),
  );
  return lists.flat();
}
