import { expect, test } from "vitest";
import { publish } from "#tests/domain/forwarding/scene.ts";
import { testSite } from "#tests/site.ts";
import { see, send } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";
import { readable } from "./site-pages.ts";

const DERBYSHIRE = { bodyGss: "E10000007", bodyName: "Derbyshire County Council" };
const FORM = {
  debateThreshold: "900",
  officerThreshold: "",
  minSignatures: "",
  note: "debate must be asked for",
  sourceUrl: "https://www.derbyshire.gov.uk/petitions",
  hasRead: "on",
};
const CHECK = "/admin/petition-rules/E10000007";

test("a petition shows its progress by the council's rule only once a moderator has read it", async () => {
  const site = await testSite();
  const { front, petition, base, owner, moderator } = await organiseScene(site, DERBYSHIRE);
  await publish(site, petition.id, []);
  const read = async (path: string, who = owner) => readable((await see(front, path, who)).text);
  const page = `/petitions/${petition.slug}`;
  expect(await read(page)).not.toContain("By the council’s own rule");
  expect(await read(base)).not.toContain("You can ask for a debate");

  const sent = await send(front, CHECK, moderator, { ...FORM, debateThreshold: "7,500" });
  expect([sent.status, sent.headers.location]).toEqual([303, "/admin/petition-rules?done=checked"]);
  const text = await read(page);
  expect(text).toContain("1,000 of 7,500 needed for a debate by the council.");
  expect(text).toContain("as we read it on 25 November 2026");
  expect(text).toContain("Derbyshire County Council decides which of them it counts");
  expect(await read(base)).not.toContain("You can ask for a debate");

  await send(front, CHECK, moderator, FORM);
  expect(await read(page)).toContain(
    "1,000 have signed : the 900 needed for a debate by the council are reached.",
  );
  const claim = await read(base);
  expect(claim).toContain("You can ask for a debate by the council");
  expect(claim).toContain("the rule of Derbyshire County Council asks for 900");
});

test("a rule is checked by moderators alone, with a page, a number and the word that it was read", async () => {
  const site = await testSite();
  const { front, moderator, stranger } = await organiseScene(site, DERBYSHIRE);
  expect((await see(front, CHECK, stranger)).status).toBe(403);
  expect((await send(front, CHECK, stranger, FORM)).status).toBe(403);
  const wrong = await send(front, CHECK, moderator, {
    ...{ debateThreshold: "many", sourceUrl: "javascript:alert(1)", note: "kept words" },
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain("kept words");
  for (const name of ["debateThreshold", "sourceUrl", "hasRead"])
    expect(wrong.text).toContain(`id="${name}-error"`);
  const none = await send(front, CHECK, moderator, { ...FORM, debateThreshold: "" });
  expect(none.text).toContain("Enter at least one number");
  expect((await see(front, "/admin/petition-rules/E05015849", moderator)).status).toBe(404);
  const list = readable((await see(front, "/admin/petition-rules", moderator)).text);
  expect(list).toMatch(/Derbyshire County Council Not checked/);
  expect(await site.db.read.select().from(site.db.tables.auditLog)).not.toContainEqual(
    expect.objectContaining({ action: "check_petition_rule" }),
  );
});
