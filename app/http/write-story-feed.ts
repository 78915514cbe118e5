/** What a feed says of a story. */
export interface FeedStory {
  publicId: string;
  title: string;
  place: string;
  /** On which it was published, `YYYY-MM-DD`; only its month is said, as on the pages. */
  day: string;
  isDemonstration: boolean;
}

/** An Atom feed of stories, newest first (RFC 4287): titles and links alone, so that what is taken back is gone. */
export function writeStoryFeed(appUrl: string, stories: readonly FeedStory[]): string {
  const updated = monthStart(stories[0]?.day ?? "2000-01-01");
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${escapeXml(`${appUrl}/stories`)}</id>`,
    "<title>Hear Hear: what happened to families</title>",
    `<link rel="self" href="${escapeXml(`${appUrl}/stories.atom`)}"/>`,
    `<link href="${escapeXml(`${appUrl}/stories`)}"/>`,
    `<updated>${updated}</updated>`,
    "<author><name>Hear Hear</name></author>",
    ...stories.map((story) => entry(appUrl, story)),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entry(appUrl: string, { publicId, title, place, day, isDemonstration }: FeedStory): string {
  const url = escapeXml(`${appUrl}/stories/${publicId}`);
  const where = place === "" ? "" : ` in ${place}`;
  const summary = `A family${where} tells what happened.${isDemonstration ? " Demonstration: an invented family." : ""}`;
  return [
    "<entry>",
    `<id>${url}</id><title>${escapeXml(title)}</title><link href="${url}"/>`,
    `<published>${monthStart(day)}</published><updated>${monthStart(day)}</updated>`,
    `<summary>${escapeXml(summary)}</summary>`,
    "</entry>",
  ].join("\n");
}

/** A day could be matched with a diary. */
function monthStart(day: string): string {
  return `${day.slice(0, 7)}-01T00:00:00Z`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
