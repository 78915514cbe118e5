import * as base64 from "nodemailer/lib/base64";
import type MimeNode from "nodemailer/lib/mime-node";
import * as quotedPrintable from "nodemailer/lib/qp";

/**
 * A message as it leaves, line ends included, made in one go: the bytes that nodemailer's streams would give after
 * many turns. Only for parts whose content is text.
 */
export function wholeMessage(message: MimeNode): string {
  return wholePart(message).replace(/\r?\n|\r/g, "\r\n");
}

function wholePart(part: MimeNode): string {
  const head = `${part.buildHeaders()}\r\n\r\n`;
  if (!part.multipart) return head + encoded(part);
  const children = part.childNodes.map((child) => `--${part.boundary}\r\n${wholePart(child)}\r\n`);
  return `${head}${children.join("")}--${part.boundary}--\r\n`;
}

/** Its headers say by now how it is encoded. */
function encoded(part: MimeNode): string {
  const { content } = part;
  if (typeof content !== "string") throw new Error("a part of this message is not text");
  switch (part.getTransferEncoding()) {
    case "quoted-printable":
      return quotedPrintable.wrap(quotedPrintable.encode(content));
    case "base64":
      return base64.wrap(base64.encode(content));
    default:
      return content;
  }
}
