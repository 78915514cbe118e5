import { button, heading, paragraph, subheading } from "./blocks.ts";
import { type MailSite, type RenderedMail, renderMail } from "./layout.ts";

/** What a moderator did about a group. */
export type GroupNews =
  | { kind: "let_in" | "declined" | "change_shown" | "change_declined" }
  | { kind: "verified" | "unverified" | "restored" }
  | { kind: "hidden"; reason: string };

/** What has happened to a group, and what a moderator wrote about it. */
export type GroupNoticeProps = {
  site: MailSite;
  groupName: string;
  news: GroupNews;
  /** In a moderator's own words; may be blank, may have several lines. */
  note: string;
  /** The members' page of the group. */
  organiseUrl: string;
};

/** Tells somebody who runs a group what has happened to it and what they can do now. */
export function groupNoticeMail(props: GroupNoticeProps): RenderedMail {
  const { site, groupName, news, note, organiseUrl } = props;
  const { title, happened, next } = wordsFor(news, site);
  const lines = note.split("\n").filter((line) => line.trim() !== "");
  return renderMail({
    site,
    subject: `${title}: ${groupName}`,
    blocks: [
      heading(title),
      paragraph(`About ${groupName}.`),
      paragraph(happened),
      ...(lines.length === 0
        ? []
        : [subheading("The moderator writes"), ...lines.map((line) => paragraph(line))]),
      ...(lines.length === 0 ? [] : [subheading("What to do now")]),
      paragraph(next),
      button("Your page of the group", organiseUrl, true),
    ],
    foot: {
      text: "You get this because you run this group. These mails go only to those who run it, and only when something has happened to it.",
    },
  });
}

function wordsFor(
  news: GroupNews,
  { operatorContact }: MailSite,
): { title: string; happened: string; next: string } {
  switch (news.kind) {
    case "let_in":
      return {
        title: "Your group has a page now",
        happened: "A moderator has read what you wrote. Everybody can see your group’s page.",
        next: "You can publish petitions and open letters under its name: choose it when you start one, or in the settings of one that you run.",
      };
    case "declined":
      return {
        title: "Your group has no page yet",
        happened: "A moderator has read what you wrote and has not let it in.",
        next: "You can change it and send it again.",
      };
    case "change_shown":
      return {
        title: "Your change is public",
        happened: "A moderator has accepted what you changed about your group.",
        next: "See how it looks.",
      };
    case "change_declined":
      return {
        title: "Your change is not shown",
        happened:
          "A moderator has not accepted what you wanted to change about your group. It stays as it was.",
        next: "You can change something else and send it again.",
      };
    case "verified":
      return {
        title: "Your group is verified",
        happened: "A moderator has checked that your group is who it says. Its page says what was looked at.",
        next: "Its petitions and open letters can go to the moderators without waiting for five supporters, and can ask who signs whether your group may write to them.",
      };
    case "unverified":
      return {
        title: "Your group is not verified any more",
        happened: "A moderator has taken the mark off your group’s page.",
        next: `To ask why, write to those who run the site: ${operatorContact}.`,
      };
    case "hidden":
      return {
        title: "Your group’s page is hidden",
        happened: ["A moderator has taken your group’s page down.", news.reason].filter(Boolean).join(" "),
        next: `If you think that this is wrong, write to those who run the site: ${operatorContact}.`,
      };
    case "restored":
      return {
        title: "Your group’s page is back",
        happened: "A moderator has put your group’s page back.",
        next: "Everybody can see it again.",
      };
  }
}
