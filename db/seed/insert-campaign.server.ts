import { v7 } from "uuid";
import { indexCampaign } from "#app/domain/campaign/index-campaign.server.ts";
import { insertNumbered } from "#app/domain/campaign/insert-numbered.server.ts";
import type { Tx } from "../database.ts";
import type { Tables } from "../schema.ts";
import type { CampaignKind, TextVariant } from "../tables/campaign.ts";

/** A campaign's text in one variant. */
export interface CampaignText {
  title: string;
  /** Two or three short paragraphs, a blank line between them. */
  why: string;
  /** More background in Markdown; may be blank. */
  more: string;
  /** How an open letter is set. */
  place?: string;
  datedOn?: string;
  salutation?: string;
  close?: string;
}

/** Everything of a campaign that somebody writes. */
export interface CampaignDraft
  extends Omit<Tables["campaigns"]["$inferInsert"], "id" | "number" | "kind" | "language"> {
  /** A petition unless it says otherwise. */
  kind?: CampaignKind;
  texts: Partial<Record<TextVariant, CampaignText>>;
  asks: readonly string[];
}

/** Writes a campaign with its texts and asks, all of them open, under the next public number. */
export async function insertCampaign(
  tx: Tx,
  { texts, asks, kind = "petition", ...draft }: CampaignDraft,
): Promise<Tables["campaigns"]["$inferSelect"]> {
  const { campaignTexts, asks: asksTable } = tx.tables;
  const id = v7({ msecs: draft.createdAt });
  const campaign = await insertNumbered(tx, { ...draft, id, kind, language: "en" });
  for (const variant of ["en", "easy", "cy"] as const) {
    const text = texts[variant];
    if (text) await tx.insert(campaignTexts).values({ campaignId: id, variant, ...text });
  }
  for (const [index, text] of asks.entries())
    await tx
      .insert(asksTable)
      .values({ campaignId: id, position: index + 1, text, outcome: "open", outcomeOn: "" });
  await indexCampaign(tx, id);
  return campaign;
}
