/** Lets somebody run the site: `npm run admin -- grant ADDRESS [moderator]`. */
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { makeKeyring } from "#app/domain/privacy/keyring.server.ts";
import { EmailForm } from "#app/domain/signature/sign-form.ts";
import { openDatabase } from "../client.server.ts";
import { type Command, type ExitCode, runCommand } from "./run-command.ts";

await runCommand(grant);

async function grant({ settings, args, say }: Command): Promise<ExitCode> {
  const [verb, address, role = "admin"] = args;
  const parsed = EmailForm.safeParse({ email: address });
  if (verb !== "grant" || !parsed.success || (role !== "admin" && role !== "moderator")) {
    say(
      "Name an address: npm run admin -- grant name@example.org   (or: … grant name@example.org moderator)",
    );
    return 2;
  }
  const db = openDatabase(settings.databaseUrl);
  try {
    const keyring = makeKeyring(settings.appSecrets, settings.hashSecret);
    const outcome = await grantRole({ db, keyring }, { email: parsed.data.email, role }, Date.now());
    const words = role === "admin" ? "an admin" : "a moderator";
    say(outcome === "granted" ? `This address is ${words} now.` : `This address is ${words} already.`);
    say(`Sign in at ${settings.appUrl}/sign-in`);
    return 0;
  } finally {
    await db.close();
  }
}
