/** Numbers of telling representatives and of what they answer: unit in the name, then why it is so. */

/** Representatives hear of a campaign when its count in their area passes one of these; then each doubling-and-a-bit. */
export const WARD_STEPS = [5, 10, 25, 50, 100, 250];
/** Councils and constituencies hold more people, so one step fewer. */
export const WIDE_STEPS = [5, 25, 50, 100, 250];
/** A county's count goes to councillors whose division cannot be told apart from this on: it is not of their own people. */
export const ACROSS_COUNTY_LEAST = 25;
/** An address gets at most one message in this many London calendar days, whatever the number of campaigns. */
export const DAYS_BETWEEN_DELIVERIES = 7;
/** Campaigns in one message at most: it must be read in a minute. */
export const CAMPAIGNS_PER_DELIVERY = 5;
/** When representatives are written to: Tuesday 10:00 in London, when offices read their mail. */
export const DELIVERY_SLOT = { weekday: 2, time: "10:00" };
/** Who is told, and how often, where neither an admin nor an organiser has chosen anything: everybody who speaks for those who signed. */
export const FORWARDING_RULE = {
  tellsMps: true,
  councillors: "all",
  tellsRecipients: true,
  pace: "usual",
  sendsClosing: true,
  isPaused: false,
} as const;
/**
 * Before a general election nobody in Parliament is written to from its dissolution on, so many working days before
 * the poll. Source: Dissolution and Calling of Parliament Act 2022 s.4; Representation of the People Act 1983 Sch. 1.
 */
export const GENERAL_QUIET_WORKING_DAYS = 25;
/**
 * Before any other poll councils are careful from the notice of election on, about six weeks before. Source: Local
 * Government Act 1986 s.2; Code of Recommended Practice on Local Authority Publicity (2011), paragraphs 33 to 35.
 */
export const QUIET_DAYS = 42;
/** An answer that the address on record has not confirmed by then is deleted. */
export const ANSWER_CONFIRM_DAYS = 7;
/** Characters of one answer: half a page of a letter. */
export const ANSWER_CHARACTERS = 1500;
/** Characters of the name, and of the role, of whoever writes an answer. */
export const ANSWER_WRITER_CHARACTERS = 100;
/** Answers that may be sent in a day by the links of one message: each sends a mail to the address on record. */
export const ANSWERS_PER_DELIVERY_PER_DAY = 10;
/** An answer is read by a moderator within two days: whoever answers is waited for. */
export const ANSWER_TARGET_HOURS = 48;
/** Words of an answer that never became public are kept this long after they were declined, so that it can be asked why. */
export const ANSWER_DAYS = 30;
/** Answers that a campaign's own page shows; the rest stand on a page of their own. */
export const ANSWERS_SHOWN = 5;
/** A link in a message to a representative works for so many days, and no longer than their term of office. */
export const REPRESENTATIVE_LINK_DAYS = 60;
/** Mails about pauses to one address in a day: a link that is pressed over and over must not fill an office's inbox. */
export const PAUSE_MAILS_PER_DAY = 5;
/** Why a reader wants no more messages: a few sentences. */
export const PAUSE_WORDS_CHARACTERS = 1000;
/** Message-IDs of earlier messages that a new one names, so that mail programs keep them together. */
export const THREADED_MESSAGES = 5;
/** As much of a message that comes in is read, in kilobytes: text and reports stand first, what hangs on it is not kept. */
export const RECEIVED_KILOBYTES = 1024;
/** Messages taken in a day for one of ours, of whatever kind: two machines that answer each other come to an end here. */
export const RECEIVED_PER_DELIVERY_PER_DAY = 50;
/** A person's replies passed on in a day for one message: a few afterthoughts, not a flood. */
export const REPLIES_PER_DELIVERY_PER_DAY = 5;
/** A reply is passed on up to this length: a long letter of eight pages. */
export const REPLY_CHARACTERS = 20_000;
/** Replies can be read here again for three months, then only those who were mailed have them. */
export const REPLY_DAYS = 90;
/** Which messages travelled in one request is remembered this long after its answer: reports of what became of them name the message. */
export const BATCH_DAYS = 30;
