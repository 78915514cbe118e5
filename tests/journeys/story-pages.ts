import { linkTo } from "../mailbox.ts";
import type { PageSeen } from "./every-page.ts";
import type { Scene } from "./scene.ts";

/** A story that is being told, page by page, and what its author sees before and after sending it. */
export async function storyPages(scene: Scene): Promise<PageSeen[]> {
  const draft = await tellStory(scene, "betony@example.org");
  const sent = await tellStory(scene, "sorrel@example.org");
  await sendForm(scene, sent.link, { intent: "send" });
  const back = await tellStory(scene, "woodruff@example.org");
  await sendForm(scene, back.link, { intent: "send" });
  await sendForm(scene, back.link, { intent: "take_up" });
  const answered = (name: string, status: number, body: string): PageSeen => ({
    ...{ name, status, path: `${draft.base}/text` },
    post: { body, headers: { "Content-Type": "application/x-www-form-urlencoded" } },
  });
  const steps = [
    "who",
    "where",
    "court",
    "text",
    "marks",
    "facts",
    "quote",
    "topics",
    "consents",
    "email",
    "check",
    "sent",
  ];
  return [
    ...(await replyPages(scene)),
    ...steps.map((step) => ({
      name: `telling a story: ${step}`,
      path: `${draft.base}/${step}`,
      status: 200,
    })),
    answered("a page of a story with every mistake", 422, "title=&text="),
    answered("a page of a story changed elsewhere", 409, "title=a&text=b&seen=old"),
    { name: "a story that was not sent", path: draft.link, status: 200 },
    { name: "a story that was sent", path: sent.link, status: 200 },
    { name: "a story that its author has back to change", path: back.link, status: 200 },
    { name: "taking a story back", path: `${sent.link}/withdraw`, status: 200 },
    { name: "a story that was thrown away", path: "/story/deleted", status: 200 },
  ];
}

const REPLY_WORDS = "Every child without a place has a named officer now. Ring 01632 960 123.";

/** Replying to a story and to what families say of a council, and what its writer sees before and after confirming. */
async function replyPages(scene: Scene): Promise<PageSeen[]> {
  const page = await publishedPage(scene);
  const unconfirmed = await replyToCouncil(scene, "officer@example.org");
  const waiting = await replyToCouncil(scene, "other-officer@example.org");
  await sendForm(scene, waiting, { intent: "confirm" });
  const withdrawn = await replyToCouncil(scene, "third-officer@example.org");
  await sendForm(scene, withdrawn, { intent: "withdraw" });
  return [
    { name: "a published story", path: page, status: 200 },
    { name: "replying to a story", path: `${page}/reply`, status: 200 },
    { name: "a reply was sent", path: `${page}/reply?sent=1`, status: 200 },
    { name: "replying to what families say", path: "/councils/worcestershire/reply", status: 200 },
    {
      ...{ name: "a reply with every mistake", path: `${page}/reply`, status: 422 },
      post: { body: "words=", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
    },
    { name: "a reply to confirm", path: unconfirmed, status: 200 },
    { name: "a reply that waits", path: waiting, status: 200 },
    { name: "a reply that was taken back", path: withdrawn, status: 200 },
    { name: "a reply’s link that is cut off", path: "/statement/cut-off", status: 404 },
  ];
}

/** A story of the demonstration that everybody can read. */
export async function publishedPage(scene: Scene): Promise<string> {
  const list = await (await fetch(`${scene.app.url}/stories`)).text();
  const page = /href="(\/stories\/[0-9a-z]{10})"/.exec(list)?.[1];
  if (page === undefined) throw new Error("the demonstration has no story");
  return page;
}

/** A reply to what families say of a council, as its form sends it: the link that is mailed. */
export async function replyToCouncil(scene: Scene, email: string): Promise<string> {
  await sendForm(scene, "/councils/worcestershire/reply", {
    ...{ kind: "statement", words: REPLY_WORDS, name: "Fern Hathersage", email },
    ...{ role: "Head of inclusion", organisation: "Worcestershire County Council" },
  });
  return new URL(linkTo(await scene.mailTo(email, "Confirm what you sent"), "/statement/")).pathname;
}

/** A story that lacks nothing but being sent: where it is written, and the link that was mailed. */
export async function tellStory(scene: Scene, email: string): Promise<{ base: string; link: string }> {
  const begun = await sendForm(scene, "/stories/new", { council: "worcestershire" });
  const base = (begun.headers.get("Location") ?? "").replace(/\/who$/, "");
  const text = "My son Jamie has no school place. Some nights I want to kill myself.\n\nWe wait at home.";
  const steps: Record<string, Record<string, string>> = {
    who: { teller: "parent" },
    court: { court: "no" },
    text: { title: "A year at the kitchen table", text },
    quote: { contentNote: "speaks of suicide" },
    consents: { use_publish: "on" },
    email: { email },
    check: {},
  };
  for (const [step, fields] of Object.entries(steps)) await sendForm(scene, `${base}/${step}`, fields);
  const link = linkTo(await scene.mailTo(email, "send it yourself"), "/story/");
  return { base, link: new URL(link).pathname };
}

/** Sends a form of the site as a browser without scripts does. */
export function sendForm(scene: Scene, path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(scene.app.url + path, { method: "POST", body, redirect: "manual" });
}
