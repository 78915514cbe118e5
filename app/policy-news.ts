// Every number of updates (news) that the public may ask about: unit, reason, source. The others stand in policy.ts.

/** Characters of the title of an update: the subject of a mail that is read on a phone. */
export const UPDATE_TITLE_CHARACTERS = 80;
/** Characters of an update: three minutes of reading. */
export const UPDATE_CHARACTERS = 5000;
/** Drafts of updates that a campaign may have at once. */
export const UPDATE_DRAFTS = 5;
/** Updates that may be handed in for one campaign in a day. */
export const UPDATES_PER_DAY = 3;
/** Copies of an update that one organiser may have mailed to themselves in a day. */
export const UPDATE_COPIES_PER_DAY = 10;
/** Days from one mailing of a campaign's news to the next: more often is what makes people unsubscribe. */
export const DAYS_BETWEEN_MAILINGS = 3;
/** Signatures that planning looks at in one part. */
export const MAILING_CHUNK = 500;
/** An update waits for a moderator so long at most: news is old soon. */
export const UPDATE_TARGET_HOURS = 24;
/** Updates that a campaign's own page shows; the rest stand on a page of their own. */
export const UPDATES_SHOWN = 2;
/** What became of each mail of an update is kept this long after the last went out: reports of failure come within days. */
export const UPDATE_RECEIPT_DAYS = 90;
