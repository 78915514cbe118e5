import type { LedgerAnswer, LedgerCounts, LedgerFate, LedgerLevel } from "#app/domain/forwarding/ledger.ts";
import { counted, figure } from "./format.ts";

/** Whom a ledger can be narrowed to. */
export const LEVEL_WORDS: Record<LedgerLevel, string> = {
  mp: "MPs",
  ward: "Ward councillors",
  county: "County councillors",
  office: "Offices and those addressed",
};

/** What became of telling them. */
export const FATE_WORDS: Record<LedgerFate, string> = {
  told: "Told",
  arrived: "Arrived",
  bounced: "Could not be reached",
  paused: "Asked us not to write",
  waiting: "Not told yet",
  no_address: "No address known",
};

/** What they answered. */
export const ANSWER_WORDS: Record<LedgerAnswer, string> = {
  any: "Answered",
  none: "Told, no answer here yet",
  support: "Support it",
  raise: "Will raise it",
  oppose: "Do not support it",
  contact: "Ask people to contact their office",
  statement: "Answered in their own words",
};

/** What a ledger comes to, in sentences. Where nobody is written to, nobody is said to have been told. */
export function ledgerSentences({ all, fates, answered }: LedgerCounts, isLive: boolean): string {
  const who = counted(all, "representative speaks", "representatives speak");
  const said = [`${who} for people who have signed, or for the body it is meant for.`];
  if (isLive || fates.told > 0) {
    const arrived = fates.arrived === 0 ? "" : `; of their last messages ${figure(fates.arrived)} arrived`;
    said.push(`${figure(fates.told)} ${fates.told === 1 ? "has" : "have"} been told${arrived}.`);
  }
  if (fates.waiting > 0)
    said.push(`${figure(fates.waiting)} ${isLive ? "have not been told yet." : "would be told."}`);
  if (fates.no_address > 0) said.push(`For ${figure(fates.no_address)} we know no address.`);
  if (answered > 0) said.push(`${figure(answered)} ${answered === 1 ? "has" : "have"} answered.`);
  return said.join(" ");
}
