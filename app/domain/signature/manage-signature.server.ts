import type { Site } from "../site.ts";
import { changePreferences } from "./change-preferences.server.ts";
import { confirmSignature } from "./confirm-signature.server.ts";
import { correctPostcode } from "./correct-postcode.server.ts";
import { eraseSignature } from "./erase-signature.server.ts";
import type { ManageForm } from "./manage-form.ts";
import { withdrawSignature } from "./withdraw-signature.server.ts";

/** What became of a button on the page of one's own signature. */
export type ManageOutcome = "done" | "erased" | "not_possible" | "not_countable" | "unknown_link";

/** Does what a signatory asked for on the page of their own signature; each of it may be asked for twice. */
export async function manageSignature(
  site: Site,
  { token, form }: { token: string; form: ManageForm },
  now: number,
): Promise<ManageOutcome> {
  switch (form.intent) {
    case "confirm": {
      const outcome = await confirmSignature(site, { token, choice: form }, now);
      if (outcome === "confirmed" || outcome === "already_confirmed") return "done";
      return outcome === "unknown_link" ? outcome : "not_countable";
    }
    case "preferences": {
      const { showName, updates, handIn } = form;
      const outcome = await changePreferences(
        site,
        { token, preferences: { showName, updates, handIn } },
        now,
      );
      return outcome === "changed" ? "done" : outcome;
    }
    case "postcode": {
      const outcome = await correctPostcode(site, { token, postcode: form.postcode, choice: form }, now);
      return outcome === "corrected" ? "done" : outcome;
    }
    case "withdraw": {
      const outcome = await withdrawSignature(site, token, now);
      if (outcome === "unknown_link") return outcome;
      return outcome === "not_confirmed" ? "not_possible" : "done";
    }
    case "erase": {
      const outcome = await eraseSignature(site, { token, keep: form.keep }, now);
      return outcome === "unknown_link" ? outcome : "erased";
    }
  }
}
