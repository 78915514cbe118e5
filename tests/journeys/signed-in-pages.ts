import { readdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { ensureAccount } from "#app/domain/account/ensure-account.server.ts";
import { grantRole } from "#app/domain/account/grant-role.server.ts";
import { moveCampaign } from "#app/domain/campaign/move-campaign.server.ts";
import { addMember } from "#app/domain/crew/members.server.ts";
import { GroupForm } from "#app/domain/group/group.ts";
import { proposeGroupChange } from "#app/domain/group/propose-group-change.server.ts";
import { nameRecipients } from "#app/domain/recipient/name-recipients.server.ts";
import { NamedForm } from "#app/domain/recipient/named-recipient.ts";
import type { Site } from "#app/domain/site.ts";
import { saveDraftUpdate } from "#app/domain/update/save-draft-update.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { insertGroup } from "#db/seed/insert-group.server.ts";
import { openPetition } from "#tests/factories.ts";
import { linkTo } from "../mailbox.ts";
import { testKeyring } from "../set-up/keyring.ts";
import type { PageSeen } from "./every-page.ts";
import { type Scene, WORCESTERSHIRE } from "./scene.ts";
import { replyToCouncil, sendForm, tellStory } from "./story-pages.ts";

/** Somebody who looks after the site and runs the large petition of the demonstration. */
const KEEPER = "keeper-of-all@example.org";
const FOLDERS = /^\/(?:organise|moderate|admin|account)(?:\/|$)/;
const BEGINNINGS = [
  "/organise",
  "/organise/groups/new",
  "/organise/groups/keepers-of-the-pond",
  "/moderate",
  "/admin",
  "/account",
  "/moderate/campaigns/find",
  "/moderate/stories?q=taxi",
  "/organise/evidence/worcestershire",
];

/** Signs in, by the mailed link, somebody who may open every page there is. */
export async function signInAsKeeper(scene: Scene): Promise<Page> {
  const db = openDatabase(scene.app.databaseUrl);
  try {
    await fillDesks(scene, { db, keyring: testKeyring() });
  } finally {
    await db.close();
  }
  const page = await scene.visit("/sign-in", { javaScriptEnabled: true, reducedMotion: "reduce" });
  await page.getByLabel("Your e-mail address").fill(KEEPER);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.goto(linkTo(await scene.mailTo(KEEPER, "Sign in"), "/sign-in/"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

/**
 * Every page behind the signing in that links lead to, one of each kind; and the kinds, by the names of their files,
 * that no link led to.
 */
export async function findSignedInPages(page: Page): Promise<{ pages: PageSeen[]; unseen: string[] }> {
  const list = await (await page.request.get("/organise")).text();
  const numbers = [...list.matchAll(/href="\/organise\/(\d+)"/g)].map(([, number = ""]) => number);
  const kinds = listKinds();
  const pages = new Map<string, PageSeen>();
  const waiting = [...BEGINNINGS, ...numbers.flatMap((number) => byNumber(number))];
  const known = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { pathname } = new URL(path, page.url());
    const kind = kinds.find(({ matches }) => matches.test(pathname));
    if (!kind || pages.has(kind.file)) continue;
    const response = await page.request.get(path);
    if (!(response.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    pages.set(kind.file, { name: kind.file, path, status: response.status() });
    for (const next of linksOf(await response.text())) {
      if (known.has(next) || !FOLDERS.test(next)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  const unseen = kinds.map(({ file }) => file).filter((file) => !pages.has(file));
  return { pages: [...pages.values()], unseen };
}

/** What only a keeper of the site goes to by number. */
function byNumber(number: string): string[] {
  return [
    `/organise/${number}/contacts`,
    `/admin/campaigns/${number}`,
    `/admin/campaigns/${number}/pause`,
    `/moderate/campaigns/${number}`,
    `/moderate/campaigns/${number}/hide`,
  ];
}

/** The pages that there are, those with fixed names before those with a name of any kind. */
function listKinds(): { file: string; matches: RegExp }[] {
  return readdirSync(new URL("../../app/routes", import.meta.url))
    .filter((file) => /^(?:organise|moderate|admin|account)\..*\.tsx$/.test(file))
    .map((file) => ({ file, matches: patternOf(file) }))
    .sort((a, b) => (a.file.replaceAll("$", "~") < b.file.replaceAll("$", "~") ? -1 : 1));
}

function patternOf(file: string): RegExp {
  const parts = file
    .replace(/\.tsx$/, "")
    .split(".")
    .filter((part) => part !== "_index");
  return new RegExp(`^/${parts.map((part) => (part.startsWith("$") ? "[^/]+" : part)).join("/")}$`);
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/ href="([^"#]*)/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}

/** A group of the keeper's own, and one of others that waits for a moderator with what it would like to say. */
async function fillGroups(site: Pick<Site, "db" | "keyring">, now: number): Promise<void> {
  const about = "We look after the pond.";
  const others = await site.db.transaction("fill groups", async (tx) => {
    const own = { slug: "keepers-of-the-pond", name: "Keepers of the pond", about, createdAt: now };
    const accountId = await ensureAccount(tx, site, KEEPER, now);
    const group = await insertGroup(tx, {
      ...own,
      verifiedAt: now,
      verifiedWords: "wrote back from its domain",
    });
    await addMember(tx, { kind: "group", id: group.id }, { accountId, role: "owner" }, now);
    return insertGroup(tx, {
      slug: "anglers-by-the-pond",
      name: "Anglers by the pond",
      about,
      createdAt: now,
    });
  });
  const form = GroupForm.parse({
    name: others.name,
    about: "We fish there.",
    speaksForCount: "9",
    speaksFor: "anglers",
  });
  await proposeGroupChange(site, { groupId: others.id, accountId: "", change: { form } }, now);
}

/** Something on every desk. */
async function fillDesks(scene: Scene, site: Pick<Site, "db" | "keyring">): Promise<void> {
  const now = await scene.now();
  for (const role of ["admin", "moderator"] as const) await grantRole(site, { email: KEEPER, role }, now);
  const { campaigns } = site.db.tables;
  const [large] = await site.db.read
    .select()
    .from(campaigns)
    .where(eq(campaigns.slug, WORCESTERSHIRE.replace("/petitions/", "")));
  if (!large) throw new Error("the demonstration has no large petition");
  const review = await openPetition(
    site,
    { slug: "a-bench-by-the-pond", state: "gathering", openedAt: null, title: "A bench by the pond" },
    now,
  );
  await site.db.transaction("fill desks", async (tx) => {
    const own = async (campaignId: string, email: string): Promise<string> => {
      const accountId = await ensureAccount(tx, site, email, now);
      await tx.insert(tx.tables.organisers).values({ campaignId, accountId, role: "owner", addedAt: now });
      return accountId;
    };
    await own(large.id, KEEPER);
    const accountId = await own(review.id, "by-the-pond@example.org");
    const move = { campaignId: review.id, from: "gathering", to: "in_review" } as const;
    await moveCampaign(tx, site, { ...move, mover: "organiser", accountId }, now);
  });
  await fillGroups(site, now);
  const news = { title: "A draft of our news", body: "- one\n- two", mail: true };
  await saveDraftUpdate(site, { campaignId: large.id, accountId: "", form: news }, now);
  await nameRecipients(
    site,
    {
      ...{ campaignId: review.id, accountId: "" },
      forms: [NamedForm.parse({ role: "Head of parks", organisation: "Worcestershire County Council" })],
    },
    now,
  );
  const send = (path: string, fields: Record<string, string>) => sendForm(scene, path, fields);
  await send((await tellStory(scene, "lavender@example.org")).link, { intent: "send" });
  await send(await replyToCouncil(scene, "officer-of-the-desk@example.org"), { intent: "confirm" });
  await send("/report", { page: WORCESTERSHIRE, reason: "private", words: "A name is misspelt." });
  await send("/areas/E05015851/correct", {
    name: "Clover Attleborough",
    address: "c.attleborough@worcester.gov.uk",
    sourceUrl: "https://www.worcester.gov.uk/cllrs",
    email: "passer-by@example.org",
  });
}
