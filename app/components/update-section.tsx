import type { ReactElement } from "react";
import type { PublicUpdate } from "#app/domain/update/queries.server.ts";
import { figure } from "./format.ts";
import { UpdateList } from "./update-list.tsx";

interface UpdateSectionProps {
  news: { updates: readonly PublicUpdate[]; count: number };
  /** The campaign's own address. */
  base: string;
}

/** The newest news of a campaign on its own page; nothing where there is none. */
export function UpdateSection({ news, base }: UpdateSectionProps): ReactElement | null {
  const { updates, count } = news;
  if (count === 0) return null;
  return (
    <section aria-labelledby="news">
      <h2 id="news">News</h2>
      <UpdateList base={base} updates={updates} level={3} />
      {count > updates.length ? (
        <p>
          <a href={`${base}/updates`}>All {figure(count)} updates</a>
        </p>
      ) : null}
    </section>
  );
}
