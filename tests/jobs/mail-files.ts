import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestSite } from "#tests/site.ts";
import type { Told } from "../domain/forwarding/delivery-row.ts";

const FOLDER = fileURLToPath(new URL("../fixtures/mail/", import.meta.url));

/** Where mail of the tests comes back to. */
export const REPLY_DOMAIN = "replies.hearhear.example";

/** The names of all messages that came in, as their shapes are known from real servers; everybody in them is invented. */
export function mailFiles(): string[] {
  return readdirSync(FOLDER).map((name) => name.replace(/\.eml$/, ""));
}

/** One of them as it comes for a delivery, with the line ends that mail has on its way. */
export function mailFile(
  name: string,
  site: TestSite,
  told: Pick<Told, "id" | "replyToken">,
  recipient: string,
): Uint8Array {
  const answerToken = site.keyring.token("answer", told.id, 1);
  const pauseToken = site.keyring.token("pause", told.id, 1);
  const values: Record<string, string> = {
    to: `d-${told.replyToken}@${REPLY_DOMAIN}`,
    recipient,
    messageId: `<delivery-${told.id}@${REPLY_DOMAIN}>`,
    answerToken,
    brokenPauseToken: `${pauseToken.slice(0, 9)}=\n> ${pauseToken.slice(9)}`,
  };
  const text = readFileSync(`${FOLDER}${name}.eml`, "utf8");
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_whole, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`${name} asks for ${key}`);
    return value;
  });
  return Buffer.from(filled.replace(/\r?\n/g, "\r\n"));
}
