/** The page on which a source shows somebody, from their key in it; undefined where it has none. */
export function sourceUrl(sourceKey: string): string | undefined {
  const member = /^parliament:(\d+)$/.exec(sourceKey)?.[1];
  return member === undefined ? undefined : `https://members.parliament.uk/member/${member}/contact`;
}
