import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Keyring } from "#app/domain/privacy/keyring.server.ts";
import type { Database } from "#db/database.ts";
import { Tape } from "./figures.ts";

/** The mails of the site as they are accepted, read beside it: its own list of captured mail ends at 200. */
export interface Postbox {
  /** How long each took from its signature to the transport's having it. */
  readonly late: Tape;
  acceptedCount(): number;
  /** Tokens of confirm links in mails accepted since the last look. */
  look(): Promise<string[]>;
}

/** Mails looked at in one go, the oldest that are still on their way. */
const AT_ONCE = 400;
/** Rows may be committed in another order than they were made in: looked back so far each time … */
const OVERLAP_MS = 3_000;
/** … and now and then as far as the longest wait for an answer. */
const LONG_OVERLAP_MS = 60_000;
const LONG_LOOK_EVERY = 20;

/** Opens the postbox on a site's database; only mails queued after `since` (UTC milliseconds) are its own. */
export function openPostbox(db: Database, keyring: Keyring, since: number): Postbox {
  const { outbox } = db.tables;
  const late = new Tape();
  const onTheirWay = new Map<string, string>();
  const known = new Set<string>();
  let lookedUpTo = since;
  let accepted = 0;
  let looks = 0;

  async function findNew(): Promise<void> {
    looks += 1;
    const overlap = looks % LONG_LOOK_EVERY === 0 ? LONG_OVERLAP_MS : OVERLAP_MS;
    const from = firstIdOf(Math.max(since, lookedUpTo - overlap));
    const rows = await db.read
      .select({ id: outbox.id, rowId: outbox.rowId, createdAt: outbox.createdAt })
      .from(outbox)
      .where(and(gt(outbox.id, from), eq(outbox.template, "confirm-signature")))
      .orderBy(asc(outbox.id));
    for (const { id, rowId, createdAt } of rows) {
      lookedUpTo = Math.max(lookedUpTo, createdAt);
      if (known.has(id)) continue;
      known.add(id);
      onTheirWay.set(id, rowId);
    }
  }

  return {
    late,
    acceptedCount: () => accepted,
    async look() {
      await findNew();
      const ids = [...onTheirWay.keys()].slice(0, AT_ONCE);
      if (ids.length === 0) return [];
      const sent = await db.read
        .select({ id: outbox.id, createdAt: outbox.createdAt, settledAt: outbox.settledAt })
        .from(outbox)
        .where(and(inArray(outbox.id, ids), eq(outbox.state, "sent")));
      return sent.flatMap(({ id, createdAt, settledAt }) => {
        const rowId = onTheirWay.get(id);
        onTheirWay.delete(id);
        accepted += 1;
        late.noteDuration((settledAt ?? createdAt) - createdAt);
        return rowId === undefined ? [] : [keyring.token("confirm", rowId, 1)];
      });
    },
  };
}

/** The smallest identifier of version 7 that a row of this moment can have. */
function firstIdOf(at: number): string {
  const time = at.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-`;
}
