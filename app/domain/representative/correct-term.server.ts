import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import type { CorrectTermForm } from "./admin-forms.ts";
import { holdArea, holdRepresentative } from "./hold-rows.server.ts";
import { councilDomainOf, isSharedMail, seatProblem } from "./seat-problem.server.ts";
import { type TermProblem, termProblem } from "./seat-rules.ts";
import {
  findTerm,
  isAsRead,
  openAddress,
  sealAddress,
  stateOfAddress,
  type Term,
  termKey,
} from "./term-rows.server.ts";
import { versionOf } from "./version.server.ts";

/** What became of correcting a term; `changed`: somebody else has changed it since the form was opened. */
export type CorrectTermOutcome =
  | { outcome: "corrected" | "unchanged"; key: string }
  | { outcome: "refused"; problem: TermProblem }
  | { outcome: "changed" | "unknown" };

/** Corrects party, first day, address, source and day of checking of one term. A new address begins afresh. */
export async function correctTerm(
  site: Site,
  input: { publicId: string; key: string; form: CorrectTermForm; accountId: string },
  now: number,
): Promise<CorrectTermOutcome> {
  const { publicId, key, form, accountId } = input;
  const { keyring } = site;
  return site.db.transaction("correct term", async (tx) => {
    const { terms } = tx.tables;
    const person = await holdRepresentative(tx, publicId);
    const before = person && (await findTerm(tx, person.id, key));
    if (!person || !before) return { outcome: "unknown" };
    if (versionOf(before) !== form.version) return { outcome: "changed" };
    const area = await holdArea(tx, before.gssCode);
    if (!area) return { outcome: "unknown" };
    const { version: _, address, ...values } = form;
    const after = { ...before, ...values, address };
    const isNewAddress = address !== openAddress(keyring, before);
    const problem =
      termProblem(person.kind, area, isNewAddress ? after : { ...after, address: "" }, {
        councilDomain: await councilDomainOf(tx, area),
        today: londonDay(now),
      }) ??
      (isNewAddress && isSharedMail(area, address) ? "shared_mail" : undefined) ??
      (after.startsOn === before.startsOn
        ? undefined
        : await seatProblem(tx, { ...after, ...seatOf(person), termId: before.id, isAnother: true }));
    if (problem) return { outcome: "refused", problem };
    const fields = changedFields(before, { ...values, isNewAddress });
    if (fields.length === 0) return { outcome: "unchanged", key };
    const sealed = isNewAddress ? sealAddress(keyring, before.id, address) : undefined;
    const fate = sealed && {
      ...sealed,
      addressState: await stateOfAddress(tx, sealed.addressHash, before.addressState),
    };
    const written = await tx
      .update(terms)
      .set({ ...values, ...fate })
      .where(isAsRead(tx, before))
      .returning({ id: terms.id });
    if (written.length === 0) return { outcome: "changed" };
    const detail = `${before.gssCode}: ${fields.join(" ")}`;
    await appendAudit(tx, { accountId, action: "correct_term", subject: person.id, detail }, now);
    return { outcome: "corrected", key: termKey(after) };
  });
}

function seatOf(person: { id: string; kind: "mp" | "councillor" | "office"; nameKey: string }) {
  return { representativeId: person.id, kind: person.kind, nameKey: person.nameKey };
}

/** The names of what differs: never what it was or is. */
function changedFields(
  before: Term,
  after: Pick<Term, "party" | "startsOn" | "source" | "checkedOn"> & { isNewAddress: boolean },
): string[] {
  const fields = (["party", "startsOn", "source", "checkedOn"] as const).filter(
    (name) => before[name] !== after[name],
  );
  return after.isNewAddress ? [...fields, "address"] : fields;
}
