import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isComplete } from "../../reference/build-postcodes.server.ts";
import { publishFile } from "../../reference/postcode-writer.server.ts";

/** The small file that names the imported edition in use; without it the shipped one is. */
const POINTER = "current";

/** The file of the edition that was imported last; undefined where none was, or its file is gone. */
export async function findImportedEdition(folder: string): Promise<string | undefined> {
  const edition = await readFile(join(folder, POINTER), "utf8").catch(() => "");
  const file = editionFile(folder, edition.trim());
  return /^[0-9a-f]{12}$/.test(edition.trim()) && isComplete(file, edition.trim()) ? file : undefined;
}

/** Makes an edition the one that the next start opens: by one rename, so that there is always one. */
export async function chooseEdition(folder: string, edition: string): Promise<void> {
  const part = join(folder, `${POINTER}.${randomUUID()}.part`);
  await writeFile(part, `${edition}\n`);
  await publishFile(part, join(folder, POINTER));
}

/** Where the postcode file of an edition stands. */
export function editionFile(folder: string, edition: string): string {
  return join(folder, `${edition}.sqlite`);
}
