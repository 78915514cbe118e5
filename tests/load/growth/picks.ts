import { asc } from "drizzle-orm";
import { sortKey, surnameKey } from "#app/domain/signature/identity.ts";
import type { Site } from "#app/domain/site.ts";
import { chunksOf } from "#db/reference/chunks.ts";
import { inventName } from "#db/seed/names.ts";
import { randomFrom } from "#db/seed/random.ts";
import type { Raw } from "./raw.ts";

/** Cells and names that rows choose from by their number; a power of two. */
export const PICKS = 65_536;

/** Makes the two tables that rows choose from: cells, some of them much likelier than others, and names. */
export async function makePicks(raw: Raw, cellIds: readonly number[]): Promise<void> {
  const random = randomFrom(11);
  const weighed = cellIds.map((id) => ({ id, weight: random() ** 2 }));
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const picks: number[] = [];
  let reached = 0;
  for (const { id, weight } of weighed) {
    reached += weight;
    while (picks.length < Math.round((reached / sum) * PICKS)) picks.push(id);
  }
  await raw.run("create table picks (n bigint primary key, cell_id bigint not null)");
  for (const part of chunksOf([...picks.entries()], 500))
    await raw.run(`insert into picks values ${part.map(([n, id]) => `(${n}, ${id})`).join(", ")}`);
  await raw.run(
    "create table people (n bigint primary key, name text not null, sort_key text not null, surname_key text not null)",
  );
  const names = Array.from({ length: PICKS }, () => inventName(random, new Set()));
  for (const part of chunksOf([...names.entries()], 500))
    await raw.run(
      `insert into people values ${part.map(([n, name]) => `(${n}, ${[name, sortKey(name), surnameKey(name)].map(quoted).join(", ")})`).join(", ")}`,
    );
}

/** All cells of the country. */
export async function listCellIds({ db }: Pick<Site, "db">): Promise<number[]> {
  const { cells } = db.tables;
  const found = await db.read.select({ id: cells.id }).from(cells).orderBy(asc(cells.id));
  return found.map(({ id }) => id);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
