import type { Database } from "#db/database.ts";
import type { Keyring } from "./keyring.server.ts";

/**
 * Makes sure that this database was written with these secrets; remembers them on the first start, and every
 * newer `APP_SECRET` from then on.
 *
 * @throws with what to do when `HASH_SECRET` differs or no known secret is in `APP_SECRET`.
 */
export async function checkSecrets(db: Database, keyring: Keyring): Promise<void> {
  const { appSecrets, hashSecret } = keyring.checkValues;
  await db.transaction("check secrets", async (tx) => {
    const { facts } = tx.tables;
    const known = new Map((await tx.select().from(facts)).map((fact) => [fact.name, fact.value]));
    const hashBefore = known.get("hash_secret_check");
    if (hashBefore !== undefined && hashBefore !== hashSecret)
      throw new Error(
        "HASH_SECRET is not the one this database was made with; set it back, it never changes",
      );
    const appBefore = known.get("app_secret_check");
    if (appBefore !== undefined && !appSecrets.includes(appBefore))
      throw new Error(
        "APP_SECRET no longer holds the secret this database was last used with; put it in the list, after the new one",
      );
    for (const [name, value] of [
      ["hash_secret_check", hashSecret],
      ["app_secret_check", keyring.keyId],
    ] as const)
      await tx
        .insert(facts)
        .values({ name, value })
        .onConflictDoUpdate({ target: facts.name, set: { value } });
  });
}
