import { nameKeyOf } from "#app/domain/representative/naming.ts";
import { addDays } from "#app/domain/time/london.ts";
import type { Tables } from "../../schema.ts";
import type { Refused } from "../report.ts";
import type { CurrentTerm } from "./current-terms.server.ts";
import { type Holder, sealedAddress } from "./holder.ts";
import type { TermSecrets } from "./term-secrets.server.ts";

/** A term as it will be, ready to be laid down for the swap. */
export type StagedTerm = Omit<Tables["stagedTerms"]["$inferInsert"], "batch">;

/** What the swap will write, and what that means. */
export interface TermPlan {
  staged: StagedTerm[];
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
  refused: Refused[];
}

/** What is known of all rows alike. */
export interface PlanRules {
  kind: "mp" | "councillor";
  /** The London day that the file speaks of. */
  checkedOn: string;
  /** One holder a seat: whoever comes ends the term of whoever was there. */
  oneHolder: boolean;
  /** Whether a running term whose holder is not in the file has ended. */
  hasLeft(current: CurrentTerm): boolean;
  secrets: TermSecrets;
}

/**
 * Compares holders with the terms there are. Whoever holds the same seat as before keeps their term, its fate of
 * address too, unless the file tells of a later election; nothing is written here.
 */
export function planTerms(
  current: readonly CurrentTerm[],
  holders: readonly Holder[],
  rules: PlanRules,
): TermPlan {
  const plan: TermPlan = { staged: [], added: 0, changed: 0, ended: 0, unchanged: 0, refused: [] };
  const { secrets } = rules;
  const byKey = groupBy(current, ({ representative }) => representative.sourceKey);
  const seats = groupBy(
    current.filter(({ term }) => term.endsOn === ""),
    ({ term }) => term.gssCode,
  );
  const seen = new Set<string>();

  // Who has left comes first, so that the seat is free for whoever followed.
  for (const holder of [...holders].sort((a, b) => Number(a.endsOn === "") - Number(b.endsOn === ""))) {
    const own = byKey.get(holder.sourceKey) ?? [];
    const inSeat = own.filter(({ term }) => term.gssCode === holder.gssCode);
    const running = inSeat.find(({ term }) => term.endsOn === "");
    const others = (seats.get(holder.gssCode) ?? []).filter(
      (one) => !own.includes(one) && !seen.has(one.term.id),
    );
    const person = personOf(holder, own[0], rules);
    for (const { term } of inSeat) seen.add(term.id);

    if (holder.endsOn !== "") {
      if (!running) plan.unchanged += 1;
      else end(running, holder.endsOn, person);
      continue;
    }
    const later = others.find(({ term }) => term.startsOn > holder.startsOn);
    if (rules.oneHolder && later && !running) {
      const reason = `the seat has been held by somebody else since ${later.term.startsOn}; the file is older than what is known`;
      plan.refused.push({ row: holder.row, reason });
      continue;
    }
    const isReelected = running && running.term.startsOn !== "" && holder.startsOn > running.term.startsOn;
    if (isReelected) end(running, addDays(holder.startsOn, -1), person);
    const before = isReelected
      ? undefined
      : (running ?? inSeat.find(({ term }) => term.startsOn === holder.startsOn));
    if (before) keep(before, holder, person);
    else add(holder, person, own.at(-1));
    if (!rules.oneHolder) continue;
    for (const other of others) {
      seen.add(other.term.id);
      end(other, addDays(holder.startsOn, -1));
    }
  }
  for (const one of current) {
    if (one.term.endsOn !== "" || seen.has(one.term.id) || !rules.hasLeft(one)) continue;
    end(one, addDays(rules.checkedOn, -1));
  }
  return plan;

  function keep({ term, representative }: CurrentTerm, holder: Holder, person: Person): void {
    const next = {
      ...term,
      party: holder.party,
      startsOn: term.startsOn || holder.startsOn,
      endsOn: "",
      ...(holder.address === undefined ? {} : sealedAddress(holder.address, term, secrets)),
    };
    const isSame =
      next.party === term.party &&
      next.startsOn === term.startsOn &&
      next.addressHash === term.addressHash &&
      term.endsOn === "" &&
      person.name === representative.name &&
      person.nameKey === representative.nameKey &&
      person.fullTitle === representative.fullTitle;
    if (isSame) plan.unchanged += 1;
    else plan.changed += 1;
    // The source named is the one that the address came from.
    const source = holder.address === undefined && term.address !== "" ? term.source : holder.source;
    const isChecked = term.checkedOn >= rules.checkedOn && term.source === source;
    if (!isSame || !isChecked) stage(next, person, { source, checkedOn: later(term.checkedOn) });
  }

  function add(holder: Holder, person: Person, before: CurrentTerm | undefined): void {
    const id = secrets.newId();
    const known = before?.term;
    const address = holder.address ?? (known ? secrets.openAddress(known.id, known.address) : "");
    const blank = { id, address: "", addressHash: "", addressState: "unknown" } as const;
    const fate = sealedAddress(
      address,
      known?.addressState === "opted_out" ? { ...blank, addressState: "opted_out" } : blank,
      secrets,
    );
    const { gssCode, party, startsOn } = holder;
    plan.added += 1;
    stage({ ...blank, ...fate, representativeId: person.id, gssCode, party, startsOn, endsOn: "" }, person, {
      source: holder.address === undefined && address !== "" && known ? known.source : holder.source,
      checkedOn: rules.checkedOn,
    });
  }

  function end({ term, representative }: CurrentTerm, on: string, person: Person = representative): void {
    plan.ended += 1;
    const endsOn = on < term.startsOn ? term.startsOn : on;
    stage({ ...term, endsOn }, person, { source: term.source, checkedOn: later(term.checkedOn) });
  }

  function stage(term: TermValues, person: Person, checked: { source: string; checkedOn: string }): void {
    const { id: termId, representativeId: _, ...values } = term;
    const { id: representativeId, ...named } = person;
    plan.staged.push({ termId, representativeId, ...named, ...values, ...checked });
  }

  function later(day: string): string {
    return day > rules.checkedOn ? day : rules.checkedOn;
  }
}

type TermValues = Omit<CurrentTerm["term"], "source" | "checkedOn">;
type Person = Omit<CurrentTerm["representative"], "isInvented">;

function personOf(holder: Holder, known: CurrentTerm | undefined, { kind, secrets }: PlanRules): Person {
  const { name, fullTitle } = holder;
  const nameKey = nameKeyOf(name);
  if (known) {
    const { isInvented: _, ...person } = known.representative;
    return { ...person, name, nameKey, fullTitle };
  }
  const { sourceKey } = holder;
  const id = secrets.newId();
  return { id, publicId: secrets.newPublicId(), kind, sourceKey, name, nameKey, fullTitle, language: "en" };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
