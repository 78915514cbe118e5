import type { Page } from "./words.ts";

const FOR =
  "deaf|blind|girls|boys|autis\\p{L}+|children|pupils|young people|hearing[\\s-]impaired|visually[\\s-]impaired|partially[\\s-]sighted|disabled|delicate|gifted";
const PURPOSE = new RegExp(
  `^[\\s\\u00a0]+for[\\s\\u00a0]+(?:the[\\s\\u00a0]+)?(?:${FOR}|${FOR.replace(/(?<=^|\|)\w/g, (letter) => letter.toUpperCase())})(?![\\p{L}])(?:(?:,|[\\s\\u00a0]+(?:and|&|with))[\\s\\u00a0]+\\p{Lu}\\p{L}+)*`,
  "u",
);
const ACADEMIC =
  /^[\s\u00a0]+of[\s\u00a0]+(?:the[\s\u00a0]+)?(?:\p{Lu}[\p{L}'’]+)(?:[\s\u00a0]+(?:and|&|the|of)[\s\u00a0]+\p{Lu}[\p{L}'’]+|[\s\u00a0]+\p{Lu}[\p{L}'’]+)*/u;
const STANDS_BEFORE = /(?:school|academy|college|centre|unit|church|nursery|hospital|institute|hub)$/iu;

/** Where the name of a school ends that says for whom it is, or of what: "Mary Hare School for the Deaf". */
export function endOfPurpose(page: Page, end: number): number {
  if (!STANDS_BEFORE.test(page.text.slice(Math.max(0, end - 12), end))) return end;
  const rest = page.text.slice(end, end + 80);
  const found = PURPOSE.exec(rest)?.[0] ?? ACADEMIC.exec(rest)?.[0] ?? "";
  return end + found.length;
}
