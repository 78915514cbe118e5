import { asc, eq, sql } from "drizzle-orm";
import { PAGE_LENGTH } from "#app/policy.ts";
import type { Reader } from "#db/database.ts";
import { findArea } from "../area/queries.server.ts";
import type { ChangedPart } from "../campaign/compare-texts.ts";
import { compareWords } from "../campaign/compare-words.ts";
import type { ShownPicture } from "../campaign/picture.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import type { GroupContent } from "./group.ts";
import { type GroupChange, openChange, presentContent } from "./group-changes.server.ts";
import { findGroupPicture } from "./group-pictures.server.ts";
import type { GroupRow } from "./hold-group.server.ts";

/** A change of a group beside what stands now, for a moderator's eyes. */
export interface ReadGroupChange extends GroupChange {
  group: GroupRow;
  /** What would read otherwise; all of it for a group that waits to be let in. */
  parts: ChangedPart[];
  /** Both pictures, where they differ. */
  pictures?: { before?: ShownPicture; after?: ShownPicture };
}

/** A change of a group by its public id; undefined for none. */
export async function readGroupChange(
  read: Reader,
  keyring: Keyring,
  publicId: string,
): Promise<ReadGroupChange | undefined> {
  const { groupChanges, groups } = read.tables;
  const [row] = await read
    .select({ change: groupChanges, group: groups })
    .from(groupChanges)
    .innerJoin(groups, eq(groups.id, groupChanges.groupId))
    .where(eq(groupChanges.publicId, publicId));
  if (!row) return undefined;
  const { group } = row;
  const change = openChange(keyring, row.change);
  const before = group.openedAt === null ? undefined : presentContent(group);
  const [old, now] = await Promise.all([partsOf(read, before), partsOf(read, change.content)]);
  const parts = [...now].flatMap(([name, is]) => {
    const was = old.get(name) ?? "";
    return was === is ? [] : [{ name, runs: compareWords(was, is) }];
  });
  const isOther = (before?.pictureId ?? "") !== change.content.pictureId;
  const pictures = {
    before: await findGroupPicture(read, before?.pictureId ?? ""),
    after: await findGroupPicture(read, change.content.pictureId),
  };
  return { ...change, group, parts, pictures: isOther ? pictures : undefined };
}

/** A page of the changes that wait, the oldest first, and how many there are. */
export async function listWaitingGroupChanges(
  read: Reader,
  page: number,
): Promise<{ proposals: { publicId: string; title: string; createdAt: number }[]; count: number }> {
  const { groupChanges, groups } = read.tables;
  const isWaiting = eq(groupChanges.state, "waiting");
  const [counted] = await read
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(groupChanges)
    .where(isWaiting);
  const rows = await read
    .select({
      publicId: groupChanges.publicId,
      createdAt: groupChanges.createdAt,
      name: groups.name,
      openedAt: groups.openedAt,
    })
    .from(groupChanges)
    .innerJoin(groups, eq(groups.id, groupChanges.groupId))
    .where(isWaiting)
    .orderBy(asc(groupChanges.createdAt), asc(groupChanges.id))
    .limit(PAGE_LENGTH)
    .offset((page - 1) * PAGE_LENGTH);
  return {
    proposals: rows.map(({ publicId, createdAt, name, openedAt }) => ({
      ...{ publicId, createdAt },
      title: openedAt === null ? `${name} (new)` : name,
    })),
    count: counted?.count ?? 0,
  };
}

async function partsOf(read: Reader, content: GroupContent | undefined): Promise<Map<string, string>> {
  if (!content) return new Map();
  const { name, about, gssCode, declaredCount, declaredOf, declaredOn } = content;
  const area = gssCode === "" ? undefined : await findArea(read, gssCode);
  return new Map([
    ["Name", name],
    ["About", about],
    ["Where it works", area?.name ?? "everywhere"],
    ["Says it speaks for", declaredCount === 0 ? "" : `${declaredCount} ${declaredOf} (${declaredOn})`],
  ]);
}
