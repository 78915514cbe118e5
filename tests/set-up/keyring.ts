import { type Keyring, makeKeyring } from "#app/domain/privacy/keyring.server.ts";

/** The secrets of all tests: what the template's database was sealed and hashed with. */
export const TEST_SECRETS = { app: "a secret of the tests", hash: "a hash secret of the tests" } as const;

/** A keyring that opens what the template holds. */
export function testKeyring(): Keyring {
  return makeKeyring([TEST_SECRETS.app], TEST_SECRETS.hash);
}
