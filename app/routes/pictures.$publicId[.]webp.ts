import type { LoaderFunctionArgs } from "@remix-run/node";
import { hasRole } from "#app/domain/account/account.ts";
import { GONE_STATES, isIn, VISIBLE_STATES } from "#app/domain/campaign/campaign.ts";
import { findPictureBytes, findPictureFile } from "#app/domain/campaign/find-picture.server.ts";
import { isGroupIn, PUBLIC_GROUP_STATES } from "#app/domain/group/group.ts";
import { findGroupPictureBytes, findGroupPictureFile } from "#app/domain/group/group-pictures.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { findVisitor, needsPasskey } from "#app/http/require-role.server.ts";

/** Whatever is in the file, a browser that opens it by itself runs, loads and frames nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { publicId = "" } = params;
  const file = await findFile(context, publicId);
  if (!file) throw new Response(null, { status: 404 });
  if (file.isGone && !(await isForModerators(context, request))) throw new Response(null, { status: 410 });
  const { isPublic } = file;
  const isSmall = new URL(request.url).searchParams.get("size") === "small";
  const tag = `"${publicId}${isSmall ? "-small" : ""}"`;
  const headers = new Headers({
    "Cache-Control": isPublic ? "public, max-age=300" : "private, no-store",
    "Content-Security-Policy": POLICY,
    ...(isPublic ? { ETag: tag } : {}),
  });
  if (isPublic && request.headers.get("If-None-Match")?.includes(tag))
    return new Response(null, { status: 304, headers });
  const bytes = await file.read(isSmall);
  if (!bytes) throw new Response(null, { status: 404 });
  headers.set("Content-Type", file.mediaType);
  return new Response(new Uint8Array(bytes), { headers });
}

interface FoundFile {
  mediaType: string;
  isGone: boolean;
  isPublic: boolean;
  read(isSmall: boolean): Promise<Buffer | undefined>;
}

/** A picture of a campaign or of a group. */
async function findFile({ db }: RequestContext, publicId: string): Promise<FoundFile | undefined> {
  const ofCampaign = await findPictureFile(db.read, publicId);
  if (ofCampaign) {
    const { id, mediaType, isPresent, campaignState } = ofCampaign;
    return {
      mediaType,
      isGone: isIn(GONE_STATES, campaignState),
      isPublic: isPresent && isIn(VISIBLE_STATES, campaignState),
      read: (isSmall) => findPictureBytes(db.read, id, isSmall),
    };
  }
  const ofGroup = await findGroupPictureFile(db.read, publicId);
  if (!ofGroup) return undefined;
  const { id, mediaType, isPresent, groupState } = ofGroup;
  return {
    mediaType,
    isGone: groupState === "hidden",
    isPublic: isPresent && isGroupIn(PUBLIC_GROUP_STATES, groupState),
    read: (isSmall) => findGroupPictureBytes(db.read, id, isSmall),
  };
}

/** Whether somebody asks who has to see what was taken down, to decide about it. */
async function isForModerators(context: RequestContext, request: Request): Promise<boolean> {
  const visitor = await findVisitor(context, request);
  return visitor !== undefined && hasRole(visitor, "moderator") && !needsPasskey(context.settings, visitor);
}
