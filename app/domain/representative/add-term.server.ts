import { and, desc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/database.ts";
import type { Area } from "../area/queries.server.ts";
import { appendAudit } from "../moderation/append-audit.server.ts";
import type { Site } from "../site.ts";
import { londonDay } from "../time/london.ts";
import type { TermForm } from "./admin-forms.ts";
import { holdArea, holdRepresentative } from "./hold-rows.server.ts";
import { councilDomainOf, isSharedMail, seatProblem } from "./seat-problem.server.ts";
import { type TermProblem, termProblem } from "./seat-rules.ts";
import { type Representative, sealAddress, stateOfAddress, termKey } from "./term-rows.server.ts";

/** What became of adding a term. */
export type AddTermOutcome =
  | { outcome: "added"; key: string }
  | { outcome: "refused"; problem: TermProblem | "no_area" }
  | { outcome: "unknown" };

/** Adds a term to somebody who is known, where nobody is in the way. */
export async function addTerm(
  site: Site,
  input: { publicId: string; form: TermForm; gssCode: string; accountId: string },
  now: number,
): Promise<AddTermOutcome> {
  const { publicId, form, gssCode, accountId } = input;
  return site.db.transaction("add term", async (tx) => {
    const person = await holdRepresentative(tx, publicId);
    if (!person) return { outcome: "unknown" };
    const area = await holdArea(tx, gssCode);
    if (!area) return { outcome: "refused", problem: "no_area" };
    const problem = await newTermProblem(tx, { person, area, form }, now);
    if (problem) return { outcome: "refused", problem };
    await insertTerm(tx, site, { representativeId: person.id, gssCode, form }, now);
    await appendAudit(tx, { accountId, action: "add_term", subject: person.id, detail: gssCode }, now);
    return { outcome: "added", key: termKey({ gssCode, startsOn: form.startsOn }) };
  });
}

/** Why a term that begins cannot be, or undefined. The area's row is held. */
export async function newTermProblem(
  tx: Tx,
  {
    person,
    area,
    form,
  }: { person: Pick<Representative, "id" | "kind" | "nameKey">; area: Area; form: TermForm },
  now: number,
): Promise<TermProblem | undefined> {
  const { id: representativeId, kind, nameKey } = person;
  const term = { ...form, endsOn: "" };
  const councilDomain = await councilDomainOf(tx, area);
  const problem = termProblem(kind, area, term, { councilDomain, today: londonDay(now) });
  if (problem) return problem;
  if (isSharedMail(area, form.address)) return "shared_mail";
  const { gssCode } = area;
  const { startsOn, another: isAnother } = form;
  return seatProblem(tx, { kind, gssCode, nameKey, representativeId, isAnother, startsOn, endsOn: "" });
}

/** Writes a term that nothing speaks against. */
export async function insertTerm(
  tx: Tx,
  { keyring }: Pick<Site, "keyring">,
  { representativeId, gssCode, form }: { representativeId: string; gssCode: string; form: TermForm },
  now: number,
): Promise<void> {
  const { terms } = tx.tables;
  const [objected] = await tx
    .select({ state: terms.addressState })
    .from(terms)
    .where(and(eq(terms.representativeId, representativeId), eq(terms.addressState, "opted_out")))
    .orderBy(desc(terms.startsOn), desc(terms.id))
    .limit(1);
  const id = v7({ msecs: now });
  const { party, startsOn, source, checkedOn } = form;
  const sealed = sealAddress(keyring, id, form.address);
  const addressState = await stateOfAddress(tx, sealed.addressHash, objected?.state);
  const term = { id, representativeId, gssCode, party, startsOn, endsOn: "", source, checkedOn };
  await tx.insert(terms).values({ ...term, ...sealed, addressState });
}
