import type { ReactElement } from "react";
import type { OrganisedUpdate } from "#app/domain/update/organised-updates.server.ts";
import { Chip } from "./chip.tsx";
import { londonDay } from "./format.ts";
import { UPDATE_CHIPS, UpdateProgress } from "./update-progress.tsx";

interface OrganiseUpdatesProps {
  /** `/organise/:number/updates` */
  base: string;
  updates: readonly OrganisedUpdate[];
}

/** A campaign's updates in every state, for those who run it. */
export function OrganiseUpdates({ base, updates }: OrganiseUpdatesProps): ReactElement {
  return (
    <ol className="updates plain-list">
      {updates.map((update) => (
        <li key={update.publicId}>
          <h3>
            <a href={`${base}/${update.publicId}`}>{update.title}</a>
          </h3>
          <p>
            <Chip {...UPDATE_CHIPS[update.state]} />{" "}
            <span className="detail">{londonDay(update.publishedAt ?? update.createdAt)}</span>
          </p>
          <UpdateProgress update={update} />
        </li>
      ))}
    </ol>
  );
}
