import { and, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { PUBLIC_GROUP_STATES } from "./group.ts";

/** The group under whose name a campaign is published, as the campaign's page names it. */
export interface Publisher {
  id: string;
  name: string;
  slug: string;
  isOpen: boolean;
  /** A moderator has checked that it is who it says. */
  isVerified: boolean;
}

/** The group that a campaign belongs to; undefined for none, and for one that the public does not see. */
export async function findPublisher(read: Reader, groupId: string): Promise<Publisher | undefined> {
  return (await listPublishers(read, [groupId])).get(groupId);
}

/** The same for a page of campaigns, by the ids of their groups. */
export async function listPublishers(
  read: Reader,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, Publisher>> {
  const { groups } = read.tables;
  const wanted = [...new Set(groupIds)].filter((id) => id !== "");
  if (wanted.length === 0) return new Map();
  const rows = await read
    .select({
      id: groups.id,
      name: groups.name,
      slug: groups.slug,
      state: groups.state,
      verifiedAt: groups.verifiedAt,
    })
    .from(groups)
    .where(and(inArray(groups.id, wanted), inArray(groups.state, [...PUBLIC_GROUP_STATES])));
  return new Map(
    rows.map(({ id, name, slug, state, verifiedAt }) => {
      const isOpen = state === "open";
      return [id, { id, name, slug, isOpen, isVerified: isOpen && verifiedAt !== null }];
    }),
  );
}

/**
 * The group that a campaign may ask about: "let it contact me itself". Only one that is open and verified: whoever
 * ticks such a box has to know whom they trust with their address.
 */
export async function findAskingGroup(read: Reader, groupId: string): Promise<Publisher | undefined> {
  const publisher = await findPublisher(read, groupId);
  return publisher?.isVerified ? publisher : undefined;
}
