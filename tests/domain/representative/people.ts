import { addRepresentative } from "#app/domain/representative/add-representative.server.ts";
import { AddForm } from "#app/domain/representative/admin-forms.ts";
import { findManaged, type ManagedRepresentative } from "#app/domain/representative/admin-queries.server.ts";
import { NOW } from "#tests/factories.ts";
import type { TestSite } from "#tests/site.ts";

/** Cathedral ward of Worcester, a district of Worcestershire; and Worcester's constituency. */
export const WARD = "E05015851";

/** An account that is nobody's: only its id stands in the log. */
export const ADMIN = "00000000-0000-7000-8000-000000000001";

let added = 0;

/** What a form of somebody new sends: a councillor of a ward, unless told otherwise. */
export function newcomer(changes: Record<string, string> = {}): AddForm {
  added += 1;
  return AddForm.parse({
    kind: "councillor",
    name: `Councillor Number ${added} of the Test`,
    area: "a ward",
    startsOn: "2024-05-02",
    source: "the council's page",
    checkedOn: "2026-11-20",
    ...changes,
  });
}

/** Adds somebody as an admin does. @throws when refused */
export async function addedPerson(
  site: TestSite,
  gssCode: string,
  changes: Record<string, string> = {},
  now: number = NOW,
): Promise<ManagedRepresentative> {
  const form = newcomer(changes);
  const outcome = await addRepresentative(site, { form, gssCode, accountId: ADMIN }, now);
  if (outcome.outcome === "refused") throw new Error(`adding was refused: ${outcome.problem}`);
  return managed(site, outcome.publicId, now);
}

/** A representative as it stands. @throws when not there */
export async function managed(
  site: TestSite,
  publicId: string,
  now: number = NOW,
): Promise<ManagedRepresentative> {
  const found = await findManaged(site.db.read, site.keyring, publicId, now);
  if (!found) throw new Error("nobody has this public id");
  return found;
}

/** The only term of somebody who has one. */
export function onlyTerm({ terms }: ManagedRepresentative): ManagedRepresentative["terms"][number] {
  const [term, ...others] = terms;
  if (!term || others.length > 0) throw new Error(`there are ${terms.length} terms`);
  return term;
}

/** The actions and details in the audit log, in order. */
export async function auditLines(site: TestSite): Promise<string[]> {
  const { auditLog } = site.db.tables;
  const rows = await site.db.read.select().from(auditLog).orderBy(auditLog.sequence);
  return rows.map((row) => `${row.action} ${row.detail}`);
}
