import { expect, test } from "vitest";
import { requestLinks } from "#app/domain/signature/request-links.server.ts";
import { withdrawSignature } from "#app/domain/signature/withdraw-signature.server.ts";
import { DAY, HOUR } from "#app/domain/time/durations.ts";
import { confirmedSignature, NOW, openPetition, signPetition } from "#tests/factories.ts";
import { testSite } from "#tests/site.ts";
import { mails } from "./signing.ts";

const ANN = { name: "Ann Applegarth", email: "ann@example.org", postcode: "WR5 2NP" };

test("one mail brings the links of all that an address has signed, pending ones too", async () => {
  const site = await testSite();
  const [first, second, third] = [
    await openPetition(site),
    await openPetition(site),
    await openPetition(site),
  ];
  const one = await confirmedSignature(site, first, ANN);
  const two = await signPetition(site, second, ANN);
  const three = await confirmedSignature(site, third, ANN);
  const other = await confirmedSignature(site, first);
  await mails(site, NOW + HOUR);
  await withdrawSignature(site, three.manageToken, NOW + HOUR);
  await requestLinks(site, { email: " ANN@example.org".trim(), clientAddress: "192.0.2.1" }, NOW + 2 * HOUR);
  const [mail, ...rest] = (await mails(site, NOW + 2 * HOUR)).filter((one) => one.createdAt > NOW + HOUR);
  expect(rest).toEqual([]);
  expect(mail?.to).toBe(ANN.email);
  for (const { manageToken } of [one, two, three]) expect(mail?.text).toContain(`/signature/${manageToken}`);
  for (const { manageToken } of [other]) expect(mail?.text).not.toContain(manageToken);
});

test("each spelling of an address gets its own links at that spelling, and no other's", async () => {
  const site = await testSite();
  const petitions = [await openPetition(site), await openPetition(site), await openPetition(site)];
  const spellings = ["a.nn@gmail.com", "ann+x@gmail.com", "ann@googlemail.com"];
  const signed = [];
  for (const [i, petition] of petitions.entries())
    signed.push(await confirmedSignature(site, petition, { ...ANN, email: spellings[i] }));
  await requestLinks(site, { email: "ANN@gmail.com", clientAddress: "192.0.2.1" }, NOW + HOUR);
  const sent = await mails(site, NOW + HOUR);
  expect(sent.map((mail) => mail.to).toSorted()).toEqual(spellings.toSorted());
  for (const mail of sent)
    for (const [i, { manageToken }] of signed.entries())
      expect(mail.text.includes(manageToken)).toBe(mail.to === spellings[i]);
});

test("asking does the same whether or not the address has signed; only mail differs", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await confirmedSignature(site, petition, ANN);
  const { jobs, outbox } = site.db.tables;
  const queued = (await site.db.read.select().from(outbox)).length;
  for (const email of [ANN.email, "nobody@example.org"])
    expect(await requestLinks(site, { email, clientAddress: "192.0.2.1" }, NOW + HOUR)).toBeUndefined();
  expect(await site.db.read.select().from(outbox)).toHaveLength(queued);
  const asked = (await site.db.read.select().from(jobs)).filter((job) => job.kind === "mail-links");
  expect(asked).toHaveLength(2);
  expect(JSON.stringify(asked)).not.toContain("example.org");
  expect((await mails(site, NOW + HOUR)).map((mail) => mail.to)).toEqual([ANN.email]);
});

test("an address is not flooded: ten mails a day, those of signing among them", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  await confirmedSignature(site, petition, ANN);
  for (let i = 0; i < 12; i += 1)
    await requestLinks(site, { email: ANN.email, clientAddress: "192.0.2.1" }, NOW + HOUR + i);
  expect(await mails(site, NOW + 2 * HOUR)).toHaveLength(9);
  await requestLinks(site, { email: ANN.email, clientAddress: "192.0.2.1" }, NOW + DAY);
  expect(await mails(site, NOW + DAY)).toHaveLength(10);
});
