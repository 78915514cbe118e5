import { and, eq, inArray } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import type { Tables } from "#db/schema.ts";
import type { Area } from "../area/queries.server.ts";
import { NAMED_OFFICE } from "../forwarding/body-offices.server.ts";
import { isRunning } from "../forwarding/terms.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import { newPublicId } from "../privacy/public-id.ts";
import { insertTerm, newTermProblem } from "../representative/add-term.server.ts";
import type { TermForm } from "../representative/admin-forms.ts";
import { correctAddress } from "../representative/correct-address.server.ts";
import { holdArea, holdRepresentative } from "../representative/hold-rows.server.ts";
import { usualTitle } from "../representative/naming.ts";
import type { TermProblem } from "../representative/seat-rules.ts";
import { hashAddress, type Representative } from "../representative/term-rows.server.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import { officeKey, officeName } from "./office-name.ts";
import type { SettleRecipientForm } from "./settle-form.ts";

type Named = Tables["namedRecipients"]["$inferSelect"];
type Accepted = Extract<SettleRecipientForm, { decision: "accepted" }>;

/** What became of it: who has the seat, or why nobody has. */
export type SeatedOffice =
  | { outcome: "seated"; representativeId: string }
  | { outcome: "address_known" }
  | { outcome: "refused"; problem: TermProblem | "no_area" };

/**
 * Finds or makes the one who is named, and a seat of theirs that runs: somebody known keeps theirs, and gets an
 * address where they had none. A new one must not be at an address that is known. Whoever
 * calls it new has seen those of the same name.
 */
export async function seatOffice(
  tx: Tx,
  site: Pick<Site, "keyring">,
  { named, form, accountId }: { named: Named; form: Accepted; accountId: string },
  now: number,
): Promise<SeatedOffice> {
  const known = form.known === "new" ? undefined : await holdRepresentative(tx, form.known);
  if (form.known !== "new" && !known) return { outcome: "refused", problem: "no_area" };
  const area = await holdArea(tx, form.seat);
  if (!area) return { outcome: "refused", problem: "no_area" };
  const atAddress = await listAtAddress(tx, site, form.email, now);
  if (atAddress.length > 0 && (!known || !atAddress.includes(known.id))) return { outcome: "address_known" };
  const person = known ?? newOffice(named, area, now);
  if (known) {
    const running = await listRunning(tx, known.id, now);
    if (atAddress.includes(known.id) || (running.length > 0 && form.email === ""))
      return { outcome: "seated", representativeId: known.id };
    const seat = running.find(({ gssCode }) => gssCode === area.gssCode);
    if (seat) {
      if (seat.address === "") {
        const problem = await correctAddress(tx, site, { person, area, termId: seat.id, form }, now);
        if (problem) return { outcome: "refused", problem };
      }
      return { outcome: "seated", representativeId: known.id };
    }
  }
  const term = termOf(form, now);
  const problem = await newTermProblem(tx, { person, area, form: term }, now);
  if (problem) return { outcome: "refused", problem };
  if (!known) await tx.insert(tx.tables.representatives).values(person);
  await insertTerm(tx, site, { representativeId: person.id, gssCode: area.gssCode, form: term }, now);
  const action = known ? "add_term" : "add_representative";
  await appendAudit(tx, { accountId, action, subject: person.id, detail: `office ${area.gssCode}` }, now);
  return { outcome: "seated", representativeId: person.id };
}

/** A new office; its key says that a campaign named it, not that it speaks for the whole body. */
function newOffice(named: Named, area: Area, now: number): Representative {
  const publicId = newPublicId();
  const name = officeName(named, area.level);
  return {
    ...{ id: v7({ msecs: now }), publicId, kind: "office", sourceKey: `${NAMED_OFFICE}${publicId}` },
    ...{ name, nameKey: officeKey(named, area.level), isInvented: false, language: "en" },
    fullTitle: usualTitle("office", name, area.level === "council" ? named.organisation || area.name : ""),
  };
}

function termOf(form: Accepted, now: number): TermForm {
  return {
    ...{ party: "", startsOn: "", address: form.email, source: form.sourceUrl, checkedOn: londonDay(now) },
    ...{ area: "", areaCode: form.seat, another: true },
  };
}

async function listAtAddress(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  email: string,
  now: number,
): Promise<string[]> {
  if (email === "") return [];
  const { terms } = tx.tables;
  const rows = await tx
    .selectDistinct({ id: terms.representativeId })
    .from(terms)
    .where(and(isRunning(tx, londonDay(now)), eq(terms.addressHash, hashAddress(keyring, email))));
  return rows.map(({ id }) => id);
}

async function listRunning(tx: Tx, representativeId: string, now: number) {
  const { terms } = tx.tables;
  return tx
    .select({ id: terms.id, gssCode: terms.gssCode, address: terms.address })
    .from(terms)
    .where(and(isRunning(tx, londonDay(now)), inArray(terms.representativeId, [representativeId])));
}
