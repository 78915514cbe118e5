import { expect, test } from "vitest";
import { countSignatures } from "#app/domain/campaign/queries.server.ts";
import { HOUR } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { confirmedSignature, NOW, openLetter } from "#tests/factories.ts";
import { form } from "#tests/http/front.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { getUpdate, mailAll, NEWS, publishedUpdate, waitingUpdate } from "../domain/update/scene.ts";
import { see, send } from "./admin-scene.ts";
import { type OrganiseScene, organiseScene } from "./organise-scene.ts";
import { openPages } from "./site-pages.ts";

const TYPED = { title: NEWS.title, body: NEWS.body, mail: "on" };

/** Writes a draft as the form does; its public name. */
async function drafted({ front, base, editor }: OrganiseScene): Promise<string> {
  const answer = await send(front, `${base}/updates/new`, editor, TYPED);
  const to = String(answer.headers.location);
  expect([answer.status, to]).toEqual([303, expect.stringMatching(`^${base}/updates/[a-z0-9]{10}$`)]);
  return to.split("/").at(-1) ?? "";
}

async function mailed(site: TestSite) {
  while ((await sendQueuedMail(site.context(NOW))) > 0);
  return listMailbox(site.db.read, site.keyring);
}

test("an organiser writes news, sees it as it will look on the site and in the mail, and hands it in", async () => {
  const site = await testSite();
  const scene = await organiseScene(site);
  const { front, base, editor } = scene;
  await confirmedSignature(site, scene.petition, { updates: true });
  const publicId = await drafted(scene);
  const page = await see(front, `${base}/updates/${publicId}`, editor);
  expect(page.text).toContain("On the site");
  expect(page.text).toContain("In the mail");
  expect(page.text).toContain("<strong>every family</strong>");
  expect(page.text).toContain("the one person who asked for news");
  expect(page.headers["cache-control"]).toBe("private, no-store");
  const changed = { ...TYPED, title: "We met her" };
  expect((await send(front, `${base}/updates/${publicId}/edit`, editor, changed)).status).toBe(303);
  const handedIn = await send(front, `${base}/updates/${publicId}`, editor, { intent: "submit" });
  expect(handedIn.headers.location).toBe(`${base}/updates/${publicId}?done=waiting`);
  expect(await getUpdate(site, publicId)).toMatchObject({ state: "waiting", title: "We met her" });
  const again = await send(front, `${base}/updates/${publicId}`, editor, { intent: "submit" });
  expect(again.status).toBe(409);
});

test("a form with mistakes comes back with what was typed and says what to do", async () => {
  const site = await testSite();
  const { front, base, editor } = await organiseScene(site);
  const answer = await send(front, `${base}/updates/new`, editor, { title: "", body: "She said <yes>" });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain("Enter a title");
  expect(answer.text).toContain('aria-invalid="true"');
  expect(answer.text).toContain("She said &lt;yes&gt;");
});

test("a copy goes to the organiser who asks, at their own address, and to nobody who signed", async () => {
  const site = await testSite();
  const scene = await organiseScene(site);
  const { front, base, editor } = scene;
  await confirmedSignature(site, scene.petition, { updates: true, email: "reader@example.org" });
  const publicId = await drafted(scene);
  const asked = await send(front, `${base}/updates/${publicId}`, editor, { intent: "copy" });
  expect(asked.headers.location).toContain("done=sent");
  const copies = (await mailed(site)).filter(({ subject }) => subject.startsWith("Copy for you"));
  expect(copies).toHaveLength(1);
  expect(copies[0]?.to).toMatch(/^nobody-/);
  expect(copies[0]?.html).not.toContain("/unsubscribe/");
});

test("nobody else writes, reads or hands in news of a campaign", async () => {
  const site = await testSite();
  const scene = await organiseScene(site);
  const { front, base, stranger, moderator, editor } = scene;
  const publicId = await drafted(scene);
  for (const who of [stranger, moderator])
    for (const path of ["", "/new", `/${publicId}`, `/${publicId}/edit`]) {
      expect((await see(front, `${base}/updates${path}`, who)).status).toBe(403);
      if (path !== "")
        expect(
          (await send(front, `${base}/updates${path}`, who, { ...TYPED, intent: "submit" })).status,
        ).toBe(403);
    }
  expect((await see(front, `/moderate/updates/${publicId}`, moderator)).status).toBe(404);
  expect((await see(front, `${base}/updates/nothing`, editor)).status).toBe(404);
  expect(await getUpdate(site, publicId)).toMatchObject({ state: "draft" });
});

test("a moderator reads news beside its mail, publishes it, and takes it down with a note", async () => {
  const site = await testSite();
  const { front, petition, moderator, editor } = await organiseScene(site);
  const publicId = await waitingUpdate(site, petition);
  const path = `/moderate/updates/${publicId}`;
  expect((await see(front, "/moderate/updates", moderator)).text).toContain(NEWS.title);
  expect((await see(front, "/moderate", moderator)).text).toContain("/moderate/updates");
  expect((await see(front, path, editor)).status).toBe(403);
  expect((await see(front, path, moderator)).text).toContain("In the mail");
  expect((await send(front, path, moderator, { decision: "declined" })).status).toBe(422);
  expect((await send(front, path, moderator, { decision: "accepted" })).status).toBe(303);
  const own = `/petitions/${petition.slug}/updates/${publicId}`;
  expect((await front.ask(own)).text).toContain("<strong>every family</strong>");
  expect((await front.ask(`/petitions/${petition.slug}`)).text).toContain(NEWS.title);
  expect((await send(front, path, moderator, { intent: "pull", pullNote: " " })).status).toBe(422);
  const pulling = { intent: "pull", pullNote: "It names a child." };
  expect((await send(front, path, moderator, pulling)).status).toBe(303);
  expect((await front.ask(own)).status).toBe(410);
  expect((await front.ask(`/petitions/${petition.slug}`)).text).not.toContain(NEWS.title);
  expect((await send(front, path, moderator, pulling)).status).toBe(409);
});

test("news of an open letter stands under the letter, and not under a petition", async () => {
  const site = await testSite();
  const letter = await openLetter(site);
  const { publicId } = await publishedUpdate(site, letter);
  const pages = await openPages(site);
  expect(await pages.read(`/letters/${letter.slug}/updates/${publicId}`)).toContain("open letter");
  expect(await pages.read(`/letters/${letter.slug}/updates`)).toContain(NEWS.title);
  expect((await pages.get(`/petitions/${letter.slug}/updates/${publicId}`)).status).toBe(404);
  expect((await pages.get(`/letters/${letter.slug}/updates/nothing`)).status).toBe(404);
});

test("markup that somebody typed into news is text, and its links lead nowhere that they may not", async () => {
  const site = await testSite();
  const letter = await openLetter(site);
  const body = "<script>alert(1)</script> [here](javascript:alert(1)) [there](/moderate) **<b>x</b>**";
  const { publicId } = await publishedUpdate(site, letter, { title: "<i>Hello</i>", body });
  const page = await (
    await (await openPages(site)).get(`/letters/${letter.slug}/updates/${publicId}`)
  ).text();
  expect(page).not.toContain("<script>alert");
  expect(page).not.toContain('href="javascript:');
  expect(page).toContain("<strong>&lt;b&gt;x&lt;/b&gt;</strong>");
});

test("the link in the mail stops the news in one click; a second time says so, and the signature stays", async () => {
  const site = await testSite();
  const { front, petition } = await organiseScene(site);
  const signed = await confirmedSignature(site, petition, { updates: true });
  await publishedUpdate(site, petition, {}, NOW + HOUR);
  await mailAll(site.context(NOW + HOUR));
  const [news] = await listMailbox(site.db.read, site.keyring);
  const link = /http\S+(\/unsubscribe\/\S+)/.exec(news?.text ?? "")?.[1] ?? "";
  expect(news?.to).toBe(signed.form.email);
  for (const method of ["GET", "HEAD"]) expect((await front.ask(link, { method })).status).toBe(200);
  const oneClick = {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  };
  const [first, second] = [await front.ask(link, oneClick), await front.ask(link, oneClick)];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.text).toContain("There is nothing left for you to do");
  expect(second.text).toContain("It was stopped before");
  expect((await front.ask(link)).text).toContain("You get no news");
  expect((await front.ask(link, form({}))).status).toBe(303);
  expect(await countSignatures(site.db.read, petition.id)).toBe(1);
});
