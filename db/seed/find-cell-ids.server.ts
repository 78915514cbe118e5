import { type Cell, cellKey, cellOfCountry } from "#app/domain/place/cell.ts";
import { cellFromChoice } from "#app/domain/place/cell-from-choice.server.ts";
import { ensureCell } from "#app/domain/place/cells.server.ts";
import type { SignForm } from "#app/domain/signature/sign-form.ts";
import type { Site } from "#app/domain/site.ts";

/** The cell that each form's signature is counted in; cells met for the first time are added. */
export async function findCellIds(site: Site, forms: readonly SignForm[]): Promise<Map<SignForm, number>> {
  const { cells } = site.db.tables;
  const idByKey = new Map((await site.db.read.select().from(cells)).map((cell) => [cellKey(cell), cell.id]));
  const found = new Map<SignForm, number>();
  for (const form of forms) {
    const cell = await placeSigner(site, form);
    const key = cellKey(cell);
    const id = idByKey.get(key) ?? (await site.db.transaction("add a cell", (tx) => ensureCell(tx, cell)));
    idByKey.set(key, id);
    found.set(form, id);
  }
  return found;
}

async function placeSigner(site: Site, form: SignForm): Promise<Cell> {
  if (form.country !== "") return cellOfCountry(form.country);
  return cellFromChoice(site.db.read, site.places.locate(form.postcode).cell, form);
}
