/** A message that came in, as far as it is looked at. Everything in it was written by somebody else. */
export interface ReceivedMail {
  /** The address it says it is from, as typed, and the name beside it; blank where there is none. */
  from: { name: string; address: string };
  subject: string;
  /** With its angle brackets; blank where there is none. */
  messageId: string;
  /** What it says, as plain text. */
  text: string;
  /** Header values by lower-case name, in their order. */
  headers: ReadonlyMap<string, readonly string[]>;
  /** Its parts that are not text to read, such as reports, with their lower-case type. */
  parts: readonly { type: string; content: string }[];
  /** It was longer than is read. */
  isCut: boolean;
}

/** The first value of a header, trimmed and in lower case; blank where it is missing. */
export function headerOf(mail: Pick<ReceivedMail, "headers">, name: string): string {
  return mail.headers.get(name)?.[0]?.trim().toLowerCase() ?? "";
}

/** Whether a part of a type came with it. */
export function partOf(mail: Pick<ReceivedMail, "parts">, types: readonly string[]): string | undefined {
  return mail.parts.find((part) => types.includes(part.type))?.content;
}
