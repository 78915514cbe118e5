import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";

const DATA = new URL("../data/", import.meta.url);

const Number1 = (what: string, least: number) =>
  z.coerce
    .number({ error: `--${what} must be a number` })
    .min(least, { error: `--${what} must be at least ${least}` });

const Processes = (what: string) =>
  z.coerce
    .number({ error: `--${what} must be a number` })
    .int({ error: `--${what} must be a whole number` })
    .min(1, { error: `--${what} must be at least 1` })
    .max(16, { error: `--${what} must be at most 16` });

const Options = z.object({
  counts: z.string().optional(),
  places: z.string().optional(),
  from: z.iso.datetime({ error: "--from must be a time like 2019-03-21T12:00:00Z" }).optional(),
  minutes: Number1("minutes", 0.01).optional(),
  speed: Number1("speed", 0.01).default(1),
  seconds: Number1("seconds", 5).default(15),
  views: Number1("views", 0).default(50),
  seed: z.coerce.number().int().default(1),
  database: z
    .enum(["sqlite", "postgres"], { error: "--database must be sqlite or postgres" })
    .default("sqlite"),
  search: z.boolean().default(false),
  web: Processes("web").optional(),
  workers: Processes("workers").optional(),
  kill: z.boolean().default(false),
});
type Given = z.infer<typeof Options>;

/** What is played to a site, and what the site is. */
export type Options = Omit<Given, "web" | "workers"> & {
  counts: string;
  /** A site of several processes; undefined where one does everything. */
  several: { web: number; workers: number } | undefined;
};

export const USAGE = `Plays a recorded petition to a site of its own, and says how it held.
node --import tsx tests/load/replay.ts [options]
  --counts FILE     the counter: CSV with timestamp_utc,signature_count (petition 241584)
  --places FILE     the same by constituency: CSV, gzip or not, with timestamp_utc,total,uk and codes
                    (that of 241584 where no other counter is given, else none: all places alike)
  --from TIME       where to begin, like 2019-03-21T12:00:00Z (the busiest stretch)
  --minutes N       how much of the recording (as much as a minute on the wall plays)
  --speed N         how many times as fast as it was (1)
  --views N         pages read for each signature (50)
  --database KIND   sqlite or postgres (sqlite)
  --web N --workers N
                    a site of so many processes for pages and so many that work, on PostgreSQL (one for everything)
  --kill            one of them is killed every few seconds, and another started in its place
  --search          finds the largest speed at which 99 in 100 answers come within 500 ms, without an error
  --seconds N       on the wall, of each try of a search (15)
  --seed N          who comes when (1)`;

/** Reads the command line. @throws with a sentence for each thing that is wrong */
export function readOptions(args: readonly string[]): Options | "help" {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ counts: text, places: text, from: text, minutes: text, speed: text, seconds: text, views: text },
      ...{ seed: text, database: text, web: text, workers: text },
      ...{ search: { type: "boolean" }, kill: { type: "boolean" }, help: { type: "boolean" } },
    },
  });
  if (values.help) return "help";
  const parsed = Options.safeParse(values);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join("\n"));
  const { counts, places, web, workers, ...others } = parsed.data;
  const several = severalOf(parsed.data);
  const options = { ...others, several };
  if (counts !== undefined) return { ...options, counts, places };
  return {
    ...options,
    counts: shipped("241584-counts.csv"),
    places: places ?? shipped("241584-by-constituency-hourly.csv.gz"),
  };
}

function severalOf({ web, workers, kill, database }: Given): Options["several"] {
  if (kill && (web ?? 1) < 2)
    throw new Error("--kill needs --web 2 or more: nobody replaces the only process");
  if (web === undefined && workers === undefined) return undefined;
  if (database !== "postgres") throw new Error("--web and --workers need --database postgres");
  return { web: web ?? 1, workers: workers ?? 1 };
}

function shipped(file: string): string {
  return fileURLToPath(new URL(file, DATA));
}
