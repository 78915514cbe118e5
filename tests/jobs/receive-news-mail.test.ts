import { expect, onTestFinished, test } from "vitest";
import { HOUR } from "#app/domain/time/durations.ts";
import { smtpTransport } from "#app/emails/transport-smtp.server.ts";
import { receiveMail } from "#app/jobs/receive-mail.server.ts";
import { mailAll, publishedUpdate, receiptsOf } from "../domain/update/scene.ts";
import { confirmedSignature, NOW, openPetition } from "../factories.ts";
import { startSmtpServer } from "../servers/smtp.ts";
import { type TestSite, testSettings, testSite } from "../site.ts";
import { REPLY_DOMAIN } from "./mail-files.ts";

const LATER = NOW + HOUR;

/** News that went to one reader over a mail server, and the address that its failure comes back to. */
async function scene() {
  const site = await testSite();
  const server = await startSmtpServer();
  const transport = smtpTransport({ url: server.url, timeoutMs: 2000 });
  onTestFinished(async () => {
    transport.close();
    await server.stop();
  });
  const petition = await openPetition(site);
  const signed = await confirmedSignature(site, petition, { updates: true });
  await publishedUpdate(site, petition, {}, LATER);
  const settings = testSettings({ REPLY_DOMAIN });
  await mailAll(site.context(LATER, { transport, settings }));
  const [mail] = server.mails;
  const token = site.keyring.token("unsubscribe", signed.id, 1);
  const come = (raw: string, to = mail?.from ?? "") =>
    receiveMail(site.context(LATER, { settings }), Buffer.from(raw.replaceAll("\n", "\r\n")), { to });
  return { site, mail, token, come, address: signed.form.email };
}

const bounce = (address: string, quoted: string, status = "5.1.1") => `From: MAILER-DAEMON@mx.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <b1@mx.example>
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

It could not be delivered.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${address}
Action: failed
Status: ${status}

--x
Content-Type: message/rfc822

Message-ID: ${quoted}

--x--
`;

async function wantsNews(site: TestSite): Promise<boolean[]> {
  const { signatures } = site.db.tables;
  const rows = await site.db.read.select({ updates: signatures.updates }).from(signatures);
  return rows.map(({ updates }) => updates);
}

test("news says where its failures come back to, and how to stop it by mail as by one click", async () => {
  const { mail, token, site } = await scene();
  expect(mail?.from).toBe(`n-${token}@${REPLY_DOMAIN}`);
  const headers = new Map(mail?.email.headers.map(({ key, value }) => [key, value]));
  expect(headers.get("list-unsubscribe")).toBe(
    `<${site.settings.appUrl}/unsubscribe/${token}>, <mailto:n-${token}@${REPLY_DOMAIN}?subject=unsubscribe>`,
  );
});

test("a report that there is no such mailbox settles the receipt and ends the news", async () => {
  const { site, mail, come, address } = await scene();
  expect(await come(bounce(address, mail?.email.messageId ?? ""))).toBe("fate_settled");
  expect(await receiptsOf(site)).toMatchObject([{ state: "bounced", reason: "5.1.1" }]);
  expect(await wantsNews(site)).toEqual([false]);
});

test("a full mailbox, and the mailbox that somebody passes mail on to, end nothing", async () => {
  const { site, mail, come, address } = await scene();
  await come(bounce(address, mail?.email.messageId ?? "", "4.2.2"));
  await come(bounce("elsewhere@example.net", mail?.email.messageId ?? ""));
  expect(await wantsNews(site)).toEqual([true]);
});

test("a token in lower case is known by the message that is quoted, and nobody else's by none", async () => {
  const { site, mail, come, address } = await scene();
  const lower = (mail?.from ?? "").toLowerCase();
  expect(await come(bounce(address, "<other@example.org>"), lower)).toBe("unknown_recipient");
  expect(await come(bounce(address, mail?.email.messageId ?? ""), lower)).toBe("fate_settled");
  expect(await wantsNews(site)).toEqual([false]);
});

test("a mail program that unsubscribes by mail stops the news; an answering machine is dropped", async () => {
  const { site, come } = await scene();
  const written = (subject: string) =>
    `From: ann@example.org\nSubject: ${subject}\nMessage-ID: <m1@example.org>\n\nHello\n`;
  expect(await come(written("Away until Monday"))).toBe("automatic_dropped");
  expect(await wantsNews(site)).toEqual([true]);
  expect(await come(written("unsubscribe"))).toBe("news_stopped");
  expect(await wantsNews(site)).toEqual([false]);
});
