import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handInCsv } from "#app/http/hand-in-csv.ts";
import { confirmedSignature } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { see, send } from "./admin-scene.ts";
import { organiseScene } from "./organise-scene.ts";
import { readable } from "./site-pages.ts";

async function signedScene(changes: Parameters<typeof organiseScene>[1] = {}) {
  const site = await testSite();
  const scene = await organiseScene(site, changes);
  await confirmedSignature(site, scene.petition, {
    name: "Amir Khan",
    handIn: true,
    connection: "work",
  });
  await confirmedSignature(site, scene.petition, { name: "Wren Applegarth", handIn: true });
  await confirmedSignature(site, scene.petition, { name: "Private Person" });
  return { site, ...scene, path: `${scene.base}/hand-in` };
}

test("an owner fetches those who ticked hand-in, and no others: names, postcodes, connection", async () => {
  const { site, front, owner, petition, path } = await signedScene();
  const page = await see(front, path, owner);
  expect([page.status, page.text.includes("Nobody yet.")]).toEqual([200, true]);
  const list = await send(front, `${path}.csv`, owner, {});
  expect(list.status).toBe(200);
  expect(list.headers["cache-control"]).toBe("private, no-store");
  expect(list.headers["content-disposition"]).toContain("attachment");
  const lines = list.text.replace("\uFEFF", "").trim().split("\r\n");
  expect(lines[0]).toBe("name,postcode,connection");
  expect(lines.slice(1).toSorted()).toEqual(["Amir Khan,WR5 2NP,works there", "Wren Applegarth,WR5 2NP,"]);
  const { auditLog } = site.db.tables;
  const log = await site.db.read.select().from(auditLog).where(eq(auditLog.action, "export_hand_in"));
  expect(log).toMatchObject([{ accountId: owner.accountId, subject: petition.id, detail: "2" }]);
  expect(readable((await see(front, path, owner)).text)).toMatch(/n…@example\.org on 25 November 2026/);
});

test("nobody else has the list, and opening its address gives nothing out", async () => {
  const { site, front, owner, editor, stranger, moderator, path } = await signedScene();
  for (const person of [editor, stranger, moderator]) {
    expect((await send(front, `${path}.csv`, person, {})).status).toBe(403);
    expect((await see(front, path, person)).status).toBe(403);
  }
  expect((await front.ask(`${path}.csv`)).status).toBe(404);
  expect((await see(front, `${path}.csv`, owner)).status).toBe(404);
  const { auditLog } = site.db.tables;
  expect(await site.db.read.select().from(auditLog).where(eq(auditLog.action, "export_hand_in"))).toEqual([]);
});

test("there is a list only of petitions to councils that the public could sign", async () => {
  for (const changes of [
    { state: "in_review", openedAt: null },
    { bodyKind: "department", bodyGss: "", bodyName: "Department for Education" },
    { kind: "letter" },
  ] as const) {
    const site = await testSite();
    const { front, owner, base } = await organiseScene(site, changes);
    expect((await see(front, `${base}/hand-in`, owner)).status).toBe(404);
    expect((await send(front, `${base}/hand-in.csv`, owner, {})).status).toBe(404);
  }
});

test("whatever a name begins with, no cell of the list is a formula", async () => {
  async function* parts() {
    yield [{ name: "=cmd|' /C calc'!A0", postcode: "WR52NP", connection: "" as const }];
    yield [{ name: "@sum(1), and more", postcode: "", connection: "study" as const }];
  }
  expect((await handInCsv(parts())).split("\r\n").slice(1, 3)).toEqual([
    "'=cmd|' /C calc'!A0,WR5 2NP,",
    '"\'@sum(1), and more",,studies there',
  ]);
});
