import { expect, test } from "vitest";
import { MIGRATIONS } from "#db/migrate.server.ts";
import { nextMigration } from "#db/migration-plan.ts";

test.each(["sqlite", "postgres"] as const)(
  "the %s migrations make the tables that the code declares",
  async (engine) => {
    const { statements } = await nextMigration(engine, MIGRATIONS[engine]);
    expect(statements).toEqual([]);
  },
);
