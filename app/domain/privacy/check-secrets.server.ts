import { inArray } from "drizzle-orm";
import type { Database, Tx } from "#db/database.ts";
import type { Keyring } from "./keyring.server.ts";

const HASH_FACT = "hash_secret_check";
const APP_FACT = "app_secret_check";

/**
 * Makes sure that this database was written with these secrets; remembers them on the first start, and every
 * newer `APP_SECRET` from then on.
 *
 * @throws with what to do when `HASH_SECRET` differs, or when `APP_SECRET` leaves out the secret that was newest
 * at the last start or any that links were made with.
 */
export async function checkSecrets(db: Database, keyring: Keyring): Promise<void> {
  const { appSecrets, hashSecret } = keyring.checkValues;
  await db.transaction("check secrets", async (tx) => {
    const { facts } = tx.tables;
    const known = new Map((await tx.select().from(facts)).map((fact) => [fact.name, fact.value]));
    const hashBefore = known.get(HASH_FACT);
    if (hashBefore !== undefined && hashBefore !== hashSecret)
      throw new Error(
        "HASH_SECRET is not the one this database was made with; set it back, it never changes",
      );
    const [newestBefore, ...olderBefore] = known.get(APP_FACT)?.split(" ") ?? [];
    const gone = olderBefore.filter((id) => !appSecrets.includes(id));
    if ((newestBefore !== undefined && !appSecrets.includes(newestBefore)) || (await isNeeded(tx, gone)))
      throw new Error(
        "APP_SECRET no longer holds a secret this database was used with; put it in the list, after the new one",
      );
    const needed = [newestBefore, ...olderBefore].filter((id) => id !== undefined && !gone.includes(id));
    const appValue = [...new Set([keyring.keyId, ...needed])].join(" ");
    for (const [name, value] of [
      [HASH_FACT, hashSecret],
      [APP_FACT, appValue],
    ] as const)
      await tx
        .insert(facts)
        .values({ name, value })
        .onConflictDoUpdate({ target: facts.name, set: { value } });
  });
}

async function isNeeded(tx: Tx, keyIds: string[]): Promise<boolean> {
  const { links } = tx.tables;
  if (keyIds.length === 0) return false;
  const made = await tx
    .select({ keyId: links.keyId })
    .from(links)
    .where(inArray(links.keyId, keyIds))
    .limit(1);
  return made.length > 0;
}
