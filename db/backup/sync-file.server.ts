import { open } from "node:fs/promises";
import { dirname } from "node:path";

/** Resolves once a file's content is on disk. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Resolves once a file's name is on disk. */
export function syncFolderOf(path: string): Promise<void> {
  return syncFile(dirname(path));
}
