import { isUtf8 } from "node:buffer";

const URL_ENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";

/** `wrong_type` is no form at all; `unreadable` is a form that is broken. */
export type FormSyntax = "readable" | "wrong_type" | "unreadable";

/** Whether a body is a form that can be read: of a form's type, whole, UTF-8. An empty one is. */
export async function checkForm(contentType: string | undefined, body: Buffer): Promise<FormSyntax> {
  if (contentType === undefined) return body.length === 0 ? "readable" : "wrong_type";
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase();
  if (type === URL_ENCODED) return isReadableUrlEncoded(body) ? "readable" : "unreadable";
  if (type === MULTIPART) return (await isReadableMultipart(contentType, body)) ? "readable" : "unreadable";
  return "wrong_type";
}

/** Where a picture can be sent: a step of a draft, a page of a campaign's organisers or of a group's members. */
const PICTURE_FORM = /^\/(?:start|organise(?:\/groups)?)\/[^/]+\/picture$/;

/** Whether a POST may bring a picture, and so be larger than other forms. What is in it, its page reads and checks. */
export function isPictureForm(pathname: string, contentType: string | undefined): boolean {
  return PICTURE_FORM.test(pathname) && /^multipart\/form-data\s*;/i.test(contentType ?? "");
}

/** The type an empty body without one is given, so that it reads as a form without fields. */
export const EMPTY_FORM_TYPE = URL_ENCODED;

/** RFC 8058: a mail program's POST that unsubscribes in one click, however it is encoded. */
export function isOneClick(pathname: string, body: Buffer): boolean {
  if (!/^\/(?:unsubscribe|pause)\//.test(pathname)) return false;
  const text = body.toString("latin1").trim();
  return text === "List-Unsubscribe=One-Click" || /name="List-Unsubscribe"\r\n\r\nOne-Click\r\n/.test(text);
}

function isReadableUrlEncoded(body: Buffer): boolean {
  if (!isUtf8(body)) return false;
  try {
    decodeURIComponent(body.toString("utf8"));
    return true;
  } catch {
    return false;
  }
}

async function isReadableMultipart(contentType: string, body: Buffer): Promise<boolean> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { "Content-Type": contentType },
    }).formData();
    const isText = [...form.values()].every((value) => typeof value === "string");
    return !isText || isUtf8(body);
  } catch {
    return false;
  }
}
