import { figure } from "./format.ts";

interface ListWords {
  count: number;
  state: "open" | "closed" | "all";
  q: string;
  /** The council's name, where the list is one council's. */
  council?: string;
}

const KIND = { open: "open petition", closed: "closed petition", all: "petition" } as const;

/** How many a list holds, as a sentence: "3 open petitions to Kent County Council about “buses”". */
export function listWords({ count, state, q, council }: ListWords): string {
  const number = count === 0 ? "No" : figure(count);
  return [
    `${number} ${KIND[state]}${count === 1 ? "" : "s"}`,
    council === undefined ? "" : ` to ${council}`,
    q === "" ? "" : ` about “${q}”`,
  ].join("");
}
