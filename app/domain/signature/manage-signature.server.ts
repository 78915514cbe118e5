import { claimOf } from "../open-letter/standing-form.ts";
import type { Site } from "../site.ts";
import { changePreferences } from "./change-preferences.server.ts";
import { changeStanding } from "./change-standing.server.ts";
import { confirmSignature } from "./confirm-signature.server.ts";
import { correctName } from "./correct-name.server.ts";
import { correctPostcode } from "./correct-postcode.server.ts";
import { eraseSignature } from "./erase-signature.server.ts";
import type { ManageForm } from "./manage-form.ts";
import { withdrawSignature } from "./withdraw-signature.server.ts";

/** What became of a button on the page of one's own signature. */
export type ManageOutcome =
  | "done"
  | "erased"
  | "counted_without_details"
  | "name_taken"
  | "not_possible"
  | "not_countable"
  | "unknown_link";

/** Does what a signatory asked for on the page of their own signature; each of it may be asked for twice. */
export async function manageSignature(
  site: Site,
  { token, form }: { token: string; form: ManageForm },
  now: number,
): Promise<ManageOutcome> {
  switch (form.intent) {
    case "confirm": {
      const { textVersion, shownVersion } = form;
      const pressed = { token, choice: form, textVersion, shownVersion };
      const outcome = await confirmSignature(site, pressed, now);
      if (outcome === "confirmed" || outcome === "already_confirmed") return "done";
      return outcome === "unknown_link" ? outcome : "not_countable";
    }
    case "preferences": {
      const { showName, updates, handIn, connection, contact, contactGroup } = form;
      const preferences = { showName, updates, handIn, connection, contact: { contact, contactGroup } };
      const outcome = await changePreferences(site, { token, preferences }, now);
      return outcome === "changed" ? "done" : outcome;
    }
    case "name": {
      const outcome = await correctName(site, { token, name: form.name }, now);
      return outcome === "corrected" ? "done" : outcome;
    }
    case "postcode": {
      const outcome = await correctPostcode(site, { token, postcode: form.postcode, choice: form }, now);
      return outcome === "corrected" ? "done" : outcome;
    }
    case "standing": {
      const outcome = await changeStanding(site, { token, claim: claimOf(form) }, now);
      return outcome === "changed" ? "done" : outcome;
    }
    case "withdraw": {
      const outcome = await withdrawSignature(site, token, now);
      if (outcome === "unknown_link") return outcome;
      return outcome === "not_confirmed" ? "not_possible" : "done";
    }
    case "erase":
      return eraseSignature(site, { token, keep: form.keep }, now);
  }
}
