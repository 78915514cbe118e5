import { and, desc, eq, inArray, notInArray } from "drizzle-orm";
import { v7 } from "uuid";
import { PICTURES_PER_CAMPAIGN } from "#app/policy.ts";
import type { Tx } from "#db/database.ts";
import { newPublicId } from "../privacy/public-id.ts";
import type { Site } from "../site.ts";
import type { MadePicture } from "./picture.ts";
import { isUnused } from "./picture-uses.server.ts";

/** 130 bits: pictures of drafts are kept apart by nothing but their address. */
const PUBLIC_ID_LENGTH = 26;

/** A picture for a campaign, and what it shows. */
export interface PictureToStore {
  campaignId: string;
  picture: MadePicture;
  alt: string;
}

/**
 * Keeps a picture for a campaign. Nobody sees it by that: `showPicture` shows it, a proposed change asks for it.
 * Those that were tried before and are not in use go, the oldest first, so that a campaign never has many.
 */
export async function storePicture(
  site: Pick<Site, "db">,
  { campaignId, picture, alt }: PictureToStore,
  now: number,
): Promise<{ pictureId: string; publicId: string }> {
  return site.db.transaction("store picture", async (tx) => {
    const id = v7({ msecs: now });
    const publicId = newPublicId(PUBLIC_ID_LENGTH);
    const { bytes, smallBytes, ...measures } = picture;
    await tx.insert(tx.tables.pictures).values({
      ...{ id, publicId, campaignId, alt, createdAt: now, ...measures },
      bytes: asBuffer(bytes),
      smallBytes: smallBytes && asBuffer(smallBytes),
    });
    await dropTried(tx, campaignId);
    return { pictureId: id, publicId };
  });
}

async function dropTried(tx: Tx, campaignId: string): Promise<void> {
  const { pictures } = tx.tables;
  const isOfCampaign = eq(pictures.campaignId, campaignId);
  const newest = await tx
    .select({ id: pictures.id })
    .from(pictures)
    .where(isOfCampaign)
    .orderBy(desc(pictures.createdAt), desc(pictures.id))
    .limit(PICTURES_PER_CAMPAIGN);
  const kept = newest.map(({ id }) => id);
  const tried = tx
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(isOfCampaign, notInArray(pictures.id, kept)));
  await tx.delete(pictures).where(and(inArray(pictures.id, tried), isUnused(tx)));
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
