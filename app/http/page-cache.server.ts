import { LRUCache } from "lru-cache";
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
  /** From now on no page that was made before goes out. */
  forget(): void;
}

interface Options {
  /** Headers of all responses. */
  everywhere: Readonly<Record<string, string>>;
  /** Differs once anything was written, by whomever; undefined where that cannot be known. */
  changeMark(): number | undefined;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
}

interface Kept {
  page: KeptPage;
  era: number;
  mark: number | undefined;
  madeAt: number;
  /** When it was last known to be as it would be made now. */
  checkedAt: number;
}

/** A count is at most this old. */
const FRESH_MS = 1_000;
/** From here on the next who asks makes it anew, while all others still get this one. */
const RENEW_MS = 700;
/** What nothing was written for is kept this long: pages also speak of days and of how long ago things were. */
const UNCHANGED_MS = 60_000;
const CACHE_BYTES = 64 * 1024 * 1024;

/** Makes an empty cache. */
export function makePageCache({ everywhere, changeMark, now = () => performance.now() }: Options): PageCache {
  const pages = new LRUCache<string, Kept>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ page }) => page.size + 2_000,
  });
  const making = new Map<string, { era: number; page: Promise<KeptPage | undefined> }>();
  let era = 0;

  function kept(key: string): KeptPage | undefined {
    const found = pages.get(key);
    if (!found || found.era !== era) return undefined;
    const at = now();
    if (at - found.checkedAt < RENEW_MS) return found.page;
    if (at - found.madeAt < UNCHANGED_MS && found.mark !== undefined && found.mark === changeMark()) {
      found.checkedAt = at;
      return found.page;
    }
    return at - found.checkedAt < FRESH_MS && making.has(key) ? found.page : undefined;
  }

  async function begin(key: string, make: () => Promise<Response>): Promise<KeptPage | Response> {
    // Read before anything is: what is written while the page is made makes it old.
    const at = now();
    const before = { era, mark: changeMark(), madeAt: at, checkedAt: at };
    let answer: Response | undefined;
    const page = (async () => {
      answer = await make();
      const made = await keepPage(answer, everywhere);
      if (made) pages.set(key, { page: made, ...before });
      else pages.delete(key);
      return made;
    })();
    const own = { era, page };
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
      const running = making.get(key);
      if (running?.era === era) return (await running.page) ?? make();
      return kept(key) ?? begin(key, make);
    },
    forget() {
      era += 1;
    },
  };
}
