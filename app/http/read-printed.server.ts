import { ENDED_STATES, isIn } from "../domain/campaign/campaign.ts";
import { publicCampaignPath } from "../domain/campaign/campaign-path.ts";
import { type Campaign, countSignatures } from "../domain/campaign/queries.server.ts";
import { countSentences, inWords } from "../domain/open-letter/count-sentences.ts";
import { listLetterRecipients } from "../domain/open-letter/letter-recipients.server.ts";
import { listOlderVersions } from "../domain/open-letter/list-older-versions.server.ts";
import { countPrintedNames, listCoSigners } from "../domain/open-letter/printed-names.server.ts";
import { findPaperCount } from "../domain/paper/paper-count.server.ts";
import { londonInstant } from "../domain/time/london.ts";
import type { RequestContext } from "./context.ts";

/** Stands on every file of the demonstration. */
export const DEMONSTRATION = "Demonstration: invented people, nothing was sent";
const KINDS = { petition: "Petition", letter: "Open letter" } as const;

/** What is printed of a campaign that has been published, save the names, which are read as they are set. */
export async function readPrinted(
  { db, clock, settings }: Pick<RequestContext, "db" | "clock" | "settings">,
  campaign: Campaign,
) {
  const { read } = db;
  const now = clock.now();
  const { id, kind, number, title, bodyName, organiserName, why, asks, letter, showsNames } = campaign;
  const [count, older, paper, recipients, coSigners, shownCount] = await Promise.all([
    countSignatures(read, id),
    listOlderVersions(read, campaign),
    findPaperCount(read, id),
    listLetterRecipients(read, id),
    listCoSigners(read, id),
    showsNames ? countPrintedNames(read, id) : 0,
  ]);
  const isClosed = isIn(ENDED_STATES, campaign.state);
  const day = letter.datedOn === "" ? "" : inWords(londonInstant(letter.datedOn, "12:00"));
  return {
    ...{ title, bodyName, organiserName, why, asks, letter, recipients, coSigners, shownCount },
    counted: countSentences({ count, older, paperCount: paper?.count ?? 0, isClosed, at: now }),
    otherCount: Math.max(0, count - shownCount),
    kind: KINDS[kind],
    url: settings.appUrl + publicCampaignPath(campaign),
    shortUrl: `${settings.appUrl}/p/${number}`,
    dateline: [letter.place, day].filter((part) => part !== "").join(", "),
    printedAt: now,
    notice: campaign.isDemonstration ? DEMONSTRATION : "",
  };
}
