import { desc, eq } from "drizzle-orm";
import { confirmSignature } from "#app/domain/signature/confirm-signature.server.ts";
import { hashAddress } from "#app/domain/signature/person.server.ts";
import { recordSignature } from "#app/domain/signature/record-signature.server.ts";
import { SignForm } from "#app/domain/signature/sign-form.ts";
import { NOW, tokensOf } from "../../factories.ts";
import type { Scene } from "./paths.ts";

/** Somebody who has just signed, and the tokens of their links. */
export interface Signed extends ReturnType<typeof tokensOf> {
  email: string;
}

let numbersGiven = 0;

/** Signs as the form does: somebody new, from a place of their own. */
export async function record({ site, campaign }: Scene): Promise<string> {
  numbersGiven += 1;
  const email = `newcomer-${process.pid}-${numbersGiven}@example.org`;
  const typed = { name: `Newcomer ${numbersGiven}`, email, postcode: "WR5 2NP", showName: "on" };
  const clientAddress = `10.${numbersGiven >> 16}.${(numbersGiven >> 8) & 255}.${numbersGiven & 255}`;
  const form = SignForm.parse(typed);
  const outcome = await recordSignature(site, { campaignId: campaign.id, form, clientAddress }, NOW);
  if (outcome !== "recorded") throw new Error(`signing ended as ${outcome}`);
  return email;
}

/** The same, and the links that their mail would carry. */
export async function signed(scene: Scene): Promise<Signed> {
  const email = await record(scene);
  const { site } = scene;
  const { signatures } = site.db.tables;
  const [row] = await site.db.read
    .select({ id: signatures.id })
    .from(signatures)
    .where(eq(signatures.addressHash, hashAddress(site.keyring, email)))
    .orderBy(desc(signatures.id))
    .limit(1);
  if (!row) throw new Error("nothing was recorded");
  return { email, ...tokensOf(site, row.id) };
}

/** The same, confirmed a minute later. */
export async function confirmed(scene: Scene): Promise<Signed> {
  const one = await signed(scene);
  const choice = { constituency: "", council: "", ward: "" };
  const outcome = await confirmSignature(scene.site, { token: one.confirmToken, choice }, NOW + 60_000);
  if (outcome !== "confirmed") throw new Error(`confirming ended as ${outcome}`);
  return one;
}
