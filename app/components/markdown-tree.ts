import { withoutUnseen } from "#app/domain/moderation/unseen-marks.ts";

/** What a Markdown text was read as: paragraphs, lists, links and the words in them. */
export interface MarkdownNode {
  type: string;
  children?: MarkdownNode[];
  value?: string;
  alt?: string | null;
  depth?: number;
  url?: string;
}

/** Nothing that was typed to be read goes as deep; what does becomes the words in it. */
const DEEPEST = 24;

/** Makes what was read plain: two sizes of heading, code and pictures as their words, no unseen marks. */
export function plainTree() {
  return (root: MarkdownNode): void => {
    const left = [{ node: root, depth: 0 }];
    for (let next = left.pop(); next; next = left.pop()) {
      const { node, depth } = next;
      makePlain(node);
      if (depth >= DEEPEST && node.children) {
        node.children = [{ type: "text", value: wordsOf(node) }];
        continue;
      }
      for (const child of node.children ?? []) left.push({ node: child, depth: depth + 1 });
    }
  };
}

function makePlain(node: MarkdownNode): void {
  switch (node.type) {
    case "heading":
      node.depth = (node.depth ?? 1) <= 3 ? 3 : 4;
      return;
    case "code":
      node.type = "paragraph";
      node.children = [{ type: "text", value: node.value ?? "" }];
      return;
    case "image":
    case "imageReference":
    case "inlineCode":
      node.value = node.value ?? node.alt ?? "";
      node.type = "text";
      break;
  }
  if (node.type === "text") node.value = withoutUnseen(node.value ?? "");
}

function wordsOf(node: MarkdownNode): string {
  let words = "";
  const left = [node];
  for (let next = left.pop(); next; next = left.pop()) {
    words += next.type === "text" || next.type === "inlineCode" ? (next.value ?? "") : "";
    left.push(...(next.children ?? []).toReversed());
  }
  return withoutUnseen(words);
}
