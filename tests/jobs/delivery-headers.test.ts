import { expect, onTestFinished, test } from "vitest";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { addDays } from "#app/domain/time/london.ts";
import { resendTransport } from "#app/emails/transport-resend.server.ts";
import { smtpTransport } from "#app/emails/transport-smtp.server.ts";
import {
  ARBORETUM,
  councillor,
  deliveriesOf,
  dispatchAll,
  forwardingSite,
  petitionWith,
  publish,
  rehearsing,
  TUESDAY,
  tenOn,
} from "../domain/forwarding/scene.ts";
import { startResendServer } from "../servers/resend.ts";
import { startSmtpServer, type TakenMail } from "../servers/smtp.ts";
import { type TestSite, testSettings } from "../site.ts";

const PUBLIC = { FORWARDING: "rehearsal", APP_URL: "http://localhost:3000" };

/** A councillor told of one petition in as many rounds as there are counts; what arrived at a real mail server. */
async function rounds(
  counts: readonly number[],
  settings: Record<string, string> = {},
): Promise<{ site: TestSite; mails: TakenMail[]; round: (slotOn: string) => Promise<void> }> {
  const site = await forwardingSite();
  const server = await startSmtpServer();
  const transport = smtpTransport({ url: server.url, timeoutMs: 2000 });
  onTestFinished(async () => {
    transport.close();
    await server.stop();
  });
  await councillor(site, { email: "pat@councillors.example" });
  const petition = await petitionWith(site, []);
  for (const [index, count] of counts.entries()) {
    const slotOn = addDays(TUESDAY, 7 * index);
    await publish(site, petition.id, [["ward", ARBORETUM, count]]);
    await round(slotOn);
  }
  return { site, mails: server.mails, round };

  async function round(slotOn: string): Promise<void> {
    await planDeliveries(site, { forwarding: "rehearsal", slotOn }, tenOn(slotOn));
    const changes = { transport, settings: testSettings({ ...PUBLIC, ...settings }) };
    await dispatchAll(rehearsing(site, tenOn(slotOn), changes));
  }
}

function header({ email }: TakenMail, name: string): string | undefined {
  return email.headers.find(({ key }) => key === name)?.value.replace(/\s+/g, " ");
}

test("a message says which list it is of and how to pause it in one click", async () => {
  const { site, mails } = await rounds([38]);
  const [mail] = mails;
  const [delivery] = await deliveriesOf(site);
  if (!mail || !delivery) throw new Error("nothing arrived");
  const token = site.keyring.token("pause", delivery.id, 1);
  expect(header(mail, "list-id")).toMatch(/<representatives\.[a-z.-]+>$/);
  expect(header(mail, "list-unsubscribe")).toBe(`<http://localhost:3000/pause/${token}>`);
  expect(header(mail, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(header(mail, "auto-submitted")).toBe("auto-generated");
  expect(header(mail, "x-auto-response-suppress")).toBe("OOF, AutoReply");
  expect(mail.email.text).toContain(`/pause/${token}`);
  expect(mail.email.text).toContain(`/answer/${site.keyring.token("answer", delivery.id, 1)}`);
  expect(mail.email.messageId).toBe(`<delivery-${delivery.id}@hear-hear.invalid>`);
  expect(header(mail, "in-reply-to")).toBeUndefined();
  expect(header(mail, "references")).toBeUndefined();
});

test("replies and failures come back to an address of the message's own, where the site takes mail in", async () => {
  const { site, mails } = await rounds([38], { REPLY_DOMAIN: "reply.example.org" });
  const [mail] = mails;
  const [delivery] = await deliveriesOf(site);
  if (!mail || !delivery) throw new Error("nothing arrived");
  const own = `d-${site.keyring.token("reply", delivery.id, 1)}@reply.example.org`;
  expect(mail.from).toBe(own);
  expect(mail.email.replyTo?.map(({ address }) => address)).toEqual([own]);
  expect(header(mail, "list-unsubscribe")).toContain(`<mailto:${own}?subject=unsubscribe>`);
  expect(mail.email.messageId).toBe(`<delivery-${delivery.id}@reply.example.org>`);
});

test("without that, replies go to whoever runs the site and failures to its own address", async () => {
  const { mails } = await rounds([38], {
    OPERATOR_CONTACT: "help@example.org",
    MAIL_FROM: "HH <hh@example.org>",
  });
  const [mail] = mails;
  expect(mail?.email.replyTo?.map(({ address }) => address)).toEqual(["help@example.org"]);
  expect(mail?.from).toBe("hh@example.org");
});

test("the rounds of a campaign make one thread that names the five before it, the newest last", async () => {
  const { site, mails } = await rounds([5, 10, 25, 50, 100, 250, 500]);
  expect(mails).toHaveLength(7);
  const ids = (await deliveriesOf(site)).map(({ id }) => `<delivery-${id}@hear-hear.invalid>`);
  expect(mails.map(({ email }) => email.messageId)).toEqual(ids);
  const [, second] = mails;
  const last = mails.at(-1);
  if (!second || !last) throw new Error("rounds are missing");
  expect(header(second, "in-reply-to")).toBe(ids[0]);
  expect(header(last, "in-reply-to")).toBe(ids[5]);
  expect(header(last, "references")).toBe(ids.slice(1, 6).join(" "));
});

test("another campaign to the same reader begins a thread of its own", async () => {
  const { site, mails, round } = await rounds([38]);
  await petitionWith(site, [["ward", ARBORETUM, 60]], { title: "Another" });
  await round(addDays(TUESDAY, 7));
  const other = mails.find(({ email }) => email.subject?.includes("Another"));
  if (!other) throw new Error("nothing arrived about the other");
  expect(header(other, "references")).toBeUndefined();
});

test("over Resend a message carries the same headers", async () => {
  const site = await forwardingSite();
  const server = await startResendServer({ requestsPerSecond: 100 });
  onTestFinished(() => server.stop());
  const transport = resendTransport({ apiKey: server.apiKey, baseUrl: server.url, timeoutMs: 2000 });
  await councillor(site, { email: "pat@councillors.example" });
  const petition = await petitionWith(site, []);
  const settings = testSettings({ ...PUBLIC, REPLY_DOMAIN: "reply.example.org" });
  for (const [slotOn, count] of [
    [TUESDAY, 38],
    [addDays(TUESDAY, 7), 60],
  ] as const) {
    await publish(site, petition.id, [["ward", ARBORETUM, count]]);
    await planDeliveries(site, { forwarding: "rehearsal", slotOn }, tenOn(slotOn));
    await dispatchAll(rehearsing(site, tenOn(slotOn), { transport, settings }));
  }
  const [first, second] = await deliveriesOf(site);
  const sent = JSON.parse(server.bodies[1] ?? "[]")[0];
  expect(sent.headers).toMatchObject({
    "Message-ID": `<delivery-${second?.id}@reply.example.org>`,
    "In-Reply-To": `<delivery-${first?.id}@reply.example.org>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Id": expect.stringContaining("<representatives.reply.example.org>"),
  });
  expect(sent.reply_to).toMatch(/^d-[\w-]{22}@reply\.example\.org$/);
});
