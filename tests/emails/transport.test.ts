import { expect, test } from "vitest";
import { createTransport } from "#app/emails/create-transport.server.ts";
import type { OutgoingMail } from "#app/emails/transport.ts";
import { outgoingMail } from "./samples.ts";

test("mail leaves by Resend, else by SMTP, else stays in the mailbox", () => {
  expect(createTransport({ resendApiKey: "re_1", smtpUrl: "smtp://127.0.0.1:25" }).kind).toBe("resend");
  expect(createTransport({ smtpUrl: "smtp://127.0.0.1:25" }).kind).toBe("smtp");
  expect(createTransport({})).toEqual({ kind: "mailbox" });
});

test("no transport takes a mail whose header values hold a line break, and the fault repeats no value", () => {
  const broken = "ann@example.org\r\nBcc: everyone@example.org";
  const mails: [string, Partial<OutgoingMail>][] = [
    ["from", { from: broken }],
    ["to", { to: broken }],
    ["replyTo", { replyTo: broken }],
    ["subject", { subject: broken }],
    ["headers", { headers: { "X-Note": broken } }],
    ["headers", { headers: { "X-Note: 1\r\nBcc": "everyone@example.org" } }],
    ["messageId", { messageId: `<${broken}>` }],
  ];
  for (const settings of [{ resendApiKey: "re_1" }, { smtpUrl: "smtp://127.0.0.1:25" }]) {
    const transport = createTransport(settings);
    if (transport.kind === "mailbox") throw new Error("the settings choose a sending transport");
    for (const [field, changes] of mails) {
      const serialize = () => transport.serializeMail(outgoingMail(changes));
      expect(serialize).toThrow(`this mail may not be sent: ${field}`);
      expect(serialize).not.toThrow(/everyone|ann/);
    }
  }
});

test("the same mail is stored as the same bytes each time", () => {
  for (const settings of [{ resendApiKey: "re_1" }, { smtpUrl: "smtp://127.0.0.1:25" }]) {
    const transport = createTransport(settings);
    if (transport.kind === "mailbox") throw new Error("the settings choose a sending transport");
    const one = transport.serializeMail(outgoingMail());
    expect(transport.serializeMail(outgoingMail())).toBe(one);
    expect(transport.serializeRequest([one], "a")).toBe(transport.serializeRequest([one], "a"));
  }
});
