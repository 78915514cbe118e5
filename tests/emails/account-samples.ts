import { accountChangedMail } from "#app/emails/account-changed.ts";
import { draftLinkMail } from "#app/emails/draft-link.ts";
import type { MailSite, RenderedMail } from "#app/emails/layout.ts";
import { signInMail } from "#app/emails/sign-in.ts";

const BASE = "https://hearhear.example.org";

/** The mails to those who have an account, by their names. */
export function accountMails(site: MailSite): [string, RenderedMail][] {
  const signIn = { site, signInUrl: `${BASE}/sign-in/sign-in-token`, expiresInMinutes: 15 };
  const changed = { site, at: Date.UTC(2026, 10, 21, 14, 20), accountUrl: `${BASE}/account` };
  return [
    ["sign in", signInMail(signIn)],
    ["begin", signInMail({ ...signIn, begins: "letter" })],
    [
      "draft link",
      draftLinkMail({ site, kind: "letter", draftUrl: `${BASE}/start/draft-token`, keptDays: 30 }),
    ],
    [
      "passkey added",
      accountChangedMail({ ...changed, change: "add_passkey", detail: "Safari on iPhone or iPad" }),
    ],
    ["passkey removed", accountChangedMail({ ...changed, change: "remove_passkey", detail: "" })],
    ["passkeys reset", accountChangedMail({ ...changed, change: "reset_passkeys", detail: "" })],
    ["role given", accountChangedMail({ ...changed, change: "grant_role", detail: "moderator" })],
    ["role taken", accountChangedMail({ ...changed, change: "revoke_role", detail: "admin" })],
  ];
}

/** Mails in which nothing stands that anybody typed. */
export const NOTHING_TYPED: readonly string[] = [
  "sign in",
  "begin",
  "draft link",
  "go on with a story",
  "send a story",
  "links of stories",
  "a story is published",
  "a story needs a change",
  "a story is not published",
  "a story is taken down",
  "another wording for a story",
  "a request to an author",
  "confirm a reply",
  "a reply is published",
  "a reply is accepted",
  "a reply is declined",
  "a reply is taken_down",
  "a statement beside a story",
  "passkey added",
  "passkey removed",
  "passkeys reset",
  "role given",
  "role taken",
  "all paused",
  "paused in one click",
  "stopped",
];
