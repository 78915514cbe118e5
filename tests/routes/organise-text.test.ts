import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { settleChange } from "#app/domain/campaign/settle-change.server.ts";
import type { ProposalState } from "#db/tables/history.ts";
import { confirmedSignature, NOW } from "#tests/factories.ts";
import { type TestSite, testSite } from "#tests/site.ts";
import { see, send } from "./admin-scene.ts";
import { type OrganiseScene, organiseScene } from "./organise-scene.ts";
import { readable } from "./site-pages.ts";

const TEXT = {
  intent: "save",
  title: "Answer every family in time",
  why: "Families wait for years.",
  more: "",
  ask1: "Answer in time",
  askClause: "answer every family in time",
};

async function onlyChange(site: TestSite): Promise<{ publicId: string; state: ProposalState }> {
  const { proposedChanges } = site.db.tables;
  const [row] = await site.db.read.select().from(proposedChanges);
  if (!row) throw new Error("nothing was proposed");
  return row;
}

function versionIn(text: string): string {
  const version = /name="version" value="(\d+)"/.exec(text)?.[1];
  if (version === undefined) throw new Error("the page has no form with a version");
  return version;
}

/** Sends a form with a picture, as a browser does. */
async function sendPicture(
  { front, base, editor }: OrganiseScene,
  fields: Record<string, string>,
  picture?: Uint8Array,
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (picture) body.set("picture", new Blob([new Uint8Array(picture)]), "photo.jpg");
  const encoded = new Response(body);
  return front.ask(`${base}/picture`, {
    method: "POST",
    headers: {
      Cookie: editor.cookie,
      Origin: `http://localhost:${front.port}`,
      "Content-Type": encoded.headers.get("Content-Type") ?? "",
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
}

function photo(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: "#5b2382" } })
    .jpeg()
    .toBuffer();
}

test("an editor changes a text that only supporters have seen; of two at once the second is told", async () => {
  const site = await testSite();
  const { front, base, owner, editor } = await organiseScene(site, { state: "gathering", openedAt: null });
  const page = `${base}/text`;
  const version = versionIn((await see(front, page, editor)).text);
  const wrong = await send(front, page, editor, { ...TEXT, version, title: "" });
  expect([wrong.status, wrong.text.includes('href="#title"')]).toEqual([422, true]);
  const saved = await send(front, page, editor, { ...TEXT, version });
  expect([saved.status, saved.headers.location]).toEqual([303, `${page}?done=saved`]);
  const late = await send(front, page, owner, { ...TEXT, version, title: "Something else" });
  expect(late.status).toBe(409);
  expect(late.text).toContain('value="Something else"');
  expect((await see(front, page, owner)).text).toContain('value="Answer every family in time"');
});

test("a moderator's note stands above the text that it asks to be changed", async () => {
  const site = await testSite();
  const { front, base, petition, owner, moderator } = await organiseScene(site, {
    state: "in_review",
    openedAt: null,
  });
  const { moveCampaign } = await import("#app/domain/campaign/move-campaign.server.ts");
  await site.db.transaction("ask for changes", (tx) =>
    moveCampaign(
      tx,
      site,
      {
        ...{ campaignId: petition.id, from: "in_review", to: "changes_requested" },
        ...{ mover: "moderator", accountId: moderator.accountId, note: "Leave the head teacher’s name out." },
      },
      NOW,
    ),
  );
  for (const path of [base, `${base}/text`])
    expect(readable((await see(front, path, owner)).text)).toContain("Leave the head teacher’s name out.");
  expect(readable((await see(front, base, owner)).text)).not.toContain("moderator-");
});

test("a public text is changed by a moderator's leave; the old one stays to be read, outside search engines", async () => {
  const site = await testSite();
  const scene = await organiseScene(site, { title: "The title before" });
  const { front, base, petition, editor, moderator } = scene;
  await confirmedSignature(site, petition);
  const page = `${base}/text`;
  const address = `/petitions/${petition.slug}`;
  const noReason = await send(front, page, editor, { ...TEXT, version: "1" });
  expect([noReason.status, noReason.text.includes('href="#reason"')]).toEqual([422, true]);
  const fields = { ...TEXT, version: "1", reason: "It is clearer." };
  expect((await send(front, page, editor, fields)).headers.location).toBe(`${page}?done=proposed`);
  expect((await send(front, page, editor, fields)).status).toBe(409);
  const waiting = await see(front, page, editor);
  expect(readable(waiting.text)).toContain("Waits for a moderator");
  expect(waiting.text).not.toContain('name="title"');
  expect((await front.ask(address)).text).toContain("The title before");
  expect((await front.ask(`${address}/text/1`)).status).toBe(404);
  const { publicId } = await onlyChange(site);
  const settling = { publicId, moderatorId: moderator.accountId, decision: "accepted", note: "" } as const;
  expect(await settleChange(site, settling, NOW + 120_000)).toBe("settled");
  const changed = await front.ask(address);
  expect(changed.text).toContain("Answer every family in time");
  expect(readable(changed.text)).toContain(
    "The text was changed on 25 November 2026. 1 person had signed before that. Read the earlier text",
  );
  const earlier = await front.ask(`${address}/text/1`);
  expect(earlier.status).toBe(200);
  expect(earlier.headers["x-robots-tag"]).toBe("noindex");
  expect(earlier.text).toContain('<meta name="robots" content="noindex"/>');
  expect(readable(earlier.text)).toContain("An earlier text: The title before");
  for (const wrong of ["2", "0", "01", "one", "99999999999"])
    expect((await front.ask(`${address}/text/${wrong}`)).status, wrong).toBe(404);
  const { campaigns } = site.db.tables;
  await site.db.transaction("hide", (tx) =>
    tx.update(campaigns).set({ state: "hidden" }).where(eq(campaigns.id, petition.id)),
  );
  expect((await front.ask(`${address}/text/1`)).status).toBe(410);
});

test("a change that waits is taken back by those who run the petition", async () => {
  const site = await testSite();
  const { front, base, editor } = await organiseScene(site);
  const page = `${base}/text`;
  await send(front, page, editor, { ...TEXT, version: "1", reason: "It is clearer." });
  const { publicId } = await onlyChange(site);
  const fields = { intent: "take_back", change: publicId };
  expect((await send(front, page, editor, fields)).headers.location).toBe(`${page}?done=taken_back`);
  expect((await send(front, page, editor, fields)).status).toBe(409);
  expect((await onlyChange(site)).state).toBe("withdrawn");
});

test("a picture is shown at once before a petition opens, and by a moderator's leave after", async () => {
  const site = await testSite();
  const early = await organiseScene(site, { state: "gathering", openedAt: null });
  const alt = "Six families outside County Hall";
  const none = await sendPicture(early, { intent: "save", alt });
  expect([none.status, none.text.includes('href="#picture"')]).toEqual([422, true]);
  const saved = await sendPicture(early, { intent: "save", alt }, await photo());
  expect(saved.headers.location).toBe(`${early.base}/picture?done=saved`);
  const shown = async ({ petition }: OrganiseScene) => {
    const { campaigns } = site.db.tables;
    const [row] = await site.db.read.select().from(campaigns).where(eq(campaigns.id, petition.id));
    return row?.pictureId ?? "";
  };
  expect(await shown(early)).not.toBe("");
  expect((await sendPicture(early, { intent: "drop" })).status).toBe(303);
  expect(await shown(early)).toBe("");

  const open = await organiseScene(site);
  const fields = { intent: "save", alt, reason: "Now there is one.", version: "1" };
  expect((await sendPicture(open, { ...fields, reason: "" }, await photo())).status).toBe(422);
  const proposed = await sendPicture(open, fields, await photo());
  expect(proposed.headers.location).toBe(`${open.base}/picture?done=proposed`);
  expect(await shown(open)).toBe("");
  const { publicId } = await onlyChange(site);
  const settling = {
    publicId,
    moderatorId: open.moderator.accountId,
    decision: "accepted",
    note: "",
  } as const;
  expect(await settleChange(site, settling, NOW)).toBe("settled");
  expect(await shown(open)).not.toBe("");
  expect((await open.front.ask(`/petitions/${open.petition.slug}`)).text).toContain(`alt="${alt}"`);
  const over = await organiseScene(site, { state: "closed", closedAt: NOW });
  expect((await sendPicture(over, fields, await photo())).status).toBe(409);
  const { pictures } = site.db.tables;
  const kept = await site.db.read.select().from(pictures).where(eq(pictures.campaignId, over.petition.id));
  expect(kept).toEqual([]);
});
