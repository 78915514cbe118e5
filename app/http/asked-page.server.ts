import { findPublicPage, type PublicPage } from "../domain/moderation/find-public-page.server.ts";
import type { RequestContext } from "./context.ts";

/** The public page of ours that a query or a field names; undefined for none, and for whatever is not one. */
export async function findAskedPage(
  { db, settings }: Pick<RequestContext, "db" | "settings">,
  text: string | null | undefined,
): Promise<PublicPage | undefined> {
  return text ? findPublicPage(db.read, text, settings.appUrl) : undefined;
}
