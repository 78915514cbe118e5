import { NOW } from "#tests/factories.ts";
import { startFront, type TestFront } from "#tests/http/front.ts";
import type { TestSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

/** The site's pages at one moment behind the real server, so that its own rules are met too. */
export async function serveSite(site: TestSite, now: number = NOW): Promise<TestFront> {
  const { answer } = await openPages(site, { now });
  return startFront({ answer, trustProxy: true });
}
