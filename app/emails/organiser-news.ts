import { dayInWords } from "./calendar-words.ts";
import { campaignWord } from "./campaign-word.ts";
import { figure } from "./report-words.ts";

/** What has happened to a campaign, as its organisers hear it; addresses are blank where nobody may read it now. */
export type OrganiserNews =
  | { kind: "started"; supportersNeeded: number; supportUrl?: string }
  | { kind: "supported" }
  | { kind: "submitted"; withinHours: number }
  | { kind: "published"; closesOn: string; today: string; isMoved: boolean; campaignUrl: string }
  | { kind: "changes_asked"; isLastChance: boolean }
  | { kind: "rejected"; reason: string; campaignUrl: string }
  | { kind: "hidden"; reason: string }
  | { kind: "removed"; reason: string }
  | { kind: "back" }
  | { kind: "paused" }
  | { kind: "reopened"; closesOn: string; today: string; campaignUrl: string }
  | { kind: "closed"; closedOn: string; today: string; count: number; bodyName: string }
  | { kind: "change_settled"; isAccepted: boolean }
  | { kind: "outcome_settled"; isAccepted: boolean }
  | { kind: "update_settled"; fate: "published" | "declined" | "pulled"; mailOn: string; today: string }
  | { kind: "recipient_settled"; isAccepted: boolean; who: string; reason: string }
  | { kind: "answer_settled"; isPublished: boolean; who: string; reason: string }
  | { kind: "appeal_settled"; isGranted: boolean; wasHidden: boolean }
  | { kind: "complaint" };

/** How a piece of news reads: its title, what happened, what to do now, and where else to look. */
export interface NewsWords {
  title: string;
  happened: string;
  next: string;
  link?: { label: string; url: string };
}

/** Puts a piece of news about a petition or an open letter in words. */
export function newsWords(news: OrganiserNews, kind: "petition" | "letter"): NewsWords {
  const one = campaignWord(kind);
  switch (news.kind) {
    case "started":
      return {
        title: `Your ${one} has begun`,
        happened: `It needs ${news.supportersNeeded} supporters before a moderator reads it. Nobody can find it on the site yet: only people with its link can.`,
        next: "Send the link below to people you know, and ask them to sign and to confirm by e-mail. Your own signature counts too.",
        link:
          news.supportUrl === undefined ? undefined : { label: "The link to pass on", url: news.supportUrl },
      };
    case "supported":
      return {
        title: `Your ${one} has enough supporters`,
        happened: "Enough people have signed and confirmed.",
        next: "Read it through once more, then send it to a moderator from its page.",
      };
    case "submitted":
      return {
        title: `Your ${one} is with the moderators`,
        happened: `One of them reads it, as a rule within ${news.withinHours} hours.`,
        next: "You need do nothing now. We write as soon as it is decided.",
      };
    case "published":
      return {
        title: `Your ${one} is published`,
        happened: `Everybody can read and sign it now, until the end of ${dayInWords(news.closesOn, news.today)}.${
          news.isMoved
            ? " That is later than you chose: finding supporters and our reading took so long that too little time would have been left."
            : ""
        }`,
        next: "Tell people where it is. If its text was changed after somebody had signed, we have asked them to confirm once more.",
        link: linkTo(`Your ${one}`, news.campaignUrl),
      };
    case "changes_asked":
      return {
        title: `Your ${one} needs a change`,
        happened: `A moderator has read it and asks you to change something before it is published.${
          news.isLastChance ? " This is the second time: next time it is decided." : ""
        }`,
        next: "Change it on its page, then send it to the moderators again. Nothing is lost: your supporters stay with it.",
      };
    case "rejected":
      return {
        title: `Your ${one} was rejected`,
        happened: `It is not published. The reason: ${news.reason} Everybody can read it with that reason, and nobody can sign it.`,
        next: "If you think that this is wrong, you can ask on its page that another moderator look again.",
        link: linkTo("How it stands in public", news.campaignUrl),
      };
    case "hidden":
      return {
        title: `Your ${one} was taken down`,
        happened: `Nobody can read or sign it now. The reason, which is not shown in public: ${news.reason}`,
        next: "If you think that this is wrong, you can ask on its page that another moderator look again.",
      };
    case "removed":
      return {
        title: `Your ${one} was removed`,
        happened: `It is gone from the site for good.${news.reason === "" ? "" : ` The reason: ${news.reason}`}`,
        next: "If you have a question about this, answer this mail.",
      };
    case "back":
      return {
        title: `Your ${one} is back`,
        happened: "It had been taken down, and is now where it was before.",
        next: "See on its page how it stands.",
      };
    case "paused":
      return {
        title: `Signing your ${one} is paused`,
        happened: "Everybody can still read it; nobody can sign it until the pause ends.",
        next: "See on its page how it stands.",
      };
    case "reopened":
      return {
        title: `Your ${one} can be signed again`,
        happened: `It is open until the end of ${dayInWords(news.closesOn, news.today)}.`,
        next: "Tell people that it goes on.",
        link: linkTo(`Your ${one}`, news.campaignUrl),
      };
    case "closed":
      return {
        title: `Your ${one} is closed`,
        happened: `It closed on ${dayInWords(news.closedOn, news.today)}. ${signedBy(news.count)} It stays in public with its number. Whoever signed before that and has not confirmed yet has one more day.`,
        next: `Hand it in to ${news.bodyName}: your page of the ${one} has the numbers by place. When they answer, tell there what became of each thing that it asked for.`,
      };
    case "change_settled":
      return news.isAccepted
        ? {
            title: "Your change is accepted",
            happened: `What you asked to change stands on your ${one}’s page now. Where its signed words have changed, the old ones stay in public too.`,
            next: "Look whether all of it reads as you meant it.",
          }
        : {
            title: "Your change was declined",
            happened: "A moderator has looked at the change that you asked for. The page stays as it was.",
            next: "You can ask for another change from its page.",
          };
    case "outcome_settled":
      return news.isAccepted
        ? {
            title: "What became of your ask is shown",
            happened: `A moderator has checked what you told us. It stands on your ${one}’s page now.`,
            next: "Tell us when something more has come of it.",
          }
        : {
            title: "What became of your ask is not shown",
            happened: `A moderator has looked at what you told us, and has not put it on your ${one}’s page.`,
            next: "You can tell us again from its page, with another source.",
          };
    case "update_settled":
      return updateWords(news);
    case "recipient_settled":
      return news.isAccepted
        ? {
            title: "Somebody whom you address is checked",
            happened: `A moderator has compared ${news.who} with the page that you gave. They stand on your page now.`,
            next: "Where we have an address for them, they hear with the next round, and can answer.",
          }
        : {
            title: "Somebody whom you address was not taken",
            happened: `A moderator has looked at ${news.who}. The reason: ${news.reason}.`,
            next: "You can name them again from your page, with another address or another source.",
          };
    case "answer_settled":
      return news.isPublished
        ? {
            title: "The reply that you posted is shown",
            happened: `A moderator has read what you received from ${news.who}. It stands on your page, marked as posted by you.`,
            next: "If they answer here themselves, their own answer takes its place.",
          }
        : {
            title: "The reply that you posted is not shown",
            happened: `A moderator has read what you received from ${news.who}. The reason: ${news.reason}.`,
            next: "You can post it again from your page, without what stood in the way.",
          };
    case "appeal_settled":
      return news.isGranted
        ? {
            title: "Your appeal was granted",
            happened: news.wasHidden
              ? `Another moderator has looked again. Your ${one} is back where it was.`
              : `Another moderator has looked again. Your ${one} is in review once more.`,
            next: news.wasHidden ? "See on its page how it stands." : "We write as soon as it is decided.",
          }
        : {
            title: "Your appeal was dismissed",
            happened: "Another moderator has looked again, and the decision stands.",
            next: `There is no second appeal. You can start another ${one} at any time.`,
          };
    case "complaint":
      return {
        title: `Somebody complains about your ${one}`,
        happened:
          "They say that some of its words harm them and are not true, and ask that we take them down.",
        next: "Read on its page what they say, and answer in the time that is given there.",
      };
  }
}

function updateWords({ fate, mailOn, today }: OrganiserNews & { kind: "update_settled" }): NewsWords {
  switch (fate) {
    case "published":
      return {
        title: "Your update is published",
        happened: `A moderator has read it. Everybody can read it now.${
          mailOn === ""
            ? ""
            : mailOn === today
              ? " It goes by mail to those who signed and asked for news."
              : ` It goes by mail on ${dayInWords(mailOn, today)} to those who signed and asked for news: your last mail to them is too recent.`
        }`,
        next: "Your page shows how many have got it.",
      };
    case "declined":
      return {
        title: "Your update was declined",
        happened: "A moderator has read it. It is not shown, and nobody was mailed.",
        next: "You can write another from your page.",
      };
    case "pulled":
      return {
        title: "Your update was taken down",
        happened:
          "A moderator has taken it off the site. If it was being mailed, that has stopped: what had not left stays here.",
        next: "You can write another from your page.",
      };
  }
}

function signedBy(count: number): string {
  if (count === 0) return "Nobody has signed it.";
  return `${figure(count)} ${count === 1 ? "person has" : "people have"} signed it.`;
}

function linkTo(label: string, url: string): { label: string; url: string } | undefined {
  return url === "" ? undefined : { label, url };
}
