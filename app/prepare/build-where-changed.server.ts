import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { waitForLock } from "./exclusive-lock.server.ts";
import { stampSources } from "./source-stamp.server.ts";

/** What is built, out of which sources. */
interface Part {
  /** Names its lock and its stamp. */
  name: string;
  root: string;
  /** Whether what only the program needs is left out of the sources. */
  ofPages: boolean;
}

/** Builds a part where its sources have changed since it was built, once for all who ask at the same time. */
export async function buildWhereChanged(
  { name, root, ofPages }: Part,
  make: () => Promise<void>,
): Promise<void> {
  const stampFile = join(root, "build", `${name}.stamp`);
  const stamp = await stampSources(root, { ofPages });
  const isBuilt = async (): Promise<boolean> => (await readFile(stampFile, "utf8").catch(() => "")) === stamp;
  if (await isBuilt()) return;
  // Not in the build's own folder: the builder clears that first, lock and all.
  const lock = await waitForLock(join(root, "node_modules", ".cache", "hear-hear", `${name}.lock`));
  try {
    if (await isBuilt()) return;
    await make();
    await mkdir(join(root, "build"), { recursive: true });
    await writeFile(stampFile, stamp);
  } finally {
    lock.release();
  }
}
