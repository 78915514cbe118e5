/**
 * Every number the public may ask about: its unit in the name, then why it is so.
 * Decided by the founders in November 2026 unless a source is named.
 */

/** A confirm link works this long after the last mail that carried it: a week covers a holiday weekend. */
export const CONFIRM_LINK_DAYS = 7;
/** The one reminder goes after a day: late enough not to nag, early enough to be remembered. */
export const REMINDER_HOURS = 24;
/** Mails for one typed signature, the reminder among them: enough for two lost ones, too few to pester. */
export const MAILS_PER_SIGNATURE = 5;
/** Between two mails for one typed signature: greylisting servers hand over within this time. */
export const MAIL_COOL_DOWN_MINUTES = 10;
/** Mails a day to one address over all campaigns: nobody signs more in an evening, a bomber would. */
export const MAILS_PER_ADDRESS_PER_DAY = 10;
/** Signs from one client address: a classroom of thirty signs in three minutes. */
export const SIGNS_PER_CLIENT_PER_MINUTE = 10;
/** A school or a whole street of mobile phones shares one address. */
export const SIGNS_PER_CLIENT_PER_HOUR = 100;
/** Hashes of client addresses are kept this long, to see a batch of false signatures, then blanked. */
export const CLIENT_HASH_DAYS = 30;
/** "This was not me" keeps the address's hash this long, so that no further mail goes there. */
export const NOT_ME_DAYS = 30;
/** Two people of one household may share an address; a third may not. */
export const SIGNATURES_PER_ADDRESS = 2;
/** A suspect row is purged after this many days if no moderator has released it. */
export const SUSPECT_DAYS = 30;
/** The youngest who may sign. Source: UK GDPR article 8, Data Protection Act 2018 section 9. */
export const MINIMUM_AGE_YEARS = 13;
/** A campaign in gathering takes this many supporters at most: five are needed, the rest is a margin. */
export const GATHERING_SUPPORTERS = 20;
/** So many confirmed supporters before a moderator looks at a campaign: one family's friends, not one person alone. */
export const SUPPORTERS_FOR_REVIEW = 5;
/** After closing, a link mailed before it still counts for this long: mail may lie unread over a night. */
export const CLOSING_GRACE_HOURS = 24;
/** After closing, details are kept this long so that the petition can be handed in; then blanked. */
export const RETENTION_MONTHS_AFTER_CLOSING = 6;

/** An area's count below this is never shown or forwarded: a small number can point at a person. */
export const SMALLEST_SHOWN_COUNT = 5;
/** Area numbers are rewritten at most this often, so that one more signature cannot be traced to a place. */
export const PUBLICATION_MINUTES = 10;

/** Attempts to hand one service mail over, with growing pauses (about two days in all). */
export const MAIL_ATTEMPTS = 17;
/** A provider's answer is waited for this long. */
export const MAIL_TIMEOUT_SECONDS = 30;
/** Resend remembers an idempotency key for 24 hours. Source: Resend's documentation, August 2026. */
export const IDEMPOTENT_HOURS = 23;

/** Lists show this many campaigns a page. */
export const PAGE_LENGTH = 20;
/** A form larger than this is not one of ours. */
export const FORM_KILOBYTES = 64;

/** A sign-in link works this long: long enough to find the mail, short enough to be of no use to a thief later. */
export const SIGN_IN_LINK_MINUTES = 15;
/** A session lasts this long; then one signs in again. */
export const SESSION_DAYS = 14;

/** Corrections that one client address may offer before the rest wait apart: nobody finds more wrong in an hour. */
export const CORRECTIONS_PER_CLIENT_PER_HOUR = 10;
/** The same for a whole network (a /24 or /48), where one person may have many addresses. */
export const CORRECTIONS_PER_NETWORK_PER_HOUR = 50;
/** What was typed into a correction is forgotten this long after it was settled: time to answer a question about it. */
export const CORRECTION_DAYS = 30;

/** A moderator who takes something in hand has it this long; then anybody may take it up. */
export const CLAIM_MINUTES = 30;
/** A petition sent for review is decided within two days: a family that waits longer gives up. Amber at half of it. */
export const REVIEW_TARGET_HOURS = 48;
/** Changes to what is public already, and what became of an ask, wait this long at most: nobody is stopped meanwhile. */
export const CHANGE_TARGET_HOURS = 72;
/** An appeal is answered within a week: another moderator has to read everything again. */
export const APPEAL_TARGET_HOURS = 7 * 24;
/** A correction of a representative is looked at within a week. */
export const CORRECTION_TARGET_HOURS = 7 * 24;
/** How often an organiser may be asked for changes before a petition is decided: two second chances. */
export const SECOND_CHANCES = 2;
/** A petition that would be open for less than this after review closes later, by as long as it waited. */
export const OPEN_AT_LEAST_MONTHS = 1;
/** A moderator's note and an appeal, in characters: a page each. */
export const NOTE_CHARACTERS = 2000;

/** What a browser is asked to sign with a passkey is good for this long: time to find the key, too short to be carried elsewhere. */
export const PASSKEY_MINUTES = 5;
/** The first passkey of an account is made within this time of signing in by mail: later somebody else may sit there. */
export const FRESH_SIGN_IN_MINUTES = 15;
/** Sign-in links that one client address may ask for in an hour: a room of volunteers shares one, a mail bomb does not fit. */
export const SIGN_INS_PER_CLIENT_PER_HOUR = 30;
/** The same for a whole network (a /24 or /48), where one person may have many addresses. */
export const SIGN_INS_PER_NETWORK_PER_HOUR = 100;
/** Passkeys of one account: a phone, a computer and a key on a ring each have one. */
export const PASSKEYS_PER_ACCOUNT = 10;

/** Changes and outcomes that those who run a campaign may propose a day: each costs a moderator's time. */
export const PROPOSALS_PER_CAMPAIGN_PER_DAY = 10;
/** An invitation to help run a campaign or a group works this long: a holiday lies between asking and answering. */
export const INVITATION_DAYS = 14;
/** Invitations from one campaign or group a day: a committee has no more members. */
export const INVITATIONS_PER_DAY = 10;
/** People who run one campaign or group, invited ones counted: more than these do not act as one. */
export const RUN_BY_AT_MOST = 10;
/** A campaign can be signed for this long at most after it opened; what it asks is out of date then. */
export const OPEN_AT_MOST_MONTHS = 12;

/** A report is looked at within a day; those about children and threats stand on top of the queue. */
export const REPORT_TARGET_HOURS = 24;
/** Reports that one client address may send before the rest wait apart: nobody finds more wrong in an hour. */
export const REPORTS_PER_CLIENT_PER_HOUR = 10;
/** The same for a whole network (a /24 or /48), where one person may have many addresses. */
export const REPORTS_PER_NETWORK_PER_HOUR = 50;
/** What was typed into a report is forgotten this long after it was settled: time to answer a question about it. */
export const REPORT_DAYS = 30;
/**
 * What the operator has to do about a complaint of defamation is done within this time, in which Saturdays, Sundays
 * and bank holidays do not count. Source: SI 2013/3028, regulation 1(3) and Schedule.
 */
export const COMPLAINT_HOURS = 48;
/** A complaint over a limit waits this long (counted the same way) for a moderator; then its author is asked all the same. */
export const HELD_COMPLAINT_HOURS = 24;
/** An author answers by midnight at the end of this day after the one on which they were asked. Source: SI 2013/3028, Schedule. */
export const AUTHOR_ANSWER_DAYS = 5;
/** A statement taken down this often on one person's complaint is taken down without asking again. Source: SI 2013/3028, Schedule. */
export const REMOVALS_BEFORE_REPEAT = 2;
/** Complaints that one client address may make before a moderator looks first: each one writes to somebody. */
export const COMPLAINTS_PER_CLIENT_PER_HOUR = 3;
/** The same for a whole network. */
export const COMPLAINTS_PER_NETWORK_PER_HOUR = 10;
/** Complaints about one campaign in a day before a moderator looks first: an organiser must not be buried in them. */
export const COMPLAINTS_PER_CAMPAIGN_PER_DAY = 5;
/**
 * What was typed into a complaint is kept this long after it was settled, because it may come to court: a claim has
 * to be made within a year, and served within four months. Source: Limitation Act 1980 s.4A; Civil Procedure Rules 7.5.
 */
export const COMPLAINT_MONTHS = 16;

/** A picture that somebody sends: what phones make of one photograph; larger ones are cameras'. */
export const PICTURE_MEGABYTES = 8;
/** Its pixels, in millions: the cameras of phones stop at 50; a small file that unfolds to more is an attack. */
export const PICTURE_MEGAPIXELS = 50;
/** Reading one picture may take this long on a slow machine. */
export const PICTURE_SECONDS = 20;
/** Pictures are kept this wide (and high) at most, in pixels: twice the column of text, for sharp screens. */
export const PICTURE_WIDTH = 1600;
/** And once more this wide, for phones and lists. */
export const PICTURE_SMALL_WIDTH = 800;
/** The widest version is about this large at most: a few seconds on a poor connection. */
export const PICTURE_KILOBYTES = 200;
/** A picture narrower or lower than this, in pixels, is an icon or a stripe. */
export const PICTURE_LEAST_WIDTH = 300;
export const PICTURE_LEAST_HEIGHT = 150;
/** What a picture shows, in characters: a word is too little, more than a few lines belong in the text. */
export const PICTURE_ALT = { least: 5, most: 250 };
/** Pictures kept for one campaign: the present one, one that is proposed, and some that were tried. */
export const PICTURES_PER_CAMPAIGN = 5;
/** A picture that nothing uses is forgotten after this: time to finish the page that it was sent for. */
export const UNUSED_PICTURE_HOURS = 24;
/** Pictures on their way in at once: each needs some megabytes of a small machine until it has been read. */
export const PICTURES_AT_ONCE = 8;
/** The same for one client address, so that one cannot take all places. */
export const PICTURES_AT_ONCE_PER_CLIENT = 3;

/** "Most signed this week" counts this many days, by the hour: a whole week, so that no weekday matters. */
export const TREND_DAYS = 7;

/** A title must fit on a phone's screen and in the subject of a message. */
export const TITLE_CHARACTERS = 80;
/** What a campaign asks for: more than this nobody answers one by one. */
export const ASKS_AT_MOST = 5;
/** One ask is one sentence. */
export const ASK_CHARACTERS = 200;
/** Characters of a campaign's short name: with a number and a place it makes a subject that is read whole in a list of mails. */
export const SHORT_NAME_CHARACTERS = 40;
/** Why, in the words that everybody reads. */
export const WHY_CHARACTERS = 500;
/** The rest, for those who want to know more. */
export const MORE_CHARACTERS = 3000;
/** What stands as the organiser's name. */
export const ORGANISER_NAME_CHARACTERS = 100;
/** The name of whoever is asked to act. */
export const BODY_NAME_CHARACTERS = 120;
/** A draft that nobody has touched for this long is deleted: what is in it may be about a child. */
export const DRAFT_DAYS = 30;
/** Drafts that one client address may begin in an hour: a workshop of organisers shares one. */
export const DRAFTS_PER_CLIENT_PER_HOUR = 10;
/** The same for a whole network (a /24 or /48), where one person may have many addresses. */
export const DRAFTS_PER_NETWORK_PER_HOUR = 50;
/** Mails with the link to go on with one draft: enough to lose some. */
export const DRAFT_MAILS = 5;

/** Links to one's signatures that one client address may ask for in an hour: a family has a few addresses. */
export const LINK_REQUESTS_PER_CLIENT_PER_HOUR = 20;
/** The same for a whole network (a /24 or /48): a library, a school. */
export const LINK_REQUESTS_PER_NETWORK_PER_HOUR = 100;
/** Signatures from one network, or within one hour, that moderators are shown as a group: a class is smaller. */
export const UNUSUAL_GROUP = 20;
/** An hour is shown as unusual when it has this many times as many signatures as the usual one. */
export const UNUSUAL_TIMES = 5;
/** Signatures of a group that a moderator may open, with name and address: enough to see whether they are people. */
export const SAMPLE_SIZE = 20;
/** Signatures that were held back, and names that wait for a moderator, are looked at within a day: people wait for a mail. */
export const SUSPECT_TARGET_HOURS = 24;
/** That a mail went out is remembered this long, without what it said; a mail that stayed in the mailbox is kept as long. */
export const OUTBOX_DAYS = 30;
/** The row behind a notice to an organiser is kept this long; what it told them stands on their own page. */
export const ORGANISER_NOTICE_DAYS = 180;

/** That something was reported of a message, and that it was taken in once, is remembered longer than any server repeats it. */
export const MAIL_EVENT_DAYS = 90;

/** Requests a second that Resend takes from one account, until its answers say another number. Source: Resend's documentation, "API rate limit", November 2026. */
export const RESEND_REQUESTS_PER_SECOND = 2;
/** Mails in one request to Resend. Source: Resend's documentation, "Send batch emails", November 2026. */
export const MAILS_PER_REQUEST = 100;
/** After so many attempts in a row without success, nothing more goes to representatives for a while: it is not the mail, it is the way. */
export const DISPATCH_STOP_FAILURES = 5;
/** The same where each message was refused for good: a council's old addresses may well die together, all of them do not. */
export const DISPATCH_STOP_REFUSALS = 20;
/** After a stop one message is tried this often, until one is taken; an admin can let it go on earlier. */
export const DISPATCH_PAUSE_MINUTES = 30;
/** Messages of the next round that an organiser reads in full: enough to see every kind. */
export const PREVIEWED_MESSAGES = 20;
/** Copies of such a message that one organiser may have mailed in a day, to see it in their own mail program. */
export const PREVIEWS_PER_DAY = 3;

/** Names on a letter's page for printing, which is one page of a browser; its PDF has all. */
export const NAMES_ON_PRINT_PAGE = 2_000;

/** Rows of a form for signatures on paper: one sheet. */
export const PAPER_ROWS = 20;
/** Names on paper that can be sent as one list: some fifty sheets, within what a form may weigh. */
export const PAPER_ROWS_AT_ONCE = 1_000;
/** Batches of them that those who run a campaign may send in a day. */
export const PAPER_BATCHES_PER_DAY = 50;
/** Signatures that pass by in one part when those on paper are compared with them. */
export const PAPER_COMPARE_CHUNK = 2_000;
/** Where and when a batch was collected, in a few words. */
export const PAPER_WORDS_CHARACTERS = 120;
