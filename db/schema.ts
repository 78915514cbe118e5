import { dialects, type Engine } from "./dialect.ts";
import { accountTables } from "./tables/account.ts";
import { areaTables } from "./tables/area.ts";
import { campaignTables } from "./tables/campaign.ts";
import { correctionTables } from "./tables/correction.ts";
import { figureTables } from "./tables/figure.ts";
import { forwardingTables } from "./tables/forwarding.ts";
import { frozenTables } from "./tables/frozen.ts";
import { groupTables } from "./tables/group.ts";
import { historyTables } from "./tables/history.ts";
import { letterTables } from "./tables/letter.ts";
import { mailTables } from "./tables/mail.ts";
import { moderationTables } from "./tables/moderation.ts";
import { newsTables } from "./tables/news.ts";
import { organisingTables } from "./tables/organising.ts";
import { paperTables } from "./tables/paper.ts";
import { representativeTables } from "./tables/representative.ts";
import { responseTables } from "./tables/response.ts";
import { searchTables } from "./tables/search.ts";
import { signatureTables } from "./tables/signature.ts";
import { siteTables } from "./tables/site.ts";
import { stagingTables } from "./tables/staging.ts";
import { storyTables } from "./tables/story.ts";
import { tallyTables } from "./tables/tally.ts";

/** Every table by the name that code uses for it; typed as PostgreSQL's on either engine. */
export type Tables = ReturnType<typeof tablesFor>;

/** All tables, built for one engine. Handles carry them: `const { signatures } = tx.tables`. */
export function tablesFor(engine: Engine) {
  const d = dialects[engine];
  const area = areaTables(d);
  const representative = representativeTables(d, area);
  const campaign = campaignTables(d);
  const account = accountTables(d);
  const signature = signatureTables(d, campaign, area);
  return {
    ...siteTables(d),
    ...account,
    ...area,
    ...figureTables(d, area),
    ...representative,
    ...correctionTables(d, area, representative),
    ...campaign,
    ...searchTables(d, campaign),
    ...signature,
    ...organisingTables(d, campaign, account),
    ...groupTables(d, account),
    ...historyTables(d, campaign),
    ...letterTables(d, campaign),
    ...newsTables(d, campaign),
    ...paperTables(d, campaign),
    ...moderationTables(d, campaign, signature),
    ...tallyTables(d, campaign, area),
    ...frozenTables(d, campaign, area),
    ...mailTables(d),
    ...forwardingTables(d, campaign, representative),
    ...responseTables(d, campaign, representative),
    ...stagingTables(d),
    ...storyTables(d, area),
  };
}
