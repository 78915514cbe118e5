import { expect, onTestFinished, test } from "vitest";
import { createTransport } from "#app/emails/create-transport.server.ts";
import { requestPace } from "#app/emails/request-pace.ts";
import type { SendingTransport } from "#app/emails/transport.ts";
import { startResendServer, type TestResendOptions, type TestResendServer } from "#tests/servers/resend.ts";
import { type OneMail, oneMail } from "./one-mail.ts";
import { outgoingMail } from "./samples.ts";

const FAST = { requestsPerSecond: 1000 };

test("a mail that Resend takes is accepted under its id", async () => {
  const { server, transport } = await resendPair();
  const outcome = await transport.send(
    transport.serializeRequest(
      outgoingMail({ replyTo: "hello@hearhear.example.org", tags: { delivery: "d-1" } }),
    ),
  );
  expect(server.mails).toHaveLength(1);
  expect(outcome).toEqual({ kind: "accepted", providerId: server.mails[0]?.id });
  expect(server.mails[0]).toMatchObject({
    from: "Hear Hear <no-reply@hearhear.example.org>",
    to: ["ann@example.org"],
    reply_to: "hello@hearhear.example.org",
    subject: "Confirm your signature: “Schools”",
    headers: { "Message-ID": "<0198-signature@hearhear.example.org>", "Auto-Submitted": "auto-generated" },
    tags: [{ name: "delivery", value: "d-1" }],
    idempotencyKey: "outbox-0198",
  });
});

test("after a lost answer the stored request goes again byte for byte and gives one mail", async () => {
  const { server, transport } = await resendPair();
  const stored = transport.serializeRequest(outgoingMail());
  server.misbehave({ kind: "lose-answer" });
  expect(await transport.send(stored)).toEqual({ kind: "unknown", reason: "no answer from Resend" });
  expect(await transport.send(stored)).toEqual({ kind: "accepted", providerId: server.mails[0]?.id });
  expect(server.mails).toHaveLength(1);
  expect(server.bodies[0]).toBe(server.bodies[1]);
});

test("a request leaves as the bytes that were stored, in the form that was stored once too", async () => {
  const { server, transport } = await resendPair();
  const mails = `[${JSON.stringify({ to: "ann@example.org", 2: "b", from: "no-reply@example.org", subject: "“Zoë”\n" })}]`;
  const former = `{"idempotencyKey":"mails-1","body":${mails}}`;
  await transport.send(former);
  await transport.send(transport.serializeRequest(outgoingMail({ text: "One\ntwo “three”" }), "mails-2"));
  expect(server.keys).toEqual(["mails-1", "mails-2"]);
  expect(server.bodies[0]).toBe(mails);
  const stored = transport.serializeRequest(outgoingMail({ text: "One\ntwo “three”" }), "mails-2");
  expect(stored.endsWith(`\n${server.bodies[1]}`)).toBe(true);
});

test("another payload under a used key is refused for good, even a mail with one letter changed", async () => {
  const { server, transport } = await resendPair();
  await transport.send(transport.serializeRequest(outgoingMail()));
  expect(await transport.send(transport.serializeRequest(outgoingMail({ text: "Other" })))).toMatchObject({
    kind: "refused",
    permanent: true,
    reason: "Resend answered 409 invalid_idempotent_request",
  });
  expect(server.mails).toHaveLength(1);
});

test("a repeat while the first is still in flight is unknown, since the first may yet be taken", async () => {
  const { server, transport } = await resendPair();
  const stored = transport.serializeRequest(outgoingMail());
  server.misbehave({ kind: "slow", ms: 300 });
  const first = transport.send(stored);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await transport.send(stored)).toEqual({
    kind: "unknown",
    reason: "Resend answered 409 concurrent_idempotent_requests",
  });
  expect((await first).kind).toBe("accepted");
  expect(server.mails).toHaveLength(1);
});

test("an idempotency key is forgotten after 24 hours", async () => {
  let now = 0;
  const { server, transport } = await resendPair({ ...FAST, now: () => now });
  const stored = transport.serializeRequest(outgoingMail());
  await transport.send(stored);
  now = 23 * 60 * 60 * 1000;
  await transport.send(stored);
  expect(server.mails).toHaveLength(1);
  now = 25 * 60 * 60 * 1000;
  await transport.send(stored);
  expect(server.mails).toHaveLength(2);
});

test("over the rate the mail is refused for now, with the wait that Resend asks for", async () => {
  const { server, transport } = await resendPair({ tellsLimit: false });
  const send = (key: string) => transport.send(transport.serializeRequest(outgoingMail(), key));
  const outcomes = [await send("a"), await send("b"), await send("c")];
  expect(outcomes.map(({ kind }) => kind)).toEqual(["accepted", "accepted", "refused"]);
  expect(outcomes[2]).toEqual({
    kind: "refused",
    permanent: false,
    reason: "Resend answered 429 rate_limit_exceeded",
    retryAfterMs: 1000,
  });
  expect(server.mails).toHaveLength(2);
});

test("refusals of the mail are permanent, refusals of the account or the moment are not", async () => {
  const { server, transport } = await resendPair();
  const expected = [
    { status: 422, name: "validation_error", permanent: true },
    { status: 400, name: "invalid_idempotency_key", permanent: true },
    { status: 401, name: "restricted_api_key", permanent: false },
    { status: 403, name: "invalid_access", permanent: false },
    { status: 429, name: "daily_quota_exceeded", permanent: false },
  ];
  for (const { status, name, permanent } of expected) {
    server.misbehave({ kind: "status", status, name });
    const outcome = await transport.send(transport.serializeRequest(outgoingMail()));
    expect(outcome).toMatchObject({
      kind: "refused",
      permanent,
      reason: `Resend answered ${status} ${name}`,
    });
  }
  expect(server.mails).toHaveLength(0);
});

test("a bad address is refused for good and the reason does not repeat it", async () => {
  const { transport } = await resendPair();
  const outcome = await transport.send(transport.serializeRequest(outgoingMail({ to: "ann at example" })));
  expect(outcome).toMatchObject({ kind: "refused", permanent: true });
  expect(JSON.stringify(outcome)).not.toContain("ann");
});

test("server errors, broken answers and cut connections leave the outcome unknown", async () => {
  const { server, transport } = await resendPair();
  const stored = transport.serializeRequest(outgoingMail());
  server.misbehave({ kind: "status", status: 500, name: "application_error" });
  expect(await transport.send(stored)).toEqual({
    kind: "unknown",
    reason: "Resend answered 500 application_error",
  });
  server.misbehave({ kind: "broken-answer", status: 502 });
  expect((await transport.send(stored)).kind).toBe("unknown");
  server.misbehave({ kind: "broken-answer", status: 200 });
  expect((await transport.send(stored)).kind).toBe("unknown");
  server.misbehave({ kind: "reset" });
  expect((await transport.send(stored)).kind).toBe("unknown");
});

test("an answer that takes too long leaves the outcome unknown", async () => {
  const { server, transport } = await resendPair(FAST, 100);
  const stored = transport.serializeRequest(outgoingMail());
  server.misbehave({ kind: "slow", ms: 400 });
  expect(await transport.send(stored)).toEqual({ kind: "unknown", reason: "no answer from Resend" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await transport.send(stored)).kind).toBe("accepted");
  expect(server.mails).toHaveLength(1);
});

test("a wrong key is refused but not for good", async () => {
  const { server } = await resendPair();
  const transport = oneMail(resendAt({ ...server, apiKey: "re_wrong" }));
  expect(await transport.send(transport.serializeRequest(outgoingMail()))).toMatchObject({
    kind: "refused",
    permanent: false,
    reason: "Resend answered 401 invalid_api_key",
  });
});

async function resendPair(
  options: TestResendOptions = FAST,
  timeoutMs?: number,
): Promise<{ server: TestResendServer; transport: OneMail }> {
  const server = await startResendServer(options);
  onTestFinished(() => server.stop());
  return { server, transport: oneMail(resendAt(server, timeoutMs)) };
}

function resendAt({ apiKey, url }: { apiKey: string; url: string }, timeoutMs?: number): SendingTransport {
  const pace = requestPace(1000);
  const transport = createTransport({ resendApiKey: apiKey, resendBaseUrl: url, timeoutMs, pace });
  if (transport.kind !== "resend") throw new Error("a key chooses Resend");
  return transport;
}
