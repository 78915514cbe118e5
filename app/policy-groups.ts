// Every number of groups that the public may ask about: unit, reason, source. The others stand in policy.ts.

/** Characters of a group's name: what stands in a list, and in the sentence that asks whether it may write. */
export const GROUP_NAME_CHARACTERS = 80;
/** Characters of what a group says about itself: two pages. */
export const GROUP_ABOUT_CHARACTERS = 4000;
/** Characters of whom it says it speaks for: "families", "people who use the 32 bus". */
export const GROUP_SPEAKS_FOR_CHARACTERS = 40;
/** More than live in the United Kingdom nobody speaks for. */
export const GROUP_SPEAKS_FOR_AT_MOST = 70_000_000;
/** Characters of what was looked at before a group was called verified, as everybody reads it. */
export const GROUP_CHECKED_CHARACTERS = 300;
/** Groups that one account may make in a day, and changes that one group may propose: each costs a moderator's time. */
export const GROUPS_PER_ACCOUNT_PER_DAY = 3;
export const CHANGES_PER_GROUP_PER_DAY = 20;
/** A new group, and a change to one, is looked at within three days: nothing of it is public until then. */
export const GROUP_TARGET_HOURS = 72;
/** Pictures kept of one group: the one shown, one that waits, and those that were just tried. */
export const PICTURES_PER_GROUP = 4;

/** Characters of a message to a group: a letter of two pages. */
export const GROUP_MESSAGE_CHARACTERS = 5000;
/** A message waits so many days for its sender to confirm their address, then it is deleted. */
export const GROUP_MESSAGE_CONFIRM_DAYS = 3;
/** A message that was passed on is kept so many days, so that it can be sent again where mail failed, then deleted. */
export const GROUP_MESSAGE_DAYS = 30;
/** Messages from one client, and from its whole network, in an hour. */
export const GROUP_MESSAGES_PER_CLIENT_PER_HOUR = 5;
export const GROUP_MESSAGES_PER_NETWORK_PER_HOUR = 30;
/** Messages from one address to one group in a day: a question and an afterthought. */
export const GROUP_MESSAGES_PER_SENDER_PER_DAY = 3;
/** Messages that reach one group in a day, whoever writes them: its members have other things to do. */
export const GROUP_MESSAGES_PER_DAY = 30;

/** Lists of people who let a group write to them, taken of one campaign in a day. */
export const CONTACT_EXPORTS_PER_DAY = 10;
/** People in one such list at most: some 16 MB. Nobody has written to more by hand. */
export const CONTACTS_AT_MOST = 200_000;
/** Exports that the page about them lists; all stand in the audit log. */
export const CONTACT_EXPORTS_SHOWN = 50;
