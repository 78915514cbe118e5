import { LRUCache } from "lru-cache";
import { BUSY_PAGE_SECONDS } from "../policy-load.ts";
import { type KeptPage, keepPage } from "./kept-page.server.ts";

/** Finished pages of public addresses, given out without asking anything while nothing can have changed. */
export interface PageCache {
  /** The page of an address if it may go out right now; undefined where it must be made. */
  kept(key: string): KeptPage | undefined;
  /**
   * The page of an address, made once for all who ask meanwhile; an answer that may not be kept goes to the one who
   * asked. @throws what `make` throws, to all who wait for it
   */
  take(key: string, make: () => Promise<Response>): Promise<KeptPage | Response>;
  /** Something was written that pages may show a second later. */
  noteChange(): void;
  /** From now on no page that was made before goes out. */
  forget(): void;
}

interface Options {
  /** Headers of all responses. */
  everywhere: Readonly<Record<string, string>>;
  /** Differs once anything was written, by another program too; undefined where that cannot be known. */
  changeMark(): number | undefined;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
  /** So many wait that pages may be older than they are on other days. */
  isBusy?: () => boolean;
}

interface Kept {
  page: KeptPage;
  era: number;
  change: number;
  mark: number | undefined;
  /** How often it may still be made anew at once, as of `madeAt`. */
  spare: number;
  madeAt: number;
  /** When it was last known to be as it would be made now. */
  checkedAt: number;
}

/**
 * After a change a page is made anew at once, so often in a row; then once a second. Whoever signs on a quiet day
 * sees themselves counted; on the day of the news a page is made once for all who look within a second.
 */
const AT_ONCE = 100;
/** A count is at most this old. */
const FRESH_MS = 1_000;
/** From here on the next who asks makes it anew, while all others still get this one. */
const RENEW_MS = 700;
/** On a busy site both are longer: making a page costs those who sign their turn. */
const BUSY_TIMES = (BUSY_PAGE_SECONDS * 1_000) / FRESH_MS;
/** What nothing was written for is kept this long: pages also speak of days and of how long ago things were. */
const UNCHANGED_MS = 60_000;
const CACHE_BYTES = 64 * 1024 * 1024;

/** Makes an empty cache. */
export function makePageCache(options: Options): PageCache {
  const { everywhere, changeMark, now = () => performance.now(), isBusy = () => false } = options;
  const pages = new LRUCache<string, Kept>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ page }) => page.size + 2_000,
  });
  const making = new Map<string, { era: number; change: number; page: Promise<KeptPage | undefined> }>();
  let era = 0;
  let change = 0;

  /** What is left of a page's makings at once, one more for each second since. */
  function spareOf(found: Kept, at: number): number {
    return Math.min(AT_ONCE, found.spare + (at - found.madeAt) / FRESH_MS);
  }

  function kept(key: string): KeptPage | undefined {
    const found = pages.get(key);
    if (!found || found.era !== era) return undefined;
    const at = now();
    const times = isBusy() ? BUSY_TIMES : 1;
    if (times === 1 && found.change !== change && spareOf(found, at) >= 1) return undefined;
    if (at - found.checkedAt < RENEW_MS * times) return found.page;
    const isUnchanged = found.change === change && found.mark !== undefined && found.mark === changeMark();
    if (at - found.madeAt < UNCHANGED_MS && isUnchanged) {
      found.checkedAt = at;
      return found.page;
    }
    return at - found.checkedAt < FRESH_MS * times && making.has(key) ? found.page : undefined;
  }

  function hasSpare(key: string): boolean {
    const last = pages.peek(key);
    return last === undefined || spareOf(last, now()) >= 1;
  }

  async function begin(key: string, make: () => Promise<Response>): Promise<KeptPage | Response> {
    // Read before anything is: what is written while the page is made makes it old.
    const at = now();
    const last = pages.peek(key);
    const spare = last ? Math.max(0, spareOf(last, at) - 1) : AT_ONCE;
    const before = { era, change, mark: changeMark(), spare, madeAt: at, checkedAt: at };
    let answer: Response | undefined;
    const page = (async () => {
      answer = await make();
      const made = await keepPage(answer, everywhere);
      if (made) pages.set(key, { page: made, ...before });
      else pages.delete(key);
      return made;
    })();
    const own = { era: before.era, change: before.change, page };
    making.set(key, own);
    try {
      return (await page) ?? answer ?? (await make());
    } finally {
      if (making.get(key) === own) making.delete(key);
    }
  }

  return {
    kept,
    async take(key, make) {
      const found = kept(key);
      if (found) return found;
      const running = making.get(key);
      const isCurrent = running?.era === era && (running.change === change || !hasSpare(key));
      return isCurrent && running ? ((await running.page) ?? make()) : begin(key, make);
    },
    noteChange() {
      change += 1;
    },
    forget() {
      era += 1;
    },
  };
}
