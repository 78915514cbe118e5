import { z } from "zod";
import { HOUR } from "../time/durations.ts";

/** Hours that one batch may span where nothing else narrows it. */
const HOURS_AT_MOST = 24;

/** Why moderators take signatures out of the count. */
export const BATCH_REASONS = [
  { value: "same_network", label: "Many from one network, not plausible as a school or an office" },
  { value: "burst", label: "Far more within an hour than people would sign" },
  { value: "throwaway", label: "Addresses of a throwaway mail service" },
  { value: "reported", label: "Somebody told us that these people did not sign" },
  { value: "other", label: "Another reason, known to the moderators" },
] as const;

const REASON_CODES = BATCH_REASONS.map(({ value }) => value);
export type BatchReason = (typeof REASON_CODES)[number];

const Instant = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0);

/** Which counted signatures of a campaign are meant; blank and 0 are no narrowing. */
export const BatchSelection = z.object({
  /** The beginning of the hash of a client's network. */
  network: z
    .string()
    .regex(/^[\w-]{0,16}$/)
    .catch(""),
  /** Signed from this instant on, and before that one. */
  from: Instant,
  until: Instant,
  /** The part of the address behind the @, in lower case. */
  domain: z.string().trim().toLowerCase().max(253).catch(""),
});
export type BatchSelection = z.infer<typeof BatchSelection>;

/** Takes signatures out, or opens a sample of them. */
export const BatchForm = z.object({
  ...BatchSelection.shape,
  reason: z.enum(REASON_CODES, { error: "Choose why they are taken out" }),
});

/** Characters of a network's hash that stand for it on a page. */
export const NETWORK_LABEL = 16;

/** Whether a selection is narrow enough to be taken out at once: never a whole campaign. */
export function isNarrow({ network, domain, from, until }: BatchSelection): boolean {
  if (until !== 0 && until <= from) return false;
  return network !== "" || domain !== "" || (from > 0 && until > 0 && until - from <= HOURS_AT_MOST * HOUR);
}

/** The first id that a signature of an instant can have: ids begin with their time. */
export function firstIdAt(instant: number): string {
  const digits = instant.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}
