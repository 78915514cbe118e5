/**
 * What pages with stories say of being kept: search engines may find them and keep no copy, and nothing between us
 * and a reader gives one out unasked, not for a second: its author may have taken it back.
 */
export const ASKED_EACH_TIME = {
  "Cache-Control": "public, max-age=0, must-revalidate",
  "X-Robots-Tag": "noarchive",
} as const;
