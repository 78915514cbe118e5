// Every number of a busy day that the public may ask about: unit, reason, source. The others stand in policy.ts.

/** Sign forms in hand at once; who sends one more gets it back, filled in, to send again. The last of so many waits less than a second even on a small machine. */
export const SIGNS_IN_HAND = 250;
/** Confirmations in hand, signs counted with them: who comes back from their mail goes before who has only begun. */
export const CONFIRMS_IN_HAND = 350;
/** All forms in hand, the work of organisers and moderators among them: what must come off a page goes before all else. */
export const FORMS_IN_HAND = 500;
/** From so many forms in hand on, mail gives way to those who wait for a page, and pages may be a few seconds old. */
export const BUSY_FORMS_IN_HAND = 12;
/** Where the program is late by so many milliseconds again and again, no more than a busy site's number of signs is taken in hand. */
export const LATE_MS = 300;
/** One of a busy site's refusals asks to come again after some seconds, each a different number, so that not all come at once. */
export const RETRY_SECONDS = { least: 5, most: 15 };
/** On a busy site the count on a page is at most this old, in seconds. What was taken down, hidden or withdrawn is gone at once all the same. */
export const BUSY_PAGE_SECONDS = 10;
/** While the site is busy, the next few mails wait this long at most, in milliseconds: late is better than lost, and never is not late. */
export const MAIL_GIVES_WAY_MS = 500;
/** Connections open at once; more are turned away before they cost anything: who waits behind so many waits in vain. A hundred thousand people at once need a cache in front. */
export const CONNECTIONS_AT_ONCE = 5_000;
/** From so many open on, none is kept for another request: who has read a page makes room for who has not. */
export const CONNECTIONS_KEPT = 2_500;
/** Connections that wait to be taken up at once: whoever finds no room among them tries again only after seconds. */
export const CONNECTIONS_WAITING = 4_096;
/** Requests over one connection where several processes share an address, then it begins anew: so four processes have about equal shares within seconds, for one connection more in a hundred requests. */
export const CONNECTION_REQUESTS = 100;
