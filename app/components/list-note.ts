import type { AskOutcome } from "#db/tables/campaign.ts";
import { calendarDay, figure } from "./format.ts";

const ANSWERS: Record<Exclude<AskOutcome, "open">, string> = {
  done: "done",
  partly: "partly done",
  promised: "promised",
  refused: "refused",
};

/** What a card says of a petition beyond its signatures, in a list that is about just that. */
export function cardNote(
  { weekCount = 0, closesOn }: { weekCount?: number; closesOn: string },
  sort: "best" | "newest" | "week" | "closing",
  answers: readonly AskOutcome[] = [],
): string | undefined {
  if (sort === "week") return `${figure(weekCount)} in the last seven days`;
  if (sort === "closing") return `Last day to sign: ${calendarDay(closesOn)}`;
  const counted = (["done", "partly", "promised", "refused"] as const)
    .map((outcome) => ({ outcome, count: answers.filter((one) => one === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${figure(count)} ${ANSWERS[outcome]}`);
  return counted.length === 0 ? undefined : `Of its ${answers.length} demands: ${counted.join(", ")}`;
}
