import { type ExampleCampaign, exampleReport } from "../domain/forwarding/example-report.server.ts";
import type { Site } from "../domain/site.ts";
import { londonDay } from "../domain/time/london.ts";
import { type MailContent, type RenderedMail, renderMail } from "../emails/layout.ts";
import { representativeReport } from "../emails/representative-report.ts";
import type { Settings } from "../env.server.ts";
import { reportProps } from "./render-delivery.ts";

/** A message as it would be, and what it is made of, for pages. */
export type ReportPreview = RenderedMail & Pick<MailContent, "to" | "blocks" | "foot">;

/**
 * The message that a member of parliament would get about a campaign, written as the real one is, with invented
 * numbers for real places and the words of an example over it. `home` is the code of its writer's constituency, or
 * blank. Undefined where no areas are loaded.
 */
export async function previewReport(
  { db, settings }: Pick<Site, "db"> & { settings: Settings },
  campaign: ExampleCampaign,
  now: number,
  home = "",
): Promise<ReportPreview | undefined> {
  const example = await exampleReport(db.read, campaign, home);
  if (!example) return undefined;
  const { areaName, item } = example;
  const report = {
    to: { isInvented: false },
    readers: [{ kind: "mp", fullTitle: "", areaName }],
    items: [item],
    ...{ isFirst: false, source: "", checkedOn: "", earlier: [] },
  } as const;
  const props = reportProps(
    settings,
    { ...report, readers: [...report.readers], items: [item] },
    londonDay(now),
  );
  const content = representativeReport({ ...props, site: { ...props.site, example: true } });
  const { to, blocks, foot } = content;
  return { ...renderMail(content), to, blocks, foot };
}
