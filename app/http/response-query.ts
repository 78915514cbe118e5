import { publicCampaignPath } from "../domain/campaign/campaign-path.ts";
import type { AnsweredCampaign } from "../domain/response/answered.server.ts";
import type { Answerer } from "../domain/response/answering.server.ts";

/** Which campaign is answered and as whom, as addresses and forms of an answer say it; none matches what is missing. */
export function readAnswerer(fields: URLSearchParams): Answerer {
  const number = Number(fields.get("campaign"));
  return { number: Number.isSafeInteger(number) ? number : 0, publicId: fields.get("as") ?? "" };
}

/** As much of a campaign as the pages for answering it show: no row's own id. */
export interface AnsweredView {
  number: number;
  path: string;
  title: string;
  publicId: string;
  name: string;
  areaName: string;
  asks: { position: number; text: string }[];
  quiet?: { name: string; pollOn: string };
  isAnswered: boolean;
  /** Written to a message of a rehearsal, of which nothing is published of real people. */
  isOnlyTried: boolean;
  /** The form as it is opened: with what is public now. */
  values: Record<string, string>;
}

/** Makes that of what was read. */
export function answeredView(campaign: AnsweredCampaign, mode: "rehearsal" | "live"): AnsweredView {
  const { number, kind, slug, title, publicId, name, areaName, asks, quiet, published } = campaign;
  const [first] = published;
  return {
    ...{ number, title, publicId, name, areaName, asks, quiet },
    path: publicCampaignPath({ kind, slug }),
    isAnswered: published.length > 0,
    isOnlyTried: !campaign.isInvented && (mode !== "live" || campaign.isDemonstration),
    values: {
      ...(first ? { writerName: first.writerName, writerRole: first.writerRole } : {}),
      ...Object.fromEntries(
        published.flatMap(({ position, stance, words }) => [
          [`stance${position}`, stance],
          [`words${position}`, words],
        ]),
      ),
    },
  };
}
