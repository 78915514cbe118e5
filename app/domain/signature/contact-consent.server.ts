import { eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import { findAskingGroup } from "../group/publisher.server.ts";
import { CURRENT_NOTICES } from "../privacy/notices.ts";
import { NO_CONTACT } from "./signature.ts";

/** What a signature holds of letting a group write to its signatory by itself: which, in what words, since when. */
export interface ContactConsent {
  contactGroupId: string;
  contactVersion: number;
  contactAt: number | null;
}

/** What a form sent: the box, and the group that stood beside it. Forms on other people's pages may not name it. */
export interface ContactAnswer {
  contact: boolean;
  contactGroup: string;
}

/**
 * What somebody who signs has agreed to. Only the group that the campaign belongs to now may be let, if it is open
 * and verified; where the page named another, because the campaign has moved on meanwhile, nobody is.
 */
export async function contactGiven(
  read: Reader,
  campaignGroupId: string,
  { contact, contactGroup }: ContactAnswer,
  now: number,
): Promise<ContactConsent> {
  if (!contact) return NO_CONTACT;
  const group = await findAskingGroup(read, campaignGroupId);
  if (!group || (contactGroup !== "" && contactGroup !== group.slug)) return NO_CONTACT;
  return { contactGroupId: group.id, contactVersion: CURRENT_NOTICES.contact.version, contactAt: now };
}

/**
 * What stands after the same was typed twice, perhaps by two: what was agreed to before, where it was agreed to now
 * as well, for the very same group; else nothing.
 */
export function contactOfBoth(
  { signatures }: Pick<Tables, "signatures">,
  { contactGroupId }: ContactConsent,
): { contactGroupId: SQL; contactVersion: SQL; contactAt: SQL } {
  const { contactGroupId: before, contactVersion, contactAt } = signatures;
  return {
    contactGroupId: sql`case when ${before} = ${contactGroupId} then ${before} else '' end`,
    contactVersion: sql`case when ${before} = ${contactGroupId} then ${contactVersion} else 0 end`,
    contactAt: sql`case when ${before} = ${contactGroupId} then ${contactAt} else null end`,
  };
}

/**
 * What stands after a signatory has changed their mind or left it: the same words stay as they were given. A box that
 * is not ticked takes it back, whichever group it was for.
 */
export async function contactKept(
  read: Reader,
  before: ContactConsent & { campaignGroupId: string },
  answer: ContactAnswer,
  now: number,
): Promise<ContactConsent> {
  if (!answer.contact) return NO_CONTACT;
  const { contactGroupId, contactVersion, contactAt } = before;
  const kept = contactGroupId === "" ? undefined : await findContactGroup(read, contactGroupId);
  if (kept && (answer.contactGroup === "" || answer.contactGroup === kept.slug))
    return { contactGroupId, contactVersion, contactAt };
  return contactGiven(read, before.campaignGroupId, answer, now);
}

/**
 * The group that a signatory's own page asks about: the one they have let, whatever has become of it, so that they
 * can take it back; else the one that the campaign may ask for.
 */
export async function findContactGroup(
  read: Reader,
  contactGroupId: string,
  campaignGroupId = "",
): Promise<{ slug: string; name: string } | undefined> {
  if (contactGroupId === "") return findAskingGroup(read, campaignGroupId);
  const { groups } = read.tables;
  const [row] = await read
    .select({ slug: groups.slug, name: groups.name })
    .from(groups)
    .where(eq(groups.id, contactGroupId));
  return row;
}
