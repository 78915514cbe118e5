import type { ReactElement } from "react";
import type { PublicUpdate } from "#app/domain/update/queries.server.ts";
import { plainBeginning } from "#app/domain/update/update-words.ts";
import { londonDay } from "./format.ts";

/** As much of an update as a list shows of it. */
const BEGINNING = 260;

interface UpdateListProps {
  /** The campaign's own address. */
  base: string;
  updates: readonly PublicUpdate[];
  /** Of the titles: 2 where nothing stands over them but the page's own. */
  level: 2 | 3;
}

/** News of a campaign, the newest first: each with its day and its beginning, and a page of its own. */
export function UpdateList({ base, updates, level }: UpdateListProps): ReactElement {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <ol className="updates plain-list">
      {updates.map(({ publicId, title, body, publishedAt }) => (
        <li key={publicId}>
          <Title>
            <a href={`${base}/updates/${publicId}`}>{title}</a>
          </Title>
          <p className="detail">{londonDay(publishedAt)}</p>
          <p>{plainBeginning(body, BEGINNING)}</p>
        </li>
      ))}
    </ol>
  );
}
