import type { LoaderFunctionArgs } from "@remix-run/node";
import { GONE_STATES, isIn, VISIBLE_STATES } from "#app/domain/campaign/campaign.ts";
import { findPictureBytes, findPictureFile } from "#app/domain/campaign/find-picture.server.ts";

/** Whatever is in the file, a browser that opens it by itself runs, loads and frames nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { publicId = "" } = params;
  const file = await findPictureFile(context.db.read, publicId);
  if (!file) throw new Response(null, { status: 404 });
  if (isIn(GONE_STATES, file.campaignState)) throw new Response(null, { status: 410 });
  const isPublic = file.isPresent && isIn(VISIBLE_STATES, file.campaignState);
  const isSmall = new URL(request.url).searchParams.get("size") === "small";
  const tag = `"${publicId}${isSmall ? "-small" : ""}"`;
  const headers = new Headers({
    "Cache-Control": isPublic ? "public, max-age=300" : "private, no-store",
    "Content-Security-Policy": POLICY,
    ...(isPublic ? { ETag: tag } : {}),
  });
  if (isPublic && request.headers.get("If-None-Match")?.includes(tag))
    return new Response(null, { status: 304, headers });
  const bytes = await findPictureBytes(context.db.read, file.id, isSmall);
  if (!bytes) throw new Response(null, { status: 404 });
  headers.set("Content-Type", file.mediaType);
  return new Response(new Uint8Array(bytes), { headers });
}
