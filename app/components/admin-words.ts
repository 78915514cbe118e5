import type { TermProblem } from "#app/domain/representative/seat-rules.ts";
import type { AreaLevel } from "#db/tables/area.ts";
import type { CorrectionKind } from "#db/tables/correction.ts";
import type { AddressState, RepresentativeKind } from "#db/tables/representative.ts";
import type { ChipTone } from "./chip.tsx";

/** What each kind of representative is called. */
export const KIND_WORDS: Record<RepresentativeKind, string> = {
  mp: "MP",
  councillor: "Councillor",
  office: "Office",
};

/** What each level of area is called. */
export const LEVEL_WORDS: Record<AreaLevel, string> = {
  council: "Council",
  ward: "Ward",
  division: "Division",
  constituency: "Constituency",
  nation: "Nation",
};

/** What each state of an address means. */
export const ADDRESS_WORDS: Record<AddressState, string> = {
  good: "Works",
  bounced: "Bounced: messages come back",
  opted_out: "Has asked us not to write",
  unknown: "Not known whether it works",
};

/** The state of an address in a word or two. */
export function addressChip(term: { hasAddress: boolean; addressState: AddressState }): {
  words: string;
  tone: ChipTone;
} {
  if (term.addressState === "opted_out") return { words: "Opted out", tone: "refused" };
  if (!term.hasAddress) return { words: "No address", tone: "waiting" };
  if (term.addressState === "bounced") return { words: "Bounced", tone: "refused" };
  return term.addressState === "good" ? { words: "Good", tone: "ok" } : { words: "Unknown", tone: "plain" };
}

/** What a correction is about. */
export const CORRECTION_WORDS: Record<CorrectionKind, string> = {
  left: "Has left office",
  name: "Name",
  party: "Party",
  other: "Something else",
  missing: "A councillor we do not know",
};

const PROBLEMS: Record<TermProblem | "no_area", { field: string; message: string }> = {
  no_area: { field: "area", message: "Enter the name or the code of an area that exists" },
  wrong_level: {
    field: "area",
    message:
      "Choose a constituency for an MP, a ward or division for a councillor, a council, a nation or the United Kingdom for an office",
  },
  area_ended: {
    field: "area",
    message: "This area has ended: choose the one that came after it, or give a last day",
  },
  ends_before_start: { field: "endsOn", message: "Enter a last day that is not before the first" },
  starts_too_late: { field: "startsOn", message: "Enter a first day that is at most a year ahead" },
  ends_too_late: { field: "endsOn", message: "Enter a last day that is at most a year ahead" },
  checked_in_future: { field: "checkedOn", message: "Enter the day you checked it: today or earlier" },
  no_domain: {
    field: "address",
    message: "Leave the address blank, or first give the council’s own domain on its page under Areas",
  },
  not_at_council: {
    field: "address",
    message: "Enter an address at the council’s own domain, or leave it blank: we write to no other",
  },
  shared_mail: {
    field: "address",
    message: "Enter an address at the body’s own domain, or leave it blank: anybody can have one at this one",
  },
  seat_taken: { field: "area", message: "Somebody else is the MP here at that time: end their term first" },
  already_theirs: { field: "area", message: "They already speak for this area at that time" },
  same_name: {
    field: "another",
    message: "Somebody of this name already speaks for this area: tick the box if this is another person",
  },
};

/** The field to put right and what to do. Where a form lacks that field, `fallback` is marked. */
export function problemErrors(problem: TermProblem | "no_area", fallback?: string): Record<string, string> {
  const { field, message } = PROBLEMS[problem];
  return { [fallback ?? field]: message };
}

/** Said with 409. */
export const CHANGED_WORDS =
  "Somebody else has changed this since you opened it. How it stands now is shown above; what you typed stands below. Check both, then save again.";

const ACTIONS: Readonly<Record<string, string>> = {
  pause_signing: "Paused all signing",
  stop_dispatch: "Mail to representatives stopped by itself",
  resume_dispatch: "Let mail to representatives go on",
  resume_signing: "Let signing go on",
  grant_role: "Gave a role",
  revoke_role: "Took a role off",
  add_passkey: "Added a passkey",
  remove_passkey: "Removed a passkey",
  reset_passkeys: "Removed all passkeys of somebody",
  add_representative: "Added a representative",
  add_term: "Added a term",
  correct_name: "Corrected a name",
  correct_term: "Corrected a term",
  end_term: "Set the last day of a term",
  correct_address_state: "Said how an address stands",
  address_bounced: "Messages to the address came back",
  address_complained: "Marked a message as unwanted: nothing goes there any more",
  settle_delivery: "Said what became of a message to a representative",
  merge_representatives: "Merged two people",
  correct_area: "Corrected an area",
  accept_correction: "Accepted a correction",
  decline_correction: "Declined a correction",
  move_campaign: "Moved a campaign to another state",
  invite_editor: "Invited somebody to help run a campaign or group",
  invite_owner: "Invited somebody to own a group",
  accept_invitation: "Began to help run a campaign or group",
  remove_editor: "Took somebody off those who run a campaign or group",
  make_owner: "Made somebody an owner of a group",
  leave_group: "Stopped running a group",
  create_group: "Made a group",
  close_group: "Closed a group",
  accept_group_change: "Accepted what a group says of itself",
  decline_group_change: "Declined what a group says of itself",
  verify_group: "Verified a group",
  unverify_group: "Took a group’s mark back",
  hide_group: "Hid a group",
  restore_group: "Put a group back",
  set_group: "Published a campaign under the name of a group, or of none",
  export_contacts: "Exported those who let a group write to them",
  leave_campaign: "Stopped running a campaign",
  hand_over: "Handed a campaign over",
  change_settings: "Changed the settings of a campaign",
  grant_appeal: "Granted an appeal",
  dismiss_appeal: "Dismissed an appeal",
  accept_change: "Accepted a change to a campaign",
  decline_change: "Declined a change to a campaign",
  accept_outcome: "Accepted what became of an ask",
  decline_outcome: "Declined what became of an ask",
  accept_recipient: "Accepted somebody whom a campaign is addressed to",
  decline_recipient: "Declined somebody whom a campaign is addressed to",
  remove_recipient: "Took somebody off those whom a campaign is addressed to",
  export_hand_in: "Exported those who let their name be handed in",
};

/** What was done, from its code in the log. */
export function actionWords(action: string): string {
  return ACTIONS[action] ?? action.replaceAll("_", " ");
}
