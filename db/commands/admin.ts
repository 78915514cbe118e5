/** Says who runs the site: `npm run admin -- grant ADDRESS [moderator]`, `revoke`, `reset-passkeys`, `list`. */
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { resetPasskeys } from "#app/domain/account/reset-passkeys.server.ts";
import { revokeRole } from "#app/domain/account/revoke-role.server.ts";
import { listRoleHolders } from "#app/domain/account/role-holders.server.ts";
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import { EmailForm } from "#app/domain/signature/sign-form.ts";
import type { Site } from "#app/domain/site.ts";
import { openDatabase } from "../client.server.ts";
import type { Role } from "../tables/account.ts";
import { type Command, type ExitCode, runCommand } from "./run-command.ts";

type AccountSite = Pick<Site, "db" | "keyring" | "wake">;

const USAGE = `Say what to do, and for which address:
  npm run admin -- grant name@example.org             makes an admin  (… moderator: a moderator)
  npm run admin -- revoke name@example.org            takes that off  (… moderator: the same)
  npm run admin -- reset-passkeys name@example.org    for somebody who has lost their only passkey
  npm run admin -- list                               who is what`;

await runCommand(admin);

async function admin({ settings, args, say }: Command): Promise<ExitCode> {
  const [verb = "", address, role = "admin"] = args;
  const parsed = EmailForm.safeParse({ email: address });
  const needsAddress = verb !== "list";
  const isKnown = ["grant", "revoke", "reset-passkeys", "list"].includes(verb);
  if (!isKnown || (needsAddress && !parsed.success) || (role !== "admin" && role !== "moderator")) {
    say(USAGE);
    return 2;
  }
  const db = openDatabase(settings.databaseUrl);
  try {
    // The mails that this queues are sent by the running program, which looks for them by itself.
    const site = { db, keyring: makeKeyring(settings.appSecrets, settings.hashSecret), wake() {} };
    if (!parsed.success || verb === "list") return await list(site, say);
    const { email } = parsed.data;
    if (verb === "grant") return await grant(site, { email, role, appUrl: settings.appUrl }, say);
    if (verb === "revoke") return await revoke(site, { email, role }, say);
    return await reset(site, email, say);
  } finally {
    await db.close();
  }
}

async function grant(
  site: AccountSite,
  { appUrl, ...given }: { email: string; role: Role; appUrl: string },
  say: Command["say"],
): Promise<ExitCode> {
  const outcome = await grantRole(site, given, Date.now());
  say(`This address is ${inWords(given.role)} ${outcome === "granted" ? "now" : "already"}.`);
  say(`Sign in at ${appUrl}/sign-in`);
  return 0;
}

async function revoke(
  site: AccountSite,
  given: { email: string; role: Role },
  say: Command["say"],
): Promise<ExitCode> {
  switch (await revokeRole(site, given, Date.now())) {
    case "revoked":
      say(`This address is ${inWords(given.role)} no more.`);
      return 0;
    case "not_granted":
      say(`This address is not ${inWords(given.role)}; npm run admin -- list says who is.`);
      return 1;
    case "last_admin":
      say("This is the only admin: grant somebody else first.");
      return 1;
  }
}

async function reset(site: AccountSite, email: string, say: Command["say"]): Promise<ExitCode> {
  const outcome = await resetPasskeys(site, { email, by: "" }, Date.now());
  if (outcome === "unknown") {
    say("Nobody has signed in with this address.");
    return 1;
  }
  say(`Passkeys removed: ${outcome.removed}. This address is signed out everywhere and is told by mail.`);
  say("They sign in by mail now, and make a new passkey within a quarter of an hour.");
  return 0;
}

async function list({ db, keyring }: AccountSite, say: Command["say"]): Promise<ExitCode> {
  const holders = await listRoleHolders(db.read, keyring);
  for (const { role, email, passkeyCount } of holders) say(`${role}\t${email}\tpasskeys: ${passkeyCount}`);
  if (holders.length === 0) say("Nobody has a role yet.");
  return 0;
}

function inWords(role: Role): string {
  return role === "admin" ? "an admin" : "a moderator";
}
