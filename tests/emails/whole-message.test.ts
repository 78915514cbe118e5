import { assert, asyncProperty, constantFrom, oneof, record, string } from "fast-check";
import MailComposer from "nodemailer/lib/mail-composer";
import { expect, test } from "vitest";
import { wholeMessage } from "#app/emails/whole-message.server.ts";
import { everyMail, outgoingMail } from "./samples.ts";

/** The bytes that nodemailer's own streams give, with the line ends that it puts on the wire. */
async function streamed(options: object): Promise<[whole: string, streamed: string]> {
  const message = new MailComposer(options).compile();
  const whole = wholeMessage(message);
  const bytes = await message.build();
  return [whole, bytes.toString("utf8").replace(/\r?\n|\r/g, "\r\n")];
}

test("a message made in one go has the bytes of the one that is streamed: every mail there is", async () => {
  for (const [name, { subject, text, html }] of everyMail()) {
    const [whole, slow] = await streamed(outgoingMail({ subject, text, html, replyTo: "a@example.org" }));
    expect(whole, name).toBe(slow);
  }
});

test("so it is whatever somebody typed, in any script", async () => {
  const typed = oneof(
    string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
    string({ unit: "grapheme-ascii", minLength: 1, maxLength: 300 }),
    constantFrom("学校".repeat(90), "ends in blanks  ", ".\n..\r\n.\r", "=3D é\tü", `${"a ".repeat(200)}é`),
  );
  await assert(
    asyncProperty(record({ subject: typed, text: typed, html: typed }), async (parts) => {
      const [whole, slow] = await streamed(outgoingMail(parts));
      expect(whole).toBe(slow);
    }),
    { numRuns: 200 },
  );
});
