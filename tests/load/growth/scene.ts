import { isNull } from "drizzle-orm";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { requestSignIn } from "#app/domain/account/request-sign-in.server.ts";
import { signIn } from "#app/domain/account/sign-in.server.ts";
import { NOW } from "../../factories.ts";
import { findGrown } from "./fill.ts";
import type { Scene } from "./paths.ts";
import { type GrownSite, openSite } from "./site.ts";

/** Opens a database that has been filled, with an owner of its campaign and a moderator who are signed in. */
export async function openScene(url: string, unitLimit?: number): Promise<Scene> {
  const site = await openSite(url, unitLimit);
  const campaign = await findGrown(site);
  const organiser = await comeIn(site);
  await site.db.transaction("let somebody run it", (tx) =>
    tx
      .insert(tx.tables.organisers)
      .values({ campaignId: campaign.id, accountId: organiser.accountId, role: "owner", addedAt: NOW }),
  );
  return { site, campaign, organiser, moderator: await comeIn(site, "moderator") };
}

async function comeIn(site: GrownSite, role?: "moderator"): Promise<Scene["organiser"]> {
  const email = `${Math.random().toString(36).slice(2)}@example.org`;
  if (role) await grantRole(site, { email, role }, NOW);
  await requestSignIn(site, email, NOW);
  const { signInRequests } = site.db.tables;
  const [asked] = await site.db.read.select().from(signInRequests).where(isNull(signInRequests.spentAt));
  if (!asked) throw new Error("no link was asked for");
  const token = site.keyring.token("sign_in", asked.id, 1);
  const session = await signIn(site, { token, device: "A browser" }, NOW);
  if (!session) throw new Error("nobody was signed in");
  return { accountId: asked.accountId, cookie: `session=${session.token}` };
}
