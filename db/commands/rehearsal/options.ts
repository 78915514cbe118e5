import { parseArgs } from "node:util";
import { engineOf } from "../../client.server.ts";

/** What a rehearsal plays: so many weeks, so many signatures in all, by one seed of chance. */
export interface Rehearsal {
  weeks: number;
  scale: number;
  seed: number;
  /** An empty PostgreSQL database to play in, instead of a file that is thrown away. */
  database?: string;
}

/** How to call it. */
export const USAGE = `npm run rehearse -- [--weeks N] [--scale N] [--seed N] [--database URL]
  --weeks N   weekly rounds from the opening on, 2 to 52 (26)
  --scale N   signatures in all, 100 to 1000000 (20000)
  --seed N    another number is another run of chance (1)
  --database postgres://…   plays in this database, which must be empty, and leaves it filled`;

/** Reads what was typed after the command's name, or says what is wrong with it. */
export function readOptions(args: readonly string[]): Rehearsal | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        weeks: { type: "string", default: "26" },
        scale: { type: "string", default: "20000" },
        seed: { type: "string", default: "1" },
        database: { type: "string" },
      },
    });
    const weeks = within(values.weeks, 2, 52);
    const scale = within(values.scale, 100, 1_000_000);
    const seed = within(values.seed, 0, 2 ** 31);
    if (weeks === undefined || scale === undefined || seed === undefined)
      return "That number is not one that can be played.";
    const { database } = values;
    if (database !== undefined && engineOf(database) !== "postgres")
      return "A database to play in is one of PostgreSQL: postgres://…";
    return { weeks, scale, seed, database };
  } catch {
    return "That cannot be read.";
  }
}

function within(text: string, least: number, most: number): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}
