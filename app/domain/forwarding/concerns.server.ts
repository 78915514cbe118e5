import type { Reader } from "#db/database.ts";

/** Whether a council is the one addressed, or one that came after it. */
export type Concerns = (bodyGss: string, councilGss: string) => boolean;

/** Reads which councils came after which, to say whom a campaign concerns. */
export async function readConcerns(read: Reader): Promise<Concerns> {
  const { areaSuccessors } = read.tables;
  const successors = await read.select().from(areaSuccessors);
  const after = new Map<string, string[]>();
  for (const { gssCode, successorGss } of successors)
    after.set(gssCode, [...(after.get(gssCode) ?? []), successorGss]);
  return (bodyGss, councilGss) => bodyGss !== "" && follows(after, bodyGss, councilGss);
}

function follows(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const code of seen) for (const next of after.get(code) ?? []) seen.add(next);
  return seen.has(to);
}
