// Every number of stories that the public may ask about: unit, reason, source. The others stand in policy.ts.

/** Characters of a story's title: one line in a list. */
export const STORY_TITLE_CHARACTERS = 100;
/** Characters of a story: five minutes of reading, and about as much as people tell in one sitting. */
export const STORY_CHARACTERS = 5000;
/** Characters of a story in easy words. */
export const STORY_EASY_CHARACTERS = 1500;
/** Characters of what a reader should know before reading. */
export const CONTENT_NOTE_CHARACTERS = 120;
/** Characters of a sentence that can be shown large: shorter says nothing, longer is no quotation. */
export const PULL_QUOTE_CHARACTERS = { from: 25, to: 180 } as const;
/** Days that an unpublished draft is kept after its last change. */
export const STORY_DRAFT_DAYS = 30;
/** Days that a story which was not published is kept after it was decided: long enough to ask again, then blanked. */
export const STORY_UNPUBLISHED_DAYS = 90;
/** Days that the link of a withdrawn story still opens the page that says so, and where it had gone. */
export const STORY_WITHDRAWN_DAYS = 90;
/** Stories that one client may begin in an hour, and all clients of its network. */
export const STORIES_PER_CLIENT_PER_HOUR = 10;
export const STORIES_PER_NETWORK_PER_HOUR = 60;
/** Mails with the link that one draft may cause: its own, and one each time that it is asked for. */
export const STORY_MAILS = 5;
/** A story waits for a moderator so long at most, in days: two people read the hardest ones. */
export const STORY_TARGET_DAYS = 5;
/** Stories on one page of the list. */
export const STORIES_PER_PAGE = 20;
/** Stories of a list that stand under one topic before it can be chosen there: below, it would point at families. */
export const STORIES_PER_TOPIC = 5;

/** Characters of a reply to a story or to what families tell of a council: a page, so that it does not bury the story. */
export const STATEMENT_CHARACTERS = 2000;
/** Characters of the role and of the organisation of whoever replies. */
export const STATEMENT_LINE_CHARACTERS = 120;
/** Days within which a reply is confirmed by the link that was mailed; else it is deleted. */
export const STATEMENT_CONFIRM_DAYS = 7;
/**
 * Working days within which a moderator answers a confirmed reply: what is wrong stands in public until then. One
 * more than the law gives for defamation, which has a form of its own, since here no court is waiting.
 */
export const STATEMENT_WORKING_DAYS = 3;
/** Days that a reply which is not shown is kept after it was settled: long enough to ask why, then blanked. */
export const STATEMENT_KEPT_DAYS = 90;
/** Replies that one client may send in an hour, and all clients of its network: a council's offices share one. */
export const STATEMENTS_PER_CLIENT_PER_HOUR = 10;
export const STATEMENTS_PER_NETWORK_PER_HOUR = 60;
/** Replies to one story, or about one council, for which one address is mailed in a day. */
export const STATEMENTS_PER_SENDER_PER_DAY = 3;

/** Characters of who asks to speak to the author of a story: a name and a paper. */
export const STORY_REQUESTER_CHARACTERS = 120;
/** Requests that are passed on to one author in a week: more is a siege of somebody who has told something hard. */
export const STORY_REQUESTS_PER_WEEK = 3;
