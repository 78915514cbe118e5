import { previewRound as previewReports } from "../domain/forwarding/preview-round.server.ts";
import type { Site } from "../domain/site.ts";
import {
  bandWords,
  type MailContent,
  operatorSentence,
  type RenderedMail,
  renderMail,
} from "../emails/layout.ts";
import { representativeReport } from "../emails/representative-report.ts";
import type { Settings } from "../env.server.ts";
import { type ReportLinks, reportProps } from "./render-delivery.ts";

/** A message of the next round, set and in the parts that pages show. */
export type RoundMessage = RenderedMail &
  Pick<MailContent, "to" | "blocks" | "foot"> & { band?: string; operator: string };

/** The next round of a campaign as it would be sent. */
export interface Round {
  slotOn: string;
  /** How many addresses hear of it. */
  count: number;
  /** The first of them. */
  contents: MailContent[];
}

/** The links of a message are made when it is sent; nobody can follow these. */
const NO_LINKS: ReportLinks = { pause: "preview", answer: "preview" };

/**
 * Writes the messages of a campaign's next round as they would be sent; `limit` of them. `isCopy`: for a mail, in
 * which links to nowhere would be followed.
 */
export async function previewRound(
  { db, settings }: Pick<Site, "db"> & { settings: Settings },
  { campaignId, limit, isCopy = false }: { campaignId: string; limit: number; isCopy?: boolean },
  now: number,
): Promise<Round> {
  const { forwarding } = settings;
  const { slotOn, count, reports } = await previewReports({ db }, { campaignId, forwarding, limit }, now);
  const links = isCopy ? undefined : NO_LINKS;
  const contents = reports.map((report) =>
    representativeReport(reportProps(settings, report, slotOn, links)),
  );
  return { slotOn, count, contents };
}

/** Sets messages for a page. */
export function roundMessages({ contents }: Round): RoundMessage[] {
  return contents.map((content) => {
    const { site, to, blocks, foot } = content;
    const around = { band: bandWords(site), operator: operatorSentence(site) };
    return { ...renderMail(content), to, blocks, foot, ...around };
  });
}
