import type { ReactElement } from "react";
import { groupPath } from "#app/domain/group/group.ts";
import { VerifiedMark } from "./verified-mark.tsx";

interface PublishedByProps {
  publisher?: { name: string; slug: string; isVerified: boolean };
}

/** The group under whose name a campaign is published; nothing where it has none. */
export function PublishedBy({ publisher }: PublishedByProps): ReactElement | null {
  if (publisher === undefined) return null;
  const { name, slug, isVerified } = publisher;
  return (
    <p className="published-by">
      Published by <a href={groupPath(slug)}>{name}</a> {isVerified ? <VerifiedMark /> : null}
    </p>
  );
}
