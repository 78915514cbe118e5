import { STATEMENT_CONFIRM_DAYS } from "#app/policy-stories.ts";
import type { StatementTemplate } from "../domain/mail/mail-template.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { findStatement, type ReadStatement } from "../domain/story/statement-queries.server.ts";
import { findStoryById } from "../domain/story/story-queries.server.ts";
import {
  type StatementNews,
  statementBesideMail,
  statementConfirmMail,
  statementSettledMail,
} from "../emails/story-statement.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a mail about a reply to a story, from what its row says now. */
export async function renderStoryStatement(
  context: WorkerContext,
  template: StatementTemplate,
  statementId: string,
): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const statement = await findStatement(db.read, keyring, { id: statementId });
  if (!statement || statement.email === "") return { skip: "row_gone" };
  if (template === "statement-beside") return renderBeside(context, statement);
  const { state, kind, email: to } = statement;
  const token = (await linkTokens(db.read, keyring, statementId)).story_statement;
  if (token === undefined) return { skip: "row_gone" };
  const statementUrl = `${settings.appUrl}/statement/${token}`;
  const about = { site: siteOf(context, statement), about: aboutWords(statement), kind, statementUrl };
  if (template === "statement-confirm") {
    if (state !== "unconfirmed") return { skip: "no_longer_pending" };
    return { to, mail: statementConfirmMail({ ...about, expiresInDays: STATEMENT_CONFIRM_DAYS }) };
  }
  const news = newsOf(statement);
  if (news === undefined) return { skip: "no_longer_pending" };
  return { to, mail: statementSettledMail({ ...about, news }) };
}

/** To the author of the story, where both still stand. */
async function renderBeside(context: WorkerContext, statement: ReadStatement): Promise<Prepared> {
  const { db, keyring, settings } = context;
  const story = await findStoryById(db.read, keyring, statement.storyId);
  if (!story || story.email === "") return { skip: "row_gone" };
  if (story.state !== "published" || statement.state !== "published") return { skip: "no_longer_pending" };
  const storyUrl = `${settings.appUrl}/stories/${story.publicId}`;
  return { to: story.email, mail: statementBesideMail({ site: siteOf(context, statement), storyUrl }) };
}

function newsOf({ state, publishedAt }: ReadStatement): StatementNews | undefined {
  switch (state) {
    case "published":
    case "accepted":
      return state;
    case "declined":
      return publishedAt === null ? "declined" : "taken_down";
    case "unconfirmed":
    case "waiting":
    case "withdrawn":
      return undefined;
  }
}

function aboutWords({ about: { council, story } }: ReadStatement): string {
  return story === undefined
    ? `what families tell of ${council.name}`
    : `a story of a family in ${council.shortName}`;
}

function siteOf({ settings }: WorkerContext, { about }: ReadStatement) {
  const site = mailSite(settings);
  return { ...site, demonstration: site.demonstration || about.isInvented };
}
