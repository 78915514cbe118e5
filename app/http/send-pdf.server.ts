import { isIn, LISTED_STATES } from "../domain/campaign/campaign.ts";
import type { Campaign } from "../domain/campaign/queries.server.ts";
import { printedNames } from "../domain/open-letter/printed-names.server.ts";
import { CURRENT_NOTICES, noticeWords } from "../domain/privacy/notices.ts";
import type { RequestContext } from "./context.ts";
import { letterPdf } from "./pdf-letter.server.ts";
import { sheetPdf } from "./pdf-sheet.server.ts";
import { makePlaces } from "./picture-places.ts";
import { DEMONSTRATION, readPrinted } from "./read-printed.server.ts";

/** One is made at a time: it takes a second of the processor, in small parts. */
const places = makePlaces({ inAll: 1, ofOneClient: 1 });

/** Answers with a campaign and all its public names as a file to be handed over. @throws Response 404 before it was published */
export async function sendCampaignPdf(
  context: Pick<RequestContext, "db" | "clock" | "settings" | "client">,
  campaign: Campaign,
): Promise<Response> {
  if (!isIn(LISTED_STATES, campaign.state)) throw new Response(null, { status: 404 });
  const leave = await places.enter(context.client.address);
  try {
    const printed = await readPrinted(context, campaign);
    const names = campaign.showsNames ? printedNames(context.db.read, campaign.id) : noNames();
    const file = await letterPdf({ ...printed, names });
    return pdfResponse(file, `${campaign.slug}.pdf`);
  } finally {
    leave();
  }
}

/** Answers with a sheet on which people sign a campaign on paper. @throws Response 404 where it takes no names */
export async function sendSheetPdf(
  { settings, clock }: Pick<RequestContext, "settings" | "clock">,
  campaign: Campaign,
): Promise<Response> {
  const { kind, number, slug, title, bodyName, organiserName, asks, isDemonstration } = campaign;
  if (!isIn(LISTED_STATES, campaign.state)) throw new Response(null, { status: 404 });
  const file = await sheetPdf({
    ...{ title, organiserName, kind: kind === "petition" ? "petition" : "open letter" },
    to: `${kind === "petition" ? "Petition" : "Open letter"} to ${bodyName}`,
    asks: asks.map(({ text }) => text),
    consent: noticeWords(CURRENT_NOTICES.paper, organiserName),
    shortUrl: `${settings.appUrl}/p/${number}`,
    madeAt: clock.now(),
    notice: isDemonstration ? DEMONSTRATION : "",
  });
  return pdfResponse(file, `${slug}-sheet.pdf`);
}

/** A finished file, shown in the browser under its name. */
export function pdfResponse(file: Buffer, name: string): Response {
  return new Response(new Uint8Array(file), {
    headers: { "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${name}"` },
  });
}

async function* noNames(): AsyncGenerator<never[]> {}
