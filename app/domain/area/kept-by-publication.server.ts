import { eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Reader } from "#db/database.ts";

/** Of one kind of thing so many bytes are kept, or characters of it as JSON, where it does not ask for more. */
const KEPT_SIZE = 1_000_000;

/** What asks for something that is made of a campaign's published numbers. */
interface Asked {
  campaignId: string;
  /** What else it depends on, such as the day: another thing is made for each. */
  besides?: string;
}

/** Gives what was made already while it would be made the same now; else makes it. */
type Keep<Value> = (read: Reader, asked: Asked, make: () => Promise<Value>) => Promise<Value>;

/**
 * Keeps what is made of the published numbers of campaigns, of areas, of who speaks for them and of whom campaigns are
 * addressed to: thousands of rows, the same for every reader until the next publication. Only what depends on nothing
 * else, or says so in `besides`, may be kept. Each reading asks the database first whether any of these has changed,
 * whoever changed it. What is given is shared: nobody may change it. Of more than `size` what was asked for longest
 * ago goes first.
 */
export function keepByPublication<Value extends NonNullable<unknown>>(
  size = KEPT_SIZE,
): Keep<Value | undefined> {
  const stores = new WeakMap<Reader, Store<Value>>();
  return async (read, { campaignId, besides = "" }, make) => {
    const mark = await findMark(read, campaignId);
    if (mark === undefined) return make();
    const store = stores.get(read) ?? newStore<Value>(size);
    stores.set(read, store);
    const { kept, making } = store;
    const key = `${campaignId} ${besides}`;
    const known = kept.get(key);
    if (known?.mark === mark) return known.value;
    const running = making.get(key);
    if (running?.mark === mark) return running.value;
    // Under the mark from before: what changes while it is made has another.
    const own = { mark, value: make() };
    making.set(key, own);
    try {
      const value = await own.value;
      if (value !== undefined) kept.set(key, { mark, value });
      return value;
    } finally {
      if (making.get(key) === own) making.delete(key);
    }
  };
}

interface Store<Value> {
  kept: LRUCache<string, { mark: string; value: Value }>;
  /** What is being made for one who asks is for all who ask meanwhile. */
  making: Map<string, { mark: string; value: Promise<Value | undefined> }>;
}

function newStore<Value>(size: number): Store<Value> {
  const kept = new LRUCache<string, { mark: string; value: Value }>({
    maxSize: size,
    sizeCalculation: ({ value }) =>
      value instanceof Uint8Array ? value.byteLength + 1 : JSON.stringify(value).length,
  });
  return { kept, making: new Map() };
}

/** Differs once a publication, or something of the seats, has changed; undefined before the first publication. */
async function findMark(read: Reader, campaignId: string): Promise<string | undefined> {
  const { publications, changeCounts } = read.tables;
  const [row] = await read
    .select({ written: publications.writtenCount, seats: changeCounts.count })
    .from(publications)
    .leftJoin(changeCounts, eq(changeCounts.what, "seats"))
    .where(eq(publications.campaignId, campaignId));
  return row && `${row.written} ${row.seats ?? 0}`;
}
