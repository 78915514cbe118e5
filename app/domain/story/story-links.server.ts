import type { Reader, Tx } from "#db/database.ts";
import type { Keyring } from "../privacy/keyring.server.ts";
import { dropLinks, findLinkedRow, linkTokens, makeLinks } from "../privacy/links.server.ts";
import { canonicalAddress } from "../signature/identity.ts";

/**
 * How somebody came to a story: `draft` is the address of the page on which it was begun, `mail` the link that was
 * mailed to the address that stands in it, `manage` the link for life that is made once it was sent.
 */
export type StoryWay = "draft" | "mail" | "manage";

/** The story of a link and by which way; undefined for a link that is nobody's. */
export async function findStoryLink(
  read: Reader,
  token: string,
): Promise<{ storyId: string; way: StoryWay } | undefined> {
  const manage = await findLinkedRow(read, token, ["story"]);
  if (manage !== undefined) return { storyId: manage, way: "manage" };
  const mailed = await findLinkedRow(read, token, ["story_mail"]);
  if (mailed !== undefined) return { storyId: mailed.slice(0, mailed.indexOf(".")), way: "mail" };
  const draft = await findLinkedRow(read, token, ["story_draft"]);
  return draft === undefined ? undefined : { storyId: draft, way: "draft" };
}

/**
 * Makes the link that is mailed to an address and proves it; the one of the address before, where that was another,
 * opens nothing any more.
 */
export async function makeMailLink(
  tx: Tx,
  keyring: Keyring,
  { storyId, email, before }: { storyId: string; email: string; before: string },
): Promise<void> {
  if (before !== "") await dropLinks(tx, [mailRow(keyring, storyId, before)], "story_mail");
  await makeLinks(tx, keyring, mailRow(keyring, storyId, email), ["story_mail"]);
}

/** The token that mails to the author carry: that for life, before there is one the one that proves the address. */
export async function storyToken(
  read: Reader,
  keyring: Keyring,
  { storyId, email }: { storyId: string; email: string },
): Promise<string | undefined> {
  const { story } = await linkTokens(read, keyring, storyId);
  if (story !== undefined) return story;
  return (await linkTokens(read, keyring, mailRow(keyring, storyId, email))).story_mail;
}

/** Ends every link of a story; `email` is the address that stands in it, or blank. */
export async function dropStoryLinks(
  tx: Tx,
  keyring: Keyring,
  { storyId, email }: { storyId: string; email: string },
): Promise<void> {
  await dropLinks(tx, [storyId, ...(email === "" ? [] : [mailRow(keyring, storyId, email)])]);
}

/** Says nothing of the address, and stands for this address of this story alone. */
function mailRow(keyring: Keyring, storyId: string, email: string): string {
  return `${storyId}.${keyring.hash("story address", `${storyId} ${canonicalAddress(email)}`).slice(0, 16)}`;
}
