import { eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import { findLinkedRow } from "../privacy/links.server.ts";
import { findLinkedDelivery, findSeatHolder, isLinkAlive } from "./delivery-link.server.ts";
import {
  isClosedForGood,
  listCampaignsOf,
  listPauses,
  type Pause,
  readCampaigns,
  type ToldCampaign,
} from "./pauses.server.ts";

/** What the page of a pause link shows. */
export interface PausePage {
  who: string;
  areaName: string;
  campaigns: (ToldCampaign & { isPaused: boolean })[];
  /** Nothing at all is sent: since when, whether for good, and whether by a complaint, which no link undoes. */
  all?: { since: number; isForGood: boolean; isClosed: boolean };
}

type Gone = { outcome: "ended" | "unknown" };

/** Whom a message went to, what it was about, and what they have asked us to stop. */
export async function findPausePage(
  read: Reader,
  token: string,
  now: number,
): Promise<{ outcome: "found"; page: PausePage } | Gone> {
  const found = await findLinkedDelivery(read, token, "pause", now);
  if (found.outcome !== "found") return found;
  const { delivery } = found;
  const holder = await findSeatHolder(read, delivery.termId);
  if (!holder) return { outcome: "unknown" };
  const holding = await listPauses(read, delivery);
  const rests = holding.filter(({ campaignId }) => campaignId === "");
  const isClosed = await isClosedForGood(read, delivery);
  const isForGood = isClosed || rests.some(({ reason }) => reason === "stopped");
  const campaigns = await listCampaignsOf(read, delivery.id);
  const [rest] = rests;
  return {
    outcome: "found",
    page: {
      ...{ who: holder.name, areaName: holder.areaName },
      campaigns: campaigns.map((one) => ({
        ...one,
        isPaused: holding.some(({ campaignId }) => campaignId === one.id),
      })),
      all: rest || isClosed ? { since: rest?.createdAt ?? now, isForGood, isClosed } : undefined,
    },
  };
}

/** A pause by the link that was mailed about it. */
export type LinkedPause =
  | {
      outcome: "found";
      pause: Pause;
      who: string;
      areaName: string;
      /** Missing for a rest from all campaigns, and where the one meant can no longer be read. */
      campaign?: ToldCampaign;
      /** There was a complaint: a link cannot undo it. */
      isClosed: boolean;
    }
  | Gone;

/** The pause that an undo link is about; it ends as the other links to its reader do. */
export async function findPauseByLink(read: Reader, token: string, now: number): Promise<LinkedPause> {
  const id = await findLinkedRow(read, token, ["unpause"]);
  if (id === undefined) return { outcome: "unknown" };
  const { pauses } = read.tables;
  const [pause] = await read.select().from(pauses).where(eq(pauses.id, id));
  const holder = pause && (await findSeatHolder(read, pause.termId));
  if (!pause || !holder) return { outcome: "unknown" };
  const { termId, createdAt } = pause;
  if (!(await isLinkAlive(read, { termId, madeAt: createdAt }, now))) return { outcome: "ended" };
  const [campaign] = await readCampaigns(read, pause.campaignId === "" ? [] : [pause.campaignId]);
  const { name: who, areaName } = holder;
  return { outcome: "found", pause, who, areaName, campaign, isClosed: await isClosedForGood(read, pause) };
}
