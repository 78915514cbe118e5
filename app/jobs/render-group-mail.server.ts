import { INVITATION_DAYS } from "#app/policy.ts";
import { GROUP_MESSAGE_CONFIRM_DAYS } from "#app/policy-groups.ts";
import { groupPath } from "../domain/group/group.ts";
import { openChange } from "../domain/group/group-changes.server.ts";
import { findGroupMessage } from "../domain/group/group-messages.server.ts";
import { findOpenMemberInvitation } from "../domain/group/member-invitations.server.ts";
import { findGroupNotice, type GroupNotice } from "../domain/group/notice-members.server.ts";
import { findSettledChange } from "../domain/group/settled-change.server.ts";
import type { GroupTemplate } from "../domain/mail/mail-template.ts";
import { reasonWords } from "../domain/moderation/reasons.ts";
import { linkTokens } from "../domain/privacy/links.server.ts";
import { groupInvitationMail } from "../emails/group-invitation.ts";
import { confirmGroupMessageMail, groupMessageMail } from "../emails/group-message.ts";
import { type GroupNews, groupNoticeMail } from "../emails/group-notice.ts";
import type { MailSite } from "../emails/layout.ts";
import { mailSite } from "./outgoing.ts";
import type { Prepared } from "./render-signature-mail.server.ts";
import type { WorkerContext } from "./worker-context.ts";

/** Renders a mail of or about a group; what has been taken back or is over meanwhile is not sent. */
export async function renderGroupMail(
  context: WorkerContext,
  template: GroupTemplate,
  rowId: string,
): Promise<Prepared> {
  switch (template) {
    case "group-invitation":
      return renderInvitation(context, rowId);
    case "confirm-group-message":
      return renderConfirm(context, rowId);
    case "group-notice":
      return renderNotice(context, rowId);
  }
}

async function renderInvitation(context: WorkerContext, rowId: string): Promise<Prepared> {
  const { db, keyring, settings, clock } = context;
  const invitation = await findOpenMemberInvitation(db.read, keyring, rowId, clock.now());
  const { group_invitation: token } = await linkTokens(db.read, keyring, rowId);
  if (!invitation || token === undefined) return { skip: "row_gone" };
  const mail = groupInvitationMail({
    site: siteOf(context, invitation),
    groupName: invitation.name,
    role: invitation.role,
    invitationUrl: `${settings.appUrl}/group-invitation/${token}`,
    expiresInDays: INVITATION_DAYS,
  });
  return { to: invitation.address, mail };
}

async function renderConfirm(context: WorkerContext, rowId: string): Promise<Prepared> {
  const { db, keyring, settings, clock } = context;
  const message = await findGroupMessage(db.read, keyring, rowId, clock.now());
  const { group_message: token } = await linkTokens(db.read, keyring, rowId);
  if (!message || token === undefined) return { skip: "row_gone" };
  if (message.state !== "unconfirmed") return { skip: "no_longer_pending" };
  const mail = confirmGroupMessageMail({
    site: siteOf(context, message.group),
    groupName: message.group.name,
    sendUrl: `${settings.appUrl}/group-message/${token}`,
    expiresInDays: GROUP_MESSAGE_CONFIRM_DAYS,
  });
  return { to: message.email, mail };
}

async function renderNotice(context: WorkerContext, rowId: string): Promise<Prepared> {
  const { db, keyring, settings, clock } = context;
  const notice = await findGroupNotice(db.read, keyring, rowId);
  if (!notice) return { skip: "row_gone" };
  const { group, address, kind, subjectId } = notice;
  const site = siteOf(context, group);
  if (kind === "message") {
    const message = await findGroupMessage(db.read, keyring, subjectId, clock.now());
    if (!message) return { skip: "row_gone" };
    const mail = groupMessageMail({
      site,
      groupName: group.name,
      name: message.name,
      address: message.email,
      message: message.message,
      reportUrl: `${settings.appUrl}/report?page=${groupPath(group.slug)}`,
    });
    return { to: address, mail, replyTo: message.email };
  }
  const found = await findNews(context, notice);
  if (!found) return { skip: "row_gone" };
  const organiseUrl = `${settings.appUrl}/organise/groups/${group.slug}`;
  return { to: address, mail: groupNoticeMail({ site, groupName: group.name, organiseUrl, ...found }) };
}

async function findNews(
  { db, keyring }: WorkerContext,
  { kind, subjectId }: GroupNotice,
): Promise<{ news: GroupNews; note: string } | undefined> {
  if (kind === "hidden") return { news: { kind, reason: reasonWords(subjectId) }, note: "" };
  if (kind === "verified" || kind === "unverified" || kind === "restored")
    return { news: { kind }, note: "" };
  const settled = await findSettledChange(db.read, subjectId);
  if (!settled) return undefined;
  const { note } = openChange(keyring, settled.row);
  const isAccepted = settled.row.state === "accepted";
  const first = isAccepted ? "let_in" : "declined";
  const later = isAccepted ? "change_shown" : "change_declined";
  return { news: { kind: settled.isApplication ? first : later }, note };
}

function siteOf({ settings }: WorkerContext, { isDemonstration }: { isDemonstration: boolean }): MailSite {
  const site = mailSite(settings);
  return { ...site, demonstration: site.demonstration || isDemonstration };
}
