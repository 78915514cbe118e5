import { and, eq, gt, inArray } from "drizzle-orm";
import type { Reader } from "#db/database.ts";
import type { SignatureState } from "#db/tables/signature.ts";
import { campaignPath } from "../campaign/campaign-path.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { type LinkTokens, readLinkTokens } from "../privacy/links.server.ts";
import { openPerson } from "./person.server.ts";

/** What a mail about a signature that waits to be confirmed says of it, and what decides whether it goes. */
export interface MailedSignature {
  id: string;
  state: SignatureState;
  name: string;
  email: string;
  postcode: string;
  country: string;
  /** `path` is where it can be read on the site; blank where nobody may. */
  campaign: { title: string; path: string };
  /** Whether the address said "this was not me" of the campaign not long ago: no mail about it goes there. */
  isRefused: boolean;
  tokens: LinkTokens;
}

/**
 * Reads of many signatures at once what their mails say, and gives what finds one by its id, or undefined once it is
 * gone. Each is opened when it is asked for: one that cannot be opened fails alone.
 */
export async function readMailedSignatures(
  read: Reader,
  keyring: Keyring,
  ids: readonly string[],
  now: number,
): Promise<(id: string) => MailedSignature | undefined> {
  const rows = await selectMailed(read, ids, now);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const tokensOf = await readLinkTokens(read, keyring, ids);
  return (id) => {
    const row = byId.get(id);
    return row && openMailed(keyring, row, tokensOf(id));
  };
}

type MailedRow = Awaited<ReturnType<typeof selectMailed>>[number];

function selectMailed({ select, tables }: Reader, ids: readonly string[], now: number) {
  const { signatures, campaigns, campaignTexts, links, mailRefusals } = tables;
  const { id, state, name, email, postcode, country, campaignId, addressHash } = signatures;
  return select({
    ...{ id, state, name, email, postcode, country, campaignId },
    kind: campaigns.kind,
    slug: campaigns.slug,
    campaignState: campaigns.state,
    title: campaignTexts.title,
    support: { generation: links.generation, keyId: links.keyId },
    refusedUntil: mailRefusals.expiresAt,
  })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, campaignId))
    .innerJoin(
      campaignTexts,
      and(eq(campaignTexts.campaignId, campaigns.id), eq(campaignTexts.variant, "en")),
    )
    .leftJoin(links, and(eq(links.rowId, campaigns.id), eq(links.purpose, "support")))
    .leftJoin(
      mailRefusals,
      and(
        eq(mailRefusals.campaignId, campaignId),
        eq(mailRefusals.addressHash, addressHash),
        gt(mailRefusals.expiresAt, now),
      ),
    )
    .where(inArray(id, [...ids]));
}

function openMailed(keyring: Keyring, row: MailedRow, tokens: LinkTokens): MailedSignature {
  const { id, state, country, campaignId, kind, slug, campaignState, title, support } = row;
  const supportToken = support
    ? keyring.token("support", campaignId, support.generation, support.keyId)
    : undefined;
  const path = campaignPath({ kind, slug, state: campaignState }, supportToken);
  return {
    ...{ id, state, country, ...openPerson(keyring, row), campaign: { title, path } },
    isRefused: row.refusedUntil !== null,
    tokens,
  };
}
