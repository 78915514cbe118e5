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
  const stores = new WeakMap<Reader, LRUCache<string, { mark: string; value: Value }>>();
  return async (read, { campaignId, besides = "" }, make) => {
    const mark = await findMark(read, campaignId);
    if (mark === undefined) return make();
    const store = stores.get(read) ?? newStore<Value>(size);
    stores.set(read, store);
    const key = `${campaignId} ${besides}`;
    const kept = store.get(key);
    if (kept?.mark === mark) return kept.value;
    // Under the mark from before: what changes while it is made has another.
    const value = await make();
    if (value !== undefined) store.set(key, { mark, value });
    return value;
  };
}

function newStore<Value>(size: number): LRUCache<string, { mark: string; value: Value }> {
  return new LRUCache({
    maxSize: size,
    sizeCalculation: ({ value }) =>
      value instanceof Uint8Array ? value.byteLength + 1 : JSON.stringify(value).length,
  });
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
