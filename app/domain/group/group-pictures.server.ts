import { desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { PICTURES_PER_GROUP } from "#app/policy-groups.ts";
import type { Reader } from "#db/database.ts";
import type { GroupState } from "#db/tables/group.ts";
import type { MadePicture, ShownPicture } from "../campaign/picture.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";

/** As long as that of a campaign's picture: nothing but its address keeps it apart before it is public. */
const PUBLIC_ID_LENGTH = 26;

/** Keeps a picture for a group: nobody sees it by that. */
export async function storeGroupPicture(
  site: Pick<Site, "db">,
  { groupId, picture, alt }: { groupId: string; picture: MadePicture; alt: string },
  now: number,
): Promise<{ pictureId: string; publicId: string }> {
  return site.db.transaction("store group picture", async (tx) => {
    const { groupPictures, groups, groupChanges } = tx.tables;
    const id = v7({ msecs: now });
    const publicId = newPublicId(PUBLIC_ID_LENGTH);
    const { bytes, smallBytes, ...measures } = picture;
    await tx.insert(groupPictures).values({
      ...{ id, publicId, groupId, alt, createdAt: now, ...measures },
      bytes: asBuffer(bytes),
      smallBytes: smallBytes && asBuffer(smallBytes),
    });
    const rows = await tx
      .select({ id: groupPictures.id })
      .from(groupPictures)
      .where(eq(groupPictures.groupId, groupId))
      .orderBy(desc(groupPictures.createdAt), desc(groupPictures.id));
    const tried = rows.slice(PICTURES_PER_GROUP).map((row) => row.id);
    const [shown] = await tx.select({ id: groups.pictureId }).from(groups).where(eq(groups.id, groupId));
    const waiting = await tx
      .select({ content: groupChanges.content })
      .from(groupChanges)
      .where(eq(groupChanges.groupId, groupId))
      .orderBy(desc(groupChanges.createdAt))
      .limit(1);
    const unused = tried.filter(
      (one) => one !== shown?.id && !waiting.some(({ content }) => content.includes(one)),
    );
    if (unused.length > 0) await tx.delete(groupPictures).where(inArray(groupPictures.id, unused));
    return { pictureId: id, publicId };
  });
}

/** A group's picture by its row, as pages show it; undefined for a blank and for one that is not there. */
export async function findGroupPicture(read: Reader, pictureId: string): Promise<ShownPicture | undefined> {
  if (pictureId === "") return undefined;
  const { groupPictures } = read.tables;
  const [row] = await read
    .select({
      publicId: groupPictures.publicId,
      alt: groupPictures.alt,
      width: groupPictures.width,
      height: groupPictures.height,
      hasSmall: sql`${isNotNull(groupPictures.smallBytes)}`.mapWith(Boolean),
    })
    .from(groupPictures)
    .where(eq(groupPictures.id, pictureId));
  return row;
}

/** The file of a public id without its bytes, and what decides who may see it; undefined for none. */
export async function findGroupPictureFile(
  read: Reader,
  publicId: string,
): Promise<{ id: string; mediaType: string; groupState: GroupState; isPresent: boolean } | undefined> {
  const { groupPictures, groups } = read.tables;
  const [row] = await read
    .select({
      id: groupPictures.id,
      mediaType: groupPictures.mediaType,
      groupState: groups.state,
      shownId: groups.pictureId,
    })
    .from(groupPictures)
    .innerJoin(groups, eq(groups.id, groupPictures.groupId))
    .where(eq(groupPictures.publicId, publicId));
  if (!row) return undefined;
  const { shownId, ...file } = row;
  return { ...file, isPresent: shownId === file.id };
}

/** A picture's bytes; those of its small version where it has one and `isSmall`. Undefined once it is gone. */
export async function findGroupPictureBytes(
  read: Reader,
  id: string,
  isSmall: boolean,
): Promise<Buffer | undefined> {
  const { groupPictures } = read.tables;
  const [row] = await read
    .select({ bytes: groupPictures.bytes, smallBytes: groupPictures.smallBytes })
    .from(groupPictures)
    .where(eq(groupPictures.id, id));
  return (isSmall ? row?.smallBytes : undefined) ?? row?.bytes;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
