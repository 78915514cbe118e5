// What letters hold, whom campaigns are addressed to, what is posted and handed in for them.

/** An open letter between its greeting and its close: two pages, which is as much as a director reads. */
export const LETTER_CHARACTERS = 5000;
/** Where a letter was written: a town's name. */
export const LETTER_PLACE_CHARACTERS = 60;
/** Whom a letter greets: as many as stand on one line or two. */
export const LETTER_SALUTATION_CHARACTERS = 120;
/** How a letter ends. */
export const LETTER_CLOSE_CHARACTERS = 80;
/** People and offices that one campaign is addressed to, those who get a copy included: more read a letter to everybody as one to nobody. */
export const RECIPIENTS_AT_MOST = 20;
/** Times in a day that those who run a campaign may add recipients, a list at once counting as one: each waits for a moderator. */
export const NAMINGS_PER_CAMPAIGN_PER_DAY = 40;
/** Recipients are compared with the page that publishes them within two days. */
export const RECIPIENT_TARGET_HOURS = 48;
/** Replies received by another way that those who run one campaign may post in a day: each waits for a moderator. */
export const POSTED_ANSWERS_PER_DAY = 10;
/** Times in a day that the list for handing in a petition may be had: each is written down, and one is enough. */
export const HAND_IN_EXPORTS_PER_DAY = 5;
/** Characters of such a reply, or of its part to one ask: a letter of two pages, as councils write them. */
export const POSTED_ANSWER_CHARACTERS = 5000;
/** The address of somebody whom nobody looked at is kept this long after they were named, where the campaign is over. */
export const NAMED_ADDRESS_DAYS = 90;
