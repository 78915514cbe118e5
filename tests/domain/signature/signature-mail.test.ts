import { expect, test } from "vitest";
import { eraseSignature } from "#app/domain/signature/erase-signature.server.ts";
import { purgeExpired, remindPending } from "#app/domain/signature/housekeeping.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY, HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { confirm, mails, rowOf, rowsOf, subjects } from "./signing.ts";

const ANN = { name: "Ann Applegarth", email: "ann@example.org", postcode: "WR5 2NP" };
const SIGNED = "You have signed already";

test("the first mail goes to the address as typed, and says which name and postcode it will count", async () => {
  const site = await testSite();
  const petition = await openPetition(site, { title: "Answer in time" });
  const email = "Ann.A+x@Example.org";
  const { confirmToken, notMeToken, manageToken } = await signPetition(site, petition, { ...ANN, email });
  const [mail, ...others] = await mails(site);
  expect(others).toEqual([]);
  expect(mail?.to).toBe(email);
  expect(mail?.subject).toBe("Confirm your signature: Answer in time");
  for (const part of [mail?.text ?? "", mail?.html ?? ""]) {
    expect(part).toContain("Ann Applegarth");
    expect(part).toMatch(/WR5.2NP/);
    expect(part).toContain(`/confirm/${confirmToken}`);
    expect(part).toContain(`/not-me/${notMeToken}`);
    expect(part).toContain(`/signature/${manageToken}`);
    expect(part).toContain(`/petitions/${petition.slug}`);
    expect(part).not.toMatch(/share|tell your friends|donate/i);
  }
});

test("the same typed again after ten minutes brings the same link again; sooner it brings nothing", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await signPetition(site, petition, ANN);
  await signPetition(site, petition, ANN, NOW + 10 * MINUTE - 1);
  expect(await mails(site)).toHaveLength(1);
  const { confirmToken } = await signPetition(site, petition, ANN, NOW + 10 * MINUTE);
  const all = await mails(site);
  expect(all).toHaveLength(2);
  expect(all.every((mail) => mail.text.includes(`/confirm/${confirmToken}`))).toBe(true);
});

test("each mail gives seven more days", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id } = await signPetition(site, petition, ANN);
  await signPetition(site, petition, ANN, NOW + 6 * DAY);
  expect((await rowOf(site, id))?.expiresAt).toBe(NOW + 13 * DAY);
});

test("one typed signature gets five mails, its reminder among them", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  for (let i = 0; i < 4; i += 1) await signPetition(site, petition, ANN, NOW + i * HOUR);
  await remindPending(site, NOW + DAY);
  for (let i = 0; i < 4; i += 1) await signPetition(site, petition, ANN, NOW + 25 * HOUR + i * HOUR);
  expect(await mails(site)).toHaveLength(5);
  const [row] = await rowsOf(site, petition);
  expect(row?.mailCount).toBe(5);
});

test("a reminder goes once, a day after the first mail, if nothing was confirmed", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const waiting = await signPetition(site, petition, ANN);
  await confirmedSignature(site, petition);
  await remindPending(site, NOW + DAY - 1);
  expect(await mails(site)).toHaveLength(1);
  for (const later of [0, MINUTE, DAY]) await remindPending(site, NOW + DAY + later);
  const all = await mails(site);
  expect(all).toHaveLength(2);
  expect(all.at(-1)).toMatchObject({ to: ANN.email, subject: expect.stringMatching(/remind|last|still/i) });
  expect(all.at(-1)?.text).toContain(`/confirm/${waiting.confirmToken}`);
  expect(await rowOf(site, waiting.id)).toMatchObject({
    mailCount: 2,
    expiresAt: NOW + 8 * DAY,
    remindAt: null,
  });
});

test("two workers who remind at the same moment remind once", async () => {
  const site = await testSite({ poolSize: 12 });
  const petition = await openPetition(site);
  for (let i = 0; i < 10; i += 1) await signPetition(site, petition);
  await Promise.all([
    remindPending(site, NOW + DAY),
    remindPending(site, NOW + DAY),
    remindPending(site, NOW + DAY),
  ]);
  expect(await site.db.read.select().from(site.db.tables.outbox)).toHaveLength(20);
});

test("nobody is reminded of what they can no longer do", async () => {
  const site = await testSite();
  const closing = await openPetition(site, { closesOn: "2026-11-25" });
  await signPetition(site, closing, ANN);
  const open = await openPetition(site);
  await signPetition(site, open, ANN);
  await confirmedSignature(site, open, { ...ANN, postcode: "WR1 1AA" }, NOW + HOUR);
  await mails(site, NOW + HOUR);
  expect(await remindPending(site, NOW + DAY)).toBe(2);
  expect(await remindPending(site, NOW + DAY)).toBe(0);
  expect(await site.db.read.select().from(site.db.tables.outbox)).toHaveLength(3);
});

test("who has signed gets a mail that says so, with the link to their signature and none to confirm", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const first = await confirmedSignature(site, petition, ANN);
  await signPetition(site, petition, { ...ANN, name: "ANN applegarth" }, NOW + HOUR);
  await signPetition(site, petition, { ...ANN, name: "Bob Elsewhere", postcode: "DE1 1AA" }, NOW + HOUR);
  expect(await subjects(site, NOW + HOUR)).toEqual([SIGNED, SIGNED]);
  for (const mail of await mails(site)) {
    expect(mail.text).toContain(`/signature/${first.manageToken}`);
    expect(mail.text).not.toContain("/confirm/");
  }
  await remindPending(site, NOW + 2 * DAY);
  expect(await mails(site)).toHaveLength(2);
});

test("another spelling of an address that has signed is told so without the first one's links", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const first = await confirmedSignature(site, petition, ANN);
  await signPetition(site, petition, { ...ANN, email: "ann+other@example.org" }, NOW + HOUR);
  const mail = (await mails(site, NOW + HOUR)).at(-1);
  expect(mail).toMatchObject({ to: "ann+other@example.org", subject: expect.stringContaining(SIGNED) });
  expect(mail?.text).not.toContain(first.manageToken);
});

test("a third of a household is told that two have signed; after one takes theirs back, they are asked to confirm", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await confirmedSignature(site, petition, ANN);
  const bob = await confirmedSignature(site, petition, { ...ANN, name: "Bob Applegarth" });
  const cat = { ...ANN, name: "Cat Applegarth" };
  await signPetition(site, petition, cat, NOW + HOUR);
  await withdrawSignature(site, bob.manageToken, NOW + 2 * HOUR);
  const { confirmToken } = await signPetition(site, petition, cat, NOW + 3 * HOUR);
  const all = await mails(site, NOW + 3 * HOUR);
  expect(all[0]?.subject).toMatch(/two people have signed/i);
  expect(all[0]?.text).not.toContain("/confirm/");
  expect(all[1]?.text).toContain(`/confirm/${confirmToken}`);
  expect(await confirm(site, confirmToken, NOW + 3 * HOUR)).toBe("confirmed");
});

test("an address gets ten mails a day over all campaigns; the eleventh waits, and the page says nothing of it", async () => {
  const site = await testSite();
  const petitions = [await openPetition(site), await openPetition(site)];
  for (let i = 0; i < 12; i += 1) {
    const petition = petitions[i % 2];
    const email = i % 3 ? ANN.email : "ANN+tag@example.org";
    if (petition) await signPetition(site, petition, { ...ANN, email, name: `Name ${i}` });
  }
  expect(await mails(site)).toHaveLength(10);
  const rows = (await Promise.all(petitions.map((petition) => rowsOf(site, petition)))).flat();
  const held = rows.filter((row) => row.state === "suspect");
  expect(held.map((row) => row.heldReason)).toEqual(["address_limit", "address_limit"]);
  expect(held.map((row) => row.mailCount)).toEqual([0, 0]);
  const tomorrow = NOW + DAY;
  const [petition] = petitions;
  if (petition) await signPetition(site, petition, { ...ANN, name: "Name 13" }, tomorrow);
  expect(await mails(site, tomorrow)).toHaveLength(11);
});

test("a row that has had a mail stays pending when its address has had all mails of the day", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const { id, confirmToken } = await signPetition(site, petition, ANN);
  for (let i = 0; i < 9; i += 1) await signPetition(site, petition, { ...ANN, name: `Name ${i}` });
  await signPetition(site, petition, ANN, NOW + HOUR);
  expect(await mails(site)).toHaveLength(10);
  expect((await rowOf(site, id))?.state).toBe("pending");
  expect(await confirm(site, confirmToken, NOW + HOUR)).toBe("confirmed");
});

test("mail about a row that is gone, confirmed, or was not wanted is not sent", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const gone = await signPetition(site, petition);
  const confirmed = await signPetition(site, petition);
  await eraseSignature(site, { token: gone.manageToken, keep: "nothing" }, NOW);
  await confirm(site, confirmed.confirmToken);
  expect(await mails(site)).toEqual([]);
  const rows = await site.db.read.select().from(site.db.tables.outbox);
  expect(rows.map((row) => [row.state, row.reason]).toSorted()).toEqual([
    ["skipped", "no_longer_pending"],
    ["skipped", "row_gone"],
  ]);
});

test("what is not confirmed in seven days cannot be, and is deleted with its links and mail", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const late = await signPetition(site, petition);
  const kept = await confirmedSignature(site, petition);
  const over = NOW + 7 * DAY;
  expect(await confirm(site, late.confirmToken, over)).toBe("expired");
  expect(await purgeExpired(site, over - 1)).toBe(0);
  expect(await purgeExpired(site, over)).toBe(1);
  expect(await purgeExpired(site, over)).toBe(0);
  expect((await rowsOf(site, petition)).map((row) => row.id)).toEqual([kept.id]);
  const links = await site.db.read.select().from(site.db.tables.links);
  expect(new Set(links.map((link) => link.rowId))).toEqual(new Set([kept.id]));
  expect(await confirm(site, late.confirmToken, over)).toBe("unknown_link");
  expect(await mails(site, over)).toEqual([]);
});
