import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { CampaignState } from "#db/tables/campaign.ts";
import type { ShownPicture } from "./picture.ts";

/** A picture by its row, as pages show it; undefined for a blank and for a picture that is not there. */
export async function findPicture(read: Reader, pictureId: string): Promise<ShownPicture | undefined> {
  return (await listPictures(read, [pictureId])).get(pictureId);
}

/** The same for a list of campaigns, by the ids of the pictures' rows. */
export async function listPictures(
  read: Reader,
  pictureIds: readonly string[],
): Promise<Map<string, ShownPicture>> {
  const { pictures } = read.tables;
  const wanted = pictureIds.filter((id) => id !== "");
  if (wanted.length === 0) return new Map();
  const rows = await read
    .select({
      id: pictures.id,
      publicId: pictures.publicId,
      alt: pictures.alt,
      width: pictures.width,
      height: pictures.height,
      hasSmall: sql`${isNotNull(pictures.smallBytes)}`.mapWith(Boolean),
    })
    .from(pictures)
    .where(inArray(pictures.id, wanted));
  return new Map(rows.map(({ id, ...picture }) => [id, picture]));
}

/** What decides who may see a picture's file. */
export interface PictureFile {
  id: string;
  mediaType: string;
  campaignState: CampaignState;
  /** Whether its campaign shows it now. */
  isPresent: boolean;
}

/** The file of a public id without its bytes; undefined for none. */
export async function findPictureFile(read: Reader, publicId: string): Promise<PictureFile | undefined> {
  const { pictures, campaigns } = read.tables;
  const [row] = await read
    .select({
      id: pictures.id,
      mediaType: pictures.mediaType,
      campaignState: campaigns.state,
      shownId: campaigns.pictureId,
    })
    .from(pictures)
    .innerJoin(campaigns, eq(campaigns.id, pictures.campaignId))
    .where(eq(pictures.publicId, publicId));
  if (!row) return undefined;
  const { shownId, ...file } = row;
  return { ...file, isPresent: shownId === file.id };
}

/** A picture's bytes; those of its small version where it has one and `isSmall`. Undefined once it is gone. */
export async function findPictureBytes(
  read: Reader,
  id: string,
  isSmall: boolean,
): Promise<Buffer | undefined> {
  const { pictures } = read.tables;
  if (isSmall) {
    const [small] = await read
      .select({ bytes: pictures.smallBytes })
      .from(pictures)
      .where(and(eq(pictures.id, id), isNotNull(pictures.smallBytes)));
    if (small?.bytes) return small.bytes;
  }
  const [row] = await read.select({ bytes: pictures.bytes }).from(pictures).where(eq(pictures.id, id));
  return row?.bytes;
}
