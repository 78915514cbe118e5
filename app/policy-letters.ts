/** What stands beside a name under an open letter, in characters: "Special educational needs co-ordinator" has 38. */
export const ROLE_CHARACTERS = 100;
/** The name of an organisation: longer ones have a short form. */
export const ORGANISATION_CHARACTERS = 120;
/** How somebody has the authority to sign for their organisation: one sentence. */
export const AUTHORITY_CHARACTERS = 200;
/** What a moderator looked at before vouching for somebody: a few lines and an address. */
export const CHECKED_WORDS_CHARACTERS = 1000;
/** Roles and organisations are looked at within three days: the name stands meanwhile, without them. */
export const STANDING_TARGET_HOURS = 72;
/** A domain found to be an organisation's own vouches for a year; then somebody looks whether it still is. */
export const DOMAIN_VOUCHES_MONTHS = 12;
/** Names on one page of signatories: a screen that is still found one's way about by eye. */
export const SIGNATORIES_PER_PAGE = 100;
/** Names that a search among signatories finds at most; with more, a longer word is asked for. */
export const SIGNATORIES_FOUND = 100;
/** Organisations that one page lists. */
export const ORGANISATIONS_SHOWN = 500;
/** Signatories whom the organisers put first: as many as the front of a letter holds. */
export const FIRST_SIGNATORIES = 30;
/** Signatories told of a new version in one unit of work. */
export const TOLD_OF_VERSION_PER_UNIT = 250;
/** Such units follow one another in the queue by so many seconds, so that those who sign today need not wait behind them. */
export const SECONDS_BETWEEN_TOLD = 10;
