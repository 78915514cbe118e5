import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "#db/database.ts";

/** Somebody to whom a campaign is addressed by name or by office, as its head shows them. */
export interface LetterRecipient {
  publicId: string;
  /** Blank where an office is meant and nobody in person. */
  name: string;
  role: string;
  organisation: string;
  /** Gets a copy, and is not spoken to. */
  isCopy: boolean;
}

/** Whom a campaign is addressed to, in its own order: those that a moderator has seen. */
export async function listLetterRecipients(read: Reader, campaignId: string): Promise<LetterRecipient[]> {
  const { namedRecipients } = read.tables;
  const { publicId, name, role, organisation, isCopy } = namedRecipients;
  return read
    .select({ publicId, name, role, organisation, isCopy })
    .from(namedRecipients)
    .where(and(eq(namedRecipients.campaignId, campaignId), eq(namedRecipients.state, "accepted")))
    .orderBy(asc(namedRecipients.position), asc(namedRecipients.id))
    .limit(RECIPIENTS_SHOWN);
}

/** More than any letter's head holds. */
const RECIPIENTS_SHOWN = 50;
