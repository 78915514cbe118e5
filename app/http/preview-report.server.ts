import type { ExampleCampaign } from "../domain/forwarding/example-report.server.ts";
import { previewReport as preview, type ReportPreview } from "../jobs/preview-report.server.ts";
import type { RequestContext } from "./context.ts";

/** Slugs of campaigns that have no page yet: made up, and changed before anybody reads them. */
const MADE_UP = /^draft-/;

/**
 * The message that a member of parliament would get about a campaign in any state, as an example: the one of
 * `postcode`, as `readPostcode` gives it, where its writer has given theirs.
 */
export function previewReport(
  context: Pick<RequestContext, "db" | "settings" | "clock" | "places">,
  campaign: ExampleCampaign,
  postcode = "",
): Promise<ReportPreview | undefined> {
  const slug = MADE_UP.test(campaign.slug) ? "your-petition" : campaign.slug;
  const home = postcode === "" ? "" : context.places.locate(postcode).cell.constituency;
  return preview(context, { ...campaign, slug }, context.clock.now(), home);
}
