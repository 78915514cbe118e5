import { groupInvitationMail } from "#app/emails/group-invitation.ts";
import { confirmGroupMessageMail, groupMessageMail } from "#app/emails/group-message.ts";
import { type GroupNews, groupNoticeMail } from "#app/emails/group-notice.ts";
import type { MailSite, RenderedMail } from "#app/emails/layout.ts";

const BASE = "https://hearhear.example.org";

const NEWS: readonly GroupNews[] = [
  { kind: "let_in" },
  { kind: "declined" },
  { kind: "change_shown" },
  { kind: "change_declined" },
  { kind: "verified" },
  { kind: "unverified" },
  { kind: "restored" },
  { kind: "hidden", reason: "Something in it may do harm. It is hidden while we look into it." },
];

/** Every mail of and about a group, by its name. */
export function groupMails({
  site,
  groupName,
}: {
  site: MailSite;
  groupName: string;
}): [string, RenderedMail][] {
  const common = { site, groupName };
  return [
    ...(["owner", "editor"] as const).map((role): [string, RenderedMail] => [
      `invitation to a group as ${role}`,
      groupInvitationMail({
        ...{ ...common, role, expiresInDays: 14 },
        invitationUrl: `${BASE}/group-invitation/invitation-token`,
      }),
    ]),
    [
      "confirm a message to a group",
      confirmGroupMessageMail({
        ...{ ...common, expiresInDays: 3 },
        sendUrl: `${BASE}/group-message/message-token`,
      }),
    ],
    [
      "message to a group",
      groupMessageMail({
        ...common,
        name: "Ann Example",
        address: "ann@example.org",
        message: "Can I help?\n\nI am free on Tuesdays.",
        reportUrl: `${BASE}/report?page=/groups/parents`,
      }),
    ],
    ...NEWS.map((news): [string, RenderedMail] => [
      `group ${news.kind}`,
      groupNoticeMail({
        ...{ ...common, news, note: news.kind === "declined" ? "Please say who you are.\n\nThank you." : "" },
        organiseUrl: `${BASE}/organise/groups/parents`,
      }),
    ]),
  ];
}
