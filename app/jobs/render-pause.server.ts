import { and, eq } from "drizzle-orm";
import { REPRESENTATIVE_LINK_DAYS } from "#app/policy-forwarding.ts";
import { readCampaigns } from "../domain/forwarding/pauses.server.ts";
import { recipientOf } from "../domain/forwarding/recipient.server.ts";
import { isRunning } from "../domain/forwarding/terms.server.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { londonDay } from "../domain/time/london.ts";
import { messagesPausedMail } from "../emails/messages-paused.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/**
 * Renders the mail that tells an address on record of a pause. It goes where all mail to representatives goes, so in
 * rehearsal nowhere; where nothing is sent at all, and where the seat has another address by now, neither is this.
 */
export async function renderPause(context: WorkerContext, rowId: string): Promise<Prepared> {
  const { db, keyring, settings, clock } = context;
  const { pauses, terms, representatives, areas } = db.tables;
  const [row] = await db.read
    .select({
      pause: pauses,
      termId: terms.id,
      address: terms.address,
      addressHash: terms.addressHash,
      publicId: representatives.publicId,
      isInvented: representatives.isInvented,
      fullTitle: representatives.fullTitle,
      areaName: areas.name,
    })
    .from(pauses)
    .innerJoin(terms, eq(terms.id, pauses.termId))
    .innerJoin(representatives, eq(representatives.id, terms.representativeId))
    .innerJoin(areas, eq(areas.gssCode, terms.gssCode))
    .where(and(eq(pauses.id, rowId), isRunning(db.read, londonDay(clock.now()))));
  const { unpause } = await linkTokens(db.read, keyring, rowId);
  if (!row || unpause === undefined) return { skip: "row_gone" };
  const { pause, fullTitle, areaName } = row;
  if (pause.endedAt !== null) return { skip: "undone" };
  if (settings.forwarding !== pause.mode) return { skip: "not_sending" };
  if (row.addressHash !== pause.addressHash || row.address === "") return { skip: "address_withdrawn" };
  const [campaign] = await readCampaigns(db.read, pause.campaignId === "" ? [] : [pause.campaignId]);
  if (pause.campaignId !== "" && !campaign) return { skip: "campaign_gone" };
  const mail = messagesPausedMail({
    site: mailSite(settings),
    who: `${fullTitle}, ${areaName}`,
    campaignTitle: campaign?.title,
    shortName: campaign?.shortName,
    way: pause.reason === "stopped" ? "for_good" : pause.reason === "one_click" ? "one_click" : "page",
    undoUrl: `${settings.appUrl}/unpause/${unpause}`,
    worksForDays: REPRESENTATIVE_LINK_DAYS,
  });
  return { to: recipientOf(keyring, row, pause.mode), mail };
}
