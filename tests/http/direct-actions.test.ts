import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "#db/database.ts";
import { organisedPetition } from "#tests/domain/campaign/organised-petition.ts";
import { confirmedSignature, openLetter, openPetition, signPetition } from "#tests/factories.ts";
import { openPages } from "#tests/routes/site-pages.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { form, type Question, startFront } from "./front.ts";

const ANN = { name: "Ann Example", email: "ann@example.org", postcode: "WR5 2NP" };
const SIGN = "/petitions/open-petition/sign";

interface Scene {
  site: TestSite;
  tokens: Record<"pending" | "confirmed" | "same" | "expired" | "support", string>;
}

/** What is asked, one after another, of the same scene. */
const ASKED: [what: string, path: string, question: Question][] = [
  ["a good form", SIGN, form(ANN)],
  ["the same again", SIGN, form(ANN)],
  ["mistakes", SIGN, form({ ...ANN, email: "ann@", name: '"><b>' })],
  ["an empty form", SIGN, { ...form({}), body: "" }],
  ["a slip in the address", SIGN, form({ ...ANN, email: "ann@gmial.com" })],
  ["the slip confirmed", SIGN, form({ ...ANN, email: "ann@gmial.com", emailChecked: "ann@gmial.com" })],
  ["a question in the address bar", `${SIGN}?index`, form({ ...ANN, name: "Bea Example" })],
  ["a slash at the end", `${SIGN}/`, form({ ...ANN, name: "Cem Example" })],
  ["capitals in the path", SIGN.toUpperCase(), form({ ...ANN, name: "Dee Example" })],
  ["an escaped slug", "/petitions/open%2Dpetition/sign", form({ ...ANN, name: "Eve Example" })],
  ["a closed petition", "/petitions/closed-petition/sign", form(ANN)],
  ["a hidden petition", "/petitions/hidden-petition/sign", form(ANN)],
  ["a rejected petition", "/petitions/rejected-petition/sign", form(ANN)],
  ["an unknown slug", "/petitions/nobody-knows/sign", form(ANN)],
  ["a slug that was given up", "/petitions/old-name/sign", form(ANN)],
  ["a petition under letters", "/letters/open-petition/sign", form(ANN)],
  ["a letter", "/letters/open-letter/sign", form({ ...ANN, role: "Parent", organisation: "Elm Group" })],
  ["a letter with a mistake", "/letters/open-letter/sign", form({ ...ANN, onBehalf: "on" })],
  ["a petition that gathers", "/petitions/gathering-petition/sign", form(ANN)],
  ["a support link", "/support/{support}", form(ANN)],
  ["HEAD", SIGN, { method: "HEAD" }],
  ["GET", SIGN, {}],
  ["another method", SIGN, { method: "PUT" }],
  ["a large body", SIGN, form({ ...ANN, name: "x".repeat(70_000) })],
  ["another type", SIGN, { ...form(ANN), headers: { "Content-Type": "application/json" }, body: "{}" }],
  ["another site", SIGN, { ...form(ANN), headers: { ...form({}).headers, "Sec-Fetch-Site": "cross-site" } }],
  ["confirming", "/confirm/{pending}", form({})],
  ["confirming again", "/confirm/{pending}", form({})],
  ["confirming what is confirmed", "/confirm/{confirmed}", form({})],
  ["confirming the same name", "/confirm/{same}", form({})],
  ["confirming a closed petition's", "/confirm/{expired}", form({})],
  ["confirming with a wrong place", "/confirm/{pending}", form({ council: "Worcester" })],
  ["an unknown link", "/confirm/AAAAAAAAAAAAAAAAAAAAAA", form({})],
  ["a link that is none", "/confirm/a.b", form({})],
];

test("signing and confirming answer alike, and write alike, by their actions alone and by way of the pages", {
  timeout: 120_000,
}, async () => {
  const direct = await answersOf(await scene(), { actsDirectly: true });
  const throughPages = await answersOf(await scene(), { actsDirectly: false });
  for (const [index, [what]] of ASKED.entries())
    expect({ what, ...direct[index] }).toEqual({ what, ...throughPages[index] });
  const statuses = new Set(direct.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([200, 301, 303, 403, 404, 405, 409, 410, 413, 415, 422]);
});

test("whatever an action comes to, it has run once", async () => {
  const { site, tokens } = await scene();
  const units: string[] = [];
  const db: Database = {
    ...site.db,
    transaction(name, work) {
      units.push(name);
      if (name === "record signature") return Promise.reject(new Error("no room"));
      return site.db.transaction(name, work);
    },
  };
  const pages = await openPages({ ...site, db });
  const front = await startFront({ answer: pages.answer });
  const refused = await front.ask(`/confirm/${tokens.same}`, form({}));
  expect([refused.status, units]).toEqual([409, ["confirm signature"]]);
  const failed = await front.ask(SIGN, form(ANN));
  expect([failed.status, units]).toEqual([500, ["confirm signature", "record signature"]]);
});

async function scene(): Promise<Scene> {
  const site = await testSite();
  const open = await openPetition(site, { slug: "open-petition", title: "An open petition" });
  await openLetter(site, { slug: "open-letter", title: "An open letter" });
  for (const state of ["closed", "hidden", "rejected"] as const)
    await openPetition(site, { slug: `${state}-petition`, title: `A ${state} petition`, state });
  const ended = await openPetition(site, { slug: "ended-petition", title: "An ended petition" });
  const gathers = { slug: "gathering-petition", title: "A petition that gathers" };
  const { supportToken } = await organisedPetition(site, gathers);
  const person = { name: "Marigold Pennywhistle", email: "marigold@example.org" };
  const pending = await signPetition(site, open, { name: "Wren Applegarth", email: "wren@example.org" });
  const confirmed = await confirmedSignature(site, open, person);
  const same = await signPetition(site, open, { ...person, name: "MARIGOLD PENNYWHISTLE" });
  const expired = await signPetition(site, ended, person);
  await site.db.transaction("rename and end", async (tx) => {
    const { formerSlugs, campaigns } = tx.tables;
    await tx.insert(formerSlugs).values({ kind: "petition", slug: "old-name", campaignId: open.id });
    await tx.update(campaigns).set({ state: "rejected" }).where(eq(campaigns.id, ended.id));
  });
  const tokens = {
    ...{ pending: pending.confirmToken, confirmed: confirmed.confirmToken, same: same.confirmToken },
    ...{ expired: expired.confirmToken, support: supportToken },
  };
  return { site, tokens };
}

/** All answers, with names in place of the tokens of this scene, and the units of writing that each began. */
async function answersOf({ site, tokens }: Scene, how: { actsDirectly: boolean }) {
  const { answer } = await openPages(site, how);
  const front = await startFront({ answer, trustProxy: true, appUrl: "http://localhost" });
  const answers = [];
  for (const [, path, question] of ASKED) {
    const filled = Object.entries(tokens).reduce(
      (text, [name, token]) => text.replace(`{${name}}`, token),
      path,
    );
    const { status, headers, text } = await front.ask(filled, question);
    const { date: _, ...kept } = headers;
    const named = Object.entries(tokens).reduce(
      (all, [name, token]) => all.replaceAll(token, `{${name}}`),
      JSON.stringify({ ...kept, text }),
    );
    answers.push({ status, said: named, rows: await countRows(site) });
  }
  return answers;
}

/** How many signatures, links, mails and counted events there are. */
async function countRows({ db: { read } }: TestSite): Promise<number[]> {
  const { signatures, links, outbox, countEvents, signatureSlots } = read.tables;
  const counts: number[] = [];
  for (const table of [signatures, links, outbox, countEvents, signatureSlots])
    counts.push((await read.select({ one: sql`1` }).from(table)).length);
  return counts;
}
