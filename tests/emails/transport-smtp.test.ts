import { expect, onTestFinished, test } from "vitest";
import { createTransport } from "#app/emails/create-transport.server.ts";
import { startSmtpServer, type TestSmtpServer } from "#tests/servers/smtp.ts";
import { type OneMail, oneMail } from "./one-mail.ts";
import { outgoingMail } from "./samples.ts";

test("a mail arrives whole: both parts, its own Message-ID and the headers asked for", async () => {
  const { server, transport } = await smtpPair();
  const mail = outgoingMail({
    replyTo: "hello@hearhear.example.org",
    headers: { "List-Unsubscribe": "<https://hearhear.example.org/pause/token>" },
  });
  expect(await transport.send(transport.serializeRequest(mail))).toEqual({
    kind: "accepted",
    providerId: mail.messageId,
  });
  const [taken] = server.mails;
  expect(taken?.to).toEqual(["ann@example.org"]);
  expect(taken?.from).toBe("no-reply@hearhear.example.org");
  expect(taken?.email).toMatchObject({ subject: mail.subject, messageId: mail.messageId });
  expect(taken?.email.text?.trim()).toBe(mail.text.trim());
  expect(taken?.email.html?.trim()).toBe(mail.html);
  const headers = new Map(taken?.email.headers.map(({ key, value }) => [key, value]));
  expect(headers.get("auto-submitted")).toBe("auto-generated");
  expect(headers.get("list-unsubscribe")).toBe("<https://hearhear.example.org/pause/token>");
  expect(headers.get("reply-to")).toBe("hello@hearhear.example.org");
});

test("mails share connections and repeat under the same Message-ID", async () => {
  const { server, transport } = await smtpPair();
  const stored = transport.serializeRequest(outgoingMail());
  await Promise.all(Array.from({ length: 20 }, () => transport.send(stored)));
  expect(server.mails).toHaveLength(20);
  expect(new Set(server.mails.map(({ email }) => email.messageId)).size).toBe(1);
});

test("a refused recipient is refused: for good at 5xx, for now at 4xx, and the reason names nobody", async () => {
  const { server, transport } = await smtpPair();
  const stored = transport.serializeRequest(outgoingMail());
  server.misbehave({ kind: "refuse-recipient", code: 550 });
  expect(await transport.send(stored)).toEqual({
    kind: "refused",
    permanent: true,
    reason: "the mail server answered 550 5.1.1 to RCPT TO",
  });
  server.misbehave({ kind: "refuse-recipient", code: 450 });
  expect(await transport.send(stored)).toEqual({
    kind: "refused",
    permanent: false,
    reason: "the mail server answered 450 4.1.1 to RCPT TO",
  });
  expect((await transport.send(stored)).kind).toBe("accepted");
});

test("a message refused after DATA is refused: for good at 5xx, for now at 4xx", async () => {
  const { server, transport } = await smtpPair();
  const stored = transport.serializeRequest(outgoingMail());
  server.misbehave({ kind: "refuse-message", code: 554 });
  expect(await transport.send(stored)).toMatchObject({ kind: "refused", permanent: true });
  server.misbehave({ kind: "refuse-message", code: 451 });
  expect(await transport.send(stored)).toMatchObject({ kind: "refused", permanent: false });
  expect(server.mails).toHaveLength(0);
});

test("a connection lost before DATA means that nothing was taken", async () => {
  const { server, transport } = await smtpPair();
  server.misbehave({ kind: "drop-at-recipient" }, 10);
  expect(await transport.send(transport.serializeRequest(outgoingMail()))).toEqual({
    kind: "refused",
    permanent: false,
    reason: "nothing was sent (ECONNECTION)",
  });
  expect(server.mails).toHaveLength(0);
});

test("a connection lost during the message leaves the outcome unknown, and it is not sent again", async () => {
  const { server, transport } = await smtpPair();
  const stored = transport.serializeRequest(outgoingMail());
  await transport.send(stored);
  server.misbehave({ kind: "drop-in-message" });
  expect((await transport.send(stored)).kind).toBe("unknown");
  expect(server.attempts()).toBe(2);
  expect(server.mails).toHaveLength(1);
});

test("a lost answer leaves the outcome unknown, on a fresh and on a kept connection", async () => {
  const { server, transport } = await smtpPair();
  const stored = transport.serializeRequest(outgoingMail());
  server.misbehave({ kind: "lose-answer" });
  expect((await transport.send(stored)).kind).toBe("unknown");
  await transport.send(stored);
  server.misbehave({ kind: "lose-answer" });
  expect((await transport.send(stored)).kind).toBe("unknown");
  expect(server.attempts()).toBe(3);
  expect(server.mails).toHaveLength(3);
});

test("an answer that takes too long leaves the outcome unknown", async () => {
  const { server, transport } = await smtpPair(200);
  server.misbehave({ kind: "slow", ms: 1000 });
  expect((await transport.send(transport.serializeRequest(outgoingMail()))).kind).toBe("unknown");
});

test("a server that is not there took nothing", async () => {
  const { server, transport } = await smtpPair();
  await server.stop();
  expect(await transport.send(transport.serializeRequest(outgoingMail()))).toEqual({
    kind: "refused",
    permanent: false,
    reason: "nothing was sent (ESOCKET)",
  });
});

test("a kept connection that the server has closed does not cost a mail", async () => {
  const { server, transport } = await smtpPair();
  const stored = transport.serializeRequest(outgoingMail());
  await transport.send(stored);
  server.hangUp();
  expect((await transport.send(stored)).kind).toBe("accepted");
  expect(server.mails).toHaveLength(2);
});

test("a wrong password is refused but not for good, since the operator can mend it", async () => {
  const server = await startSmtpServer({ signIn: { user: "site", password: "right" } });
  onTestFinished(() => server.stop());
  const right = smtpTransportAt(server.url);
  expect((await right.send(right.serializeRequest(outgoingMail()))).kind).toBe("accepted");
  const wrong = smtpTransportAt(server.url.replace("right", "wrong"));
  expect(await wrong.send(wrong.serializeRequest(outgoingMail()))).toEqual({
    kind: "refused",
    permanent: false,
    reason: "the mail server answered 535 5.7.8 to AUTH PLAIN",
  });
});

async function smtpPair(timeoutMs = 5000): Promise<{ server: TestSmtpServer; transport: OneMail }> {
  const server = await startSmtpServer();
  onTestFinished(() => server.stop());
  return { server, transport: smtpTransportAt(server.url, timeoutMs) };
}

function smtpTransportAt(smtpUrl: string, timeoutMs = 5000): OneMail {
  const transport = createTransport({ smtpUrl, timeoutMs });
  if (transport.kind !== "smtp") throw new Error("an SMTP URL alone chooses SMTP");
  onTestFinished(() => transport.close());
  return oneMail(transport);
}
