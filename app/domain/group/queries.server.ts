import { and, asc, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import type { OrganiserRole } from "#db/tables/organising.ts";
import { LISTED_STATES } from "../campaign/campaign.ts";
import { readListed } from "../campaign/listed.server.ts";
import type { ListedCampaign } from "../campaign/queries.server.ts";
import type { GroupRow } from "./hold-group.server.ts";

/** Campaigns of one group that its page lists at most. */
const CAMPAIGNS_LISTED = 50;
/** Groups of one account at most. */
const MINE_LISTED = 50;

/** The group of a slug in any state; callers decide by its state what may be seen. */
export async function findGroup(read: Reader, slug: string): Promise<GroupRow | undefined> {
  const { groups } = read.tables;
  const [row] = await read.select().from(groups).where(eq(groups.slug, slug));
  return row;
}

/** The group of a row's id in any state. */
export async function findGroupById(read: Reader, id: string): Promise<GroupRow | undefined> {
  const { groups } = read.tables;
  const [row] = await read.select().from(groups).where(eq(groups.id, id));
  return row;
}

/** A page of groups, and how many there are on all pages. */
export interface GroupPage {
  groups: GroupRow[];
  count: number;
}

/** A page of the groups that are open, by name. */
export function listGroups(read: Reader, page: number): Promise<GroupPage> {
  return listPage(read, eq(read.tables.groups.state, "open"), page);
}

/** The same of all groups in whatever state, for moderators. */
export function listAllGroups(read: Reader, page: number): Promise<GroupPage> {
  return listPage(read, undefined, page);
}

async function listPage(read: Reader, condition: SQL | undefined, page: number): Promise<GroupPage> {
  const { groups } = read.tables;
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(groups)
    .where(condition);
  const rows = await read
    .select()
    .from(groups)
    .where(condition)
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return { groups: rows, count: counted?.count ?? 0 };
}

/** What a group has published, the newest first: what can be signed, and what has ended. */
export async function listGroupCampaigns(read: Reader, groupId: string): Promise<ListedCampaign[]> {
  const { campaigns } = read.tables;
  const rows = await read
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.groupId, groupId), inArray(campaigns.state, [...LISTED_STATES])))
    .orderBy(desc(campaigns.openedAt), desc(campaigns.number))
    .limit(CAMPAIGNS_LISTED);
  return readListed(
    read,
    rows.map(({ id }) => id),
  );
}

/** Everything under a group's name, in whatever state, as those who run it see it: the newest first. */
export async function listRunCampaigns(
  read: Reader,
  groupId: string,
): Promise<{ number: number; title: string; state: ListedCampaign["state"] }[]> {
  const { campaigns, campaignTexts } = read.tables;
  return read
    .select({ number: campaigns.number, title: campaignTexts.title, state: campaigns.state })
    .from(campaigns)
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .where(and(eq(campaigns.groupId, groupId), ne(campaigns.state, "draft")))
    .orderBy(desc(campaigns.number))
    .limit(CAMPAIGNS_LISTED);
}

/** A group that somebody runs. */
export interface OwnGroup {
  group: GroupRow;
  role: OrganiserRole;
}

/** The groups that an account runs, by name. */
export async function listOwnGroups(read: Reader, accountId: string): Promise<OwnGroup[]> {
  const { groups, groupMembers } = read.tables;
  return read
    .select({ group: groups, role: groupMembers.role })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.accountId, accountId))
    .orderBy(asc(groups.name), asc(groups.id))
    .limit(MINE_LISTED);
}

/** A group that something can be published under. */
export interface PublishingGroup {
  id: string;
  slug: string;
  name: string;
  isVerified: boolean;
}

/** Those of them that a campaign can be published under: a moderator has let them in. */
export async function listPublishingGroups(read: Reader, accountId: string): Promise<PublishingGroup[]> {
  const own = await listOwnGroups(read, accountId);
  return own
    .filter(({ group }) => group.state === "open")
    .map(({ group: { id, slug, name, verifiedAt } }) => ({
      id,
      slug,
      name,
      isVerified: verifiedAt !== null,
    }));
}
