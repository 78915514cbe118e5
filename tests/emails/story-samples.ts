import type { MailSite, RenderedMail } from "#app/emails/layout.ts";
import { storyConfirmMail } from "#app/emails/story-confirm.ts";
import { storyDecidedMail } from "#app/emails/story-decided.ts";
import { storyLinkMail } from "#app/emails/story-link.ts";
import { storyLinksMail } from "#app/emails/story-links.ts";
import {
  statementBesideMail,
  statementConfirmMail,
  statementSettledMail,
} from "#app/emails/story-statement.ts";
import { BASE } from "./sample-site.ts";

/** Every mail to the author of a story, by its name. Nothing that was typed is in any of them. */
export function storyMails(site: MailSite): [string, RenderedMail][] {
  const storyUrl = `${BASE}/story/story-token`;
  const stories = [
    { begunOn: "16 June", state: "published", manageUrl: storyUrl },
    { begunOn: "2 November", state: "not sent yet", manageUrl: `${BASE}/story/other-token` },
  ];
  return [
    ["go on with a story", storyLinkMail({ site, storyUrl, keptDays: 30 })],
    ["send a story", storyConfirmMail({ site, storyUrl, targetDays: 5 })],
    ["a story is published", storyDecidedMail({ site, storyUrl, news: "published" })],
    ["a story needs a change", storyDecidedMail({ site, storyUrl, news: "changes" })],
    ["a story is not published", storyDecidedMail({ site, storyUrl, news: "rejected" })],
    ["a story is taken down", storyDecidedMail({ site, storyUrl, news: "taken_down" })],
    ["another wording for a story", storyDecidedMail({ site, storyUrl, news: "suggestion" })],
    ["a request to an author", storyDecidedMail({ site, storyUrl, news: "request" })],
    ...statementMails(site),
    ["links of stories", storyLinksMail({ site, stories })],
  ];
}

/** Every mail about a reply to a story. */
function statementMails(site: MailSite): [string, RenderedMail][] {
  const replied = {
    ...{ site, about: "a story of a family in Worcestershire", kind: "statement" as const },
    statementUrl: `${BASE}/statement/statement-token`,
  };
  const settled = (["published", "accepted", "declined", "taken_down"] as const).map(
    (news): [string, RenderedMail] => [`a reply is ${news}`, statementSettledMail({ ...replied, news })],
  );
  return [
    ["confirm a reply", statementConfirmMail({ ...replied, expiresInDays: 7 })],
    ...settled,
    ["a statement beside a story", statementBesideMail({ site, storyUrl: `${BASE}/stories/abc` })],
  ];
}
