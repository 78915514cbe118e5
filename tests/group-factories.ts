import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import type { Site } from "#app/domain/site.ts";
import { DAY } from "#app/domain/time/durations.ts";
import type { Tables } from "#db/schema.ts";
import { type GroupDraft, insertGroup } from "#db/seed/insert-group.server.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { NOW } from "./factories.ts";

type Group = Tables["groups"]["$inferSelect"];

let made = 0;

/** A group that a moderator has let in; verified with `verifiedAt`. */
export function openGroup(site: Pick<Site, "db">, changes: Partial<GroupDraft> = {}): Promise<Group> {
  made += 1;
  const draft = {
    slug: `group-${made}`,
    name: `Group ${made}`,
    about: "We look after each other.",
    createdAt: NOW - 10 * DAY,
    ...changes,
  };
  return site.db.transaction("open group", (tx) => insertGroup(tx, draft));
}

/** The same, checked by a moderator. */
export function verifiedGroup(site: Pick<Site, "db">, changes: Partial<GroupDraft> = {}): Promise<Group> {
  return openGroup(site, {
    verifiedAt: NOW - 5 * DAY,
    verifiedWords: "registered charity number looked up",
    ...changes,
  });
}

/** Lets an account run a group; a new one with an address of its own where none is given. */
export function joinGroup(
  site: Site,
  group: Pick<Group, "id">,
  { accountId, role = "owner", email }: { accountId?: string; role?: OrganiserRole; email?: string } = {},
): Promise<string> {
  made += 1;
  const address = email ?? `member-${made}@example.org`;
  return site.db.transaction("join group", async (tx) => {
    const id = accountId ?? (await ensureAccount(tx, site, address, NOW));
    await tx
      .insert(tx.tables.groupMembers)
      .values({ groupId: group.id, accountId: id, role, addedAt: NOW + made });
    return id;
  });
}
