import { errorWords } from "../error-words.ts";
import { RETRY_SECONDS } from "../policy-load.ts";
import { type FormKind, formKind } from "./overload.server.ts";
import type { Pages } from "./pages.server.ts";

/** A form that could not be taken now, to be given back as it was sent. */
export interface BusyForm {
  kind: FormKind;
  /** Where it is sent again. */
  action: string;
  fields: readonly (readonly [name: string, value: string])[];
  retrySeconds: number;
}

interface SentForm {
  url: URL;
  contentType: string | undefined;
  body: Buffer<ArrayBuffer>;
  /** For a program, which has nothing to fill in. */
  asJson: boolean;
}

/** The page that gives a form back: cheap to make, as it is made when there is least time. */
export type BusyPage = (form: BusyForm) => Promise<string>;

/**
 * The answer to a form for which there is no room: a page with everything that was typed and a button that sends it
 * again. Nothing was saved.
 */
export async function answerBusy(
  busyPage: BusyPage,
  { url, contentType, body, asJson }: SentForm,
): Promise<Response> {
  const { least, most } = RETRY_SECONDS;
  const retrySeconds = least + Math.floor(Math.random() * (most - least + 1));
  const retry = { "Retry-After": String(retrySeconds) };
  if (asJson)
    return Response.json({ status: 503, error: errorWords(503).title }, { status: 503, headers: retry });
  const html = await busyPage({
    kind: formKind(url.pathname),
    action: url.pathname + url.search,
    fields: await readFields(contentType, body),
    retrySeconds,
  });
  const headers = { "Content-Type": "text/html; charset=utf-8", ...retry };
  return new Response(html, { status: 503, headers });
}

/** Makes busy pages out of the site's own: head and foot of one that it has made once, around what `main` gives. */
export function busyPageIn(pages: Pages, appUrl: string, main: (form: BusyForm) => BusyWords): BusyPage {
  let shell: Promise<Shell> | undefined;
  return async (form) => {
    shell ??= makeShell(pages, appUrl).catch((fault: unknown) => {
      shell = undefined;
      throw fault;
    });
    const { head, middle, foot } = await shell;
    const { title, html } = main(form);
    return `${head}<title>${title} – Hear Hear</title>${middle}${html}${foot}`;
  };
}

/** What stands on a busy page, finished: nothing in it that was typed is markup. */
export interface BusyWords {
  title: string;
  html: string;
}

interface Shell {
  head: string;
  middle: string;
  foot: string;
}

/** An address that no page has: what is made for it has the head and foot of all pages and no more. */
const NOWHERE = "/-";

async function makeShell(pages: Pages, appUrl: string): Promise<Shell> {
  const answer = await pages.answer(new Request(new URL(NOWHERE, appUrl)), { address: "" });
  const html = await answer.text();
  const [, head, middle, foot] =
    /^([\s\S]*?)<title>[^<]*<\/title>([\s\S]*?<main\b[^>]*>)[\s\S]*(<\/main>[\s\S]*)$/.exec(html) ?? [];
  if (head === undefined || middle === undefined || foot === undefined)
    throw new Error("the page for an address without one has no title or no main part");
  return { head, middle, foot };
}

async function readFields(
  contentType: string | undefined,
  body: Buffer<ArrayBuffer>,
): Promise<(readonly [string, string])[]> {
  if (!/^multipart\//i.test(contentType ?? "")) return [...new URLSearchParams(body.toString("utf8"))];
  const headers = { "Content-Type": contentType ?? "" };
  const form = await new Response(body, { headers }).formData();
  return [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
}
