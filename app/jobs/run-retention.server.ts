import type { Database, Tx } from "#db/database.ts";
import type { Site } from "../domain/site.ts";
import { RETENTION_RULES, type RetentionRule } from "./retention-rules.server.ts";

/** What one rule did, or would do. */
export interface RetentionDone extends Pick<RetentionRule, "what" | "kept"> {
  rows: number;
  /** Only the first part was tried: there may be more. */
  isPart: boolean;
}

/**
 * Deletes and blanks whatever is past its time, rule by rule and part by part. A dry run does the same work of the
 * first part of each rule and rolls it back, so that nothing changes and nobody waits for long.
 */
export async function runRetention(
  site: Pick<Site, "db" | "keyring">,
  { isDryRun }: { isDryRun: boolean },
  now: number,
): Promise<RetentionDone[]> {
  const done: RetentionDone[] = [];
  for (const { what, kept, part, run } of RETENTION_RULES) {
    if (isDryRun) {
      const rows = await run({ ...site, db: undone(site.db) }, now);
      done.push({ what, kept, rows, isPart: rows >= part });
      continue;
    }
    let rows = 0;
    for (let some = await run(site, now); some > 0; some = await run(site, now)) rows += some;
    done.push({ what, kept, rows, isPart: false });
  }
  return done;
}

/** A database on which every unit does its work and is then rolled back. */
function undone(db: Database): Database {
  return {
    ...db,
    async transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
      const rollBack = new Error("rolled back on purpose");
      const kept: { value: T }[] = [];
      try {
        await db.transaction(name, async (tx) => {
          kept.push({ value: await work(tx) });
          throw rollBack;
        });
      } catch (error) {
        if (error !== rollBack) throw error;
      }
      const last = kept.at(-1);
      if (!last) throw new Error(`${name} did no work`);
      return last.value;
    },
  };
}
