import { CAMPAIGNS_PER_DELIVERY } from "#app/policy-forwarding.ts";
import { type Candidate, judge } from "./judge.ts";

/** What is to be said of one campaign to one representative. */
export interface DueItem {
  campaignId: string;
  representativeId: string;
  /** The area counted: of the seat, the county of a division, or blank for everyone. */
  gssCode: string;
  tally: number;
  previousTally: number | null;
  /** Blank where they were never told. */
  previousOn: string;
  step: number;
  isClosing: boolean;
}

/** One message to one address. `termId` is the seat that it is addressed to. */
export interface DueDelivery {
  addressHash: string;
  termId: string;
  items: DueItem[];
}

/**
 * Folds what is due into one message an address, last messages first, then the largest growth, five campaigns at
 * most; what does not fit stays due. Addresses come in ascending order. `slotAt` is the instant of the round.
 */
export function dueDeliveries(candidates: readonly Candidate[], slotAt: number): DueDelivery[] {
  const byAddress = new Map<string, { termId: string; item: DueItem }[]>();
  for (const candidate of candidates) {
    const item = dueItem(candidate, slotAt);
    if (!item) continue;
    const entry = { termId: candidate.termId, item };
    const entries = byAddress.get(candidate.addressHash);
    if (entries) entries.push(entry);
    else byAddress.set(candidate.addressHash, [entry]);
  }
  return [...byAddress]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([addressHash, entries]) => {
      const chosen = chooseItems(entries.sort((a, b) => byUrgency(a.item, b.item)));
      const [first] = chosen;
      if (!first) return [];
      return [{ addressHash, termId: first.termId, items: chosen.map(({ item }) => item) }];
    });
}

/** What is due to be said of a candidate, or undefined: growth that has passed no step sends nothing. */
export function dueItem(candidate: Candidate, slotAt: number): DueItem | undefined {
  const judged = judge(candidate, slotAt);
  if (!judged.isDue) return undefined;
  const { tally, lastTold, campaignId, representativeId, gssCode } = candidate;
  return {
    campaignId,
    representativeId,
    gssCode,
    tally,
    previousTally: lastTold?.tally ?? null,
    previousOn: lastTold?.on ?? "",
    step: judged.step,
    isClosing: judged.isClosing,
  };
}

/** Two who share an address and an area read of a campaign once; a person with two seats is told of one. */
function chooseItems<Entry extends { item: DueItem }>(entries: readonly Entry[]): Entry[] {
  const chosen: Entry[] = [];
  const listed = new Set<string>();
  const people = new Set<string>();
  for (const entry of entries) {
    const { campaignId, gssCode, representativeId } = entry.item;
    const line = `${campaignId} ${gssCode}`;
    const person = `${campaignId} ${representativeId}`;
    if (people.has(person) || (!listed.has(line) && listed.size === CAMPAIGNS_PER_DELIVERY)) continue;
    listed.add(line);
    people.add(person);
    chosen.push(entry);
  }
  return chosen;
}

function byUrgency(a: DueItem, b: DueItem): number {
  const closing = Number(b.isClosing) - Number(a.isClosing);
  const growth = growthOf(b) - growthOf(a);
  const key = (item: DueItem) => `${item.campaignId} ${item.gssCode} ${item.representativeId}`;
  return closing || growth || (key(a) < key(b) ? -1 : 1);
}

function growthOf({ tally, previousTally }: DueItem): number {
  return tally - (previousTally ?? 0);
}
