import type { MailOutcome, OutgoingMail, SendingTransport, SendOutcome } from "#app/emails/transport.ts";

/** What became of the one mail of a request. */
export type OneOutcome = MailOutcome | Exclude<SendOutcome, { kind: "answered" }>;

/** A transport that is given one mail at a time. */
export interface OneMail {
  serializeRequest(mail: OutgoingMail, key?: string): string;
  send(serialized: string): Promise<OneOutcome>;
}

/** Looks at a transport through requests of one mail, under one key unless another is given. */
export function oneMail(transport: SendingTransport): OneMail {
  return {
    serializeRequest: (mail, key = "outbox-0198") =>
      transport.serializeRequest([transport.serializeMail(mail)], key),
    async send(serialized) {
      const outcome = await transport.send(serialized, "service");
      if (outcome.kind !== "answered") return outcome;
      const [mail, ...others] = outcome.mails;
      if (!mail || others.length > 0) throw new Error("the answer is not for one mail");
      return mail;
    },
  };
}
