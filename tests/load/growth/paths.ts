import type { LoaderFunctionArgs } from "@remix-run/node";
import { eq, sql } from "drizzle-orm";
import type { Tables } from "#db/schema.ts";
import type { GrownSite } from "./site.ts";

/** Something that the site does, to be timed: what it needs is made ready first, and is not. */
export interface Path {
  name: string;
  /** Reads everything there is, or every place of the country, and may: in bounded memory. */
  readsAll?: boolean;
  /** At most so often; else as often as time allows. */
  rounds?: number;
  prepare(scene: Scene): Promise<() => Promise<unknown>>;
}

/** A grown site, its campaign, and those who look after it. */
export interface Scene {
  site: GrownSite;
  campaign: Tables["campaigns"]["$inferSelect"];
  organiser: { accountId: string; cookie: string };
  moderator: { accountId: string; cookie: string };
}

/** The same as the first to ask for it after a publication, when nothing that was made of the last one holds. */
export function afterPublication(path: Path): Path {
  return {
    ...path,
    ...{ name: `${path.name}, first after a publication`, readsAll: true, rounds: 5 },
    async prepare(scene) {
      const { publications } = scene.site.db.tables;
      await scene.site.db.transaction("publish as before", (tx) =>
        tx
          .update(publications)
          .set({ writtenCount: sql`${publications.writtenCount} + 1` })
          .where(eq(publications.campaignId, scene.campaign.id)),
      );
      return path.prepare(scene);
    },
  };
}

type Who = "organiser" | "moderator";

/** Reads what a page shows, as its route does: of the campaign, by its slug or its number. */
export function page(
  name: string,
  route: string,
  query = "",
  who?: Who,
  given?: Record<string, string>,
): Path {
  return {
    name,
    async prepare({ site, campaign, ...people }) {
      const { loader }: { loader(args: LoaderFunctionArgs): Promise<unknown> } = await import(
        `#app/routes/${route}`
      );
      const headers = who ? { Cookie: people[who].cookie } : undefined;
      const params = given ?? { slug: campaign.slug, number: String(campaign.number) };
      const url = new URL(`/x${query}`, site.request.settings.appUrl);
      return async () => {
        const answer = await loader({
          ...{ request: new Request(url, { headers }), params, context: site.request },
        });
        return answer instanceof Response ? answer.arrayBuffer() : answer;
      };
    },
  };
}
