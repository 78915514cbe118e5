import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { MarkKind } from "#app/domain/story/mark.ts";

/** A passage that should be marked; `group` says where a name comes from. */
export interface Gold {
  start: number;
  end: number;
  kind: MarkKind;
  group: string;
}

/** An invented text and what should be marked in it. */
export interface Passage {
  half: Half;
  tags: readonly string[];
  text: string;
  gold: readonly Gold[];
}

/**
 * Rules were written while "seen" was looked at; "unseen" was written before them and only its sums were read. "spoken"
 * and "held" came later, as people type on a telephone: rules were mended by the first, by the sums alone of the second.
 * "fresh" and "blind" were written by somebody who knew no rule: rules were widened by the first; of the second, whose
 * passages nobody who writes rules has read, only sums by kind are printed.
 */
export type Half = "seen" | "unseen" | "spoken" | "held" | "fresh" | "blind";

/** The passages of `tests/fixtures/safeguarding`: `# tags`, then a text with `{kind|…}` or `{name.group|…}` in it. */
export function readPassages(half: Half): Passage[] {
  const file = new URL(`../fixtures/safeguarding/${half}.txt`, import.meta.url);
  return readFileSync(fileURLToPath(file), "utf8")
    .split(/^# /m)
    .filter((block) => block.trim() !== "")
    .map((block) => {
      const [tags = "", ...lines] = block.split("\n");
      return { half, tags: tags.trim().split(" "), ...readGold(lines.join("\n").trim()) };
    });
}

function readGold(written: string): Pick<Passage, "text" | "gold"> {
  const gold: Gold[] = [];
  let text = "";
  let from = 0;
  for (const match of written.matchAll(/\{(\w+)(?:\.(\w+))?\|([^}]+)\}/g)) {
    const [whole, kind = "", group = "", said = ""] = match;
    text += written.slice(from, match.index);
    gold.push({ start: text.length, end: text.length + said.length, kind: kindOf(kind), group });
    text += said;
    from = match.index + whole.length;
  }
  return { text: text + written.slice(from), gold };
}

function kindOf(kind: string): MarkKind {
  switch (kind) {
    case "name":
    case "school":
    case "date":
    case "age":
    case "nhs_number":
    case "upn":
    case "case_reference":
    case "postcode":
    case "street_address":
    case "telephone":
    case "email":
    case "link":
    case "handle":
    case "vehicle":
    case "rare_combination":
      return kind;
    default:
      throw new Error(`unknown kind in the passages: ${kind}`);
  }
}
