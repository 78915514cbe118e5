import type { IncomingMessage, ServerResponse } from "node:http";
import { createHeaders } from "@remix-run/node-fetch-server";
import type { Settings } from "../env.server.ts";
import {
  FORM_KILOBYTES,
  PICTURE_MEGABYTES,
  PICTURES_AT_ONCE,
  PICTURES_AT_ONCE_PER_CLIENT,
} from "../policy.ts";
import { answerBusy, type BusyPage } from "./busy-answer.server.ts";
import { clientAddress } from "./client-address.ts";
import { checkForm, EMPTY_FORM_TYPE, isOneClick, isPictureForm } from "./form-syntax.ts";
import { prefersJson, withJsonTwin } from "./json-paths.ts";
import type { KeptPage } from "./kept-page.server.ts";
import { isFromOurPages } from "./origin-check.ts";
import { formKind, type Overload } from "./overload.server.ts";
import type { PageCache } from "./page-cache.server.ts";
import type { Pages } from "./pages.server.ts";
import { makePlaces } from "./picture-places.ts";
import { isPublicRequest } from "./public-page.ts";
import { readBody } from "./read-body.server.ts";
import { refuse } from "./refusal.ts";
import { withoutTrailingSlash } from "./request-target.ts";
import type { Files } from "./static-files.server.ts";

/** All that is behind the door once the site is ready. */
export interface Front {
  settings: Pick<Settings, "appUrl" | "isProduction" | "trustProxy">;
  files: Files;
  pages: Pages;
  /** Left out while pages change under the hands of who writes them. */
  cache?: PageCache;
  /** How many forms are in hand, and what who has to wait is shown; left out where nobody has to. */
  overload?: { gate: Overload; page: BusyPage };
}

/** What a request comes to; `sent` where the answer is on its way already. */
export type Answered = Response | KeptPage | "sent";

/** Addresses of the machinery behind client scripts, of which this site has none. */
const FOR_SCRIPTS = /\.data$|^\/__manifest$/;

const FORM_BYTES = FORM_KILOBYTES * 1024;
const PICTURE_FORM_BYTES = PICTURE_MEGABYTES * 1024 * 1024 + FORM_BYTES;
const pictures = makePlaces({ inAll: PICTURES_AT_ONCE, ofOneClient: PICTURES_AT_ONCE_PER_CLIENT });

interface Asked {
  req: IncomingMessage;
  res: ServerResponse;
  url: URL;
  /** Waited for before work that takes more than a moment. */
  clear(): Promise<void>;
}

/**
 * The way of a request that has a readable target: file, then form limits, then where it comes from, then the page.
 * `sent` where a file or nobody was there to be answered.
 */
export async function answerRequest(front: Front, { req, res, url, clear }: Asked): Promise<Answered> {
  const asJson = prefersJson(url.pathname, req.headers.accept);
  if (req.method !== "POST") {
    const bare = withoutTrailingSlash(url);
    if (bare !== undefined) return new Response(null, { status: 301, headers: { Location: bare } });
    if (await sendFile(front.files, req, res)) return "sent";
  }
  if (FOR_SCRIPTS.test(url.pathname)) return refuse(404, { asJson });
  if (req.method !== "POST") return showPage(front, { req, res, url, clear });

  if (isPictureForm(url.pathname, req.headers["content-type"]))
    return answerPictureForm(front, { req, res, url, clear });
  const body = await readBody(req, FORM_BYTES);
  if (body === "aborted") return "sent";
  if (body === "too_large") return refuse(413, { asJson });
  if (!isForMachines(url.pathname, body)) {
    const syntax = await checkForm(req.headers["content-type"], body);
    if (syntax === "wrong_type") return refuse(415, { asJson });
    if (syntax === "unreadable") return refuse(400, { asJson });
    if (!isFromUs(front, req)) return refuse(403, { asJson });
  }
  return takeForm(front, { req, res, url, clear, body });
}

/** A form is taken in hand where there is room for it, and given back at once where there is none. */
async function takeForm(front: Front, asked: Asked & { body: Buffer<ArrayBuffer> }): Promise<Answered> {
  const { overload } = front;
  if (!overload) return askPage(front, asked);
  const { req, res, url, body, clear } = asked;
  const leave = overload.gate.enter(formKind(url.pathname));
  if (!leave) {
    await clear();
    if (res.destroyed) return "sent";
    const asJson = prefersJson(url.pathname, req.headers.accept) || isForMachines(url.pathname, body);
    return answerBusy(overload.page, { url, contentType: req.headers["content-type"], body, asJson });
  }
  try {
    return await askPage(front, asked);
  } finally {
    leave();
  }
}

/** A public page comes from those that are kept, or is made for all who ask for it just now; any other for this client alone. */
async function showPage(front: Front, { req, res, url, clear }: Asked): Promise<Answered> {
  const { cache, settings } = front;
  const key = url.pathname + url.search;
  if (!cache || !isPublicRequest(url.pathname, req.headers, settings.isProduction))
    return askPage(front, { req, res, url, clear, body: null });
  return cache.take(key, () => {
    const headers = { Accept: req.headers.accept ?? "*/*" };
    return front.pages.answer(new Request(new URL(key, settings.appUrl), { headers }), { address: "" });
  });
}

/**
 * A form with a picture is large: it is read only if it comes from our pages, only a few are in hand at once, and
 * it is taken apart once, by its page.
 */
async function answerPictureForm(front: Front, { req, res, url, clear }: Asked): Promise<Response | "sent"> {
  if (!isFromUs(front, req)) return refuse(403, { asJson: false });
  const leave = await pictures.enter(addressOf(front, req));
  try {
    if (req.destroyed) return "sent";
    const body = await readBody(req, PICTURE_FORM_BYTES);
    if (body === "aborted") return "sent";
    if (body === "too_large") return refuse(413, { asJson: false });
    return await askPage(front, { req, res, url, clear, body });
  } finally {
    leave();
  }
}

function isFromUs({ settings }: Front, req: IncomingMessage): boolean {
  return isFromOurPages(req.headers, { ...settings, port: req.socket.localPort });
}

function addressOf({ settings }: Front, req: IncomingMessage): string {
  return clientAddress(req.socket.remoteAddress, req.headers, settings.trustProxy);
}

/** Neither form nor from our pages, and known by a signature or a token instead. */
function isForMachines(pathname: string, body: Buffer): boolean {
  return pathname.startsWith("/webhooks/") || isOneClick(pathname, body);
}

function sendFile(files: Files, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    res.once("close", () => resolve(true));
    files(req, res, () => resolve(false));
  });
}

async function askPage(
  front: Front,
  asked: Asked & { body: Buffer<ArrayBuffer> | null },
): Promise<Response | "sent"> {
  const { req, res, url, clear, body } = asked;
  await clear();
  // Who has gone meanwhile would never know that it was done.
  if (res.destroyed) return "sent";
  const headers = createHeaders(req);
  // The origin has been checked; Remix would check it again, against the name a proxy happens to use.
  for (const name of ["origin", "x-forwarded-host"]) headers.delete(name);
  if (body && !headers.has("Content-Type")) headers.set("Content-Type", EMPTY_FORM_TYPE);
  const { pathname, search } = withJsonTwin(url, req.headers.accept);
  const target = new URL(pathname + search, front.settings.appUrl);
  target.searchParams.delete("_data");
  const abort = new AbortController();
  res.once("close", () => {
    if (!res.writableEnded) abort.abort();
  });
  const request = new Request(target, {
    method: req.method ?? "GET",
    headers,
    body,
    signal: abort.signal,
  });
  return front.pages.answer(request, { address: addressOf(front, req) });
}
