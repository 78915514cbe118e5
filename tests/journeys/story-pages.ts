import { linkTo } from "../mailbox.ts";
import type { PageSeen } from "./every-page.ts";
import type { Scene } from "./scene.ts";

/** A story that is being told, page by page, and what its author sees before and after sending it. */
export async function storyPages(scene: Scene): Promise<PageSeen[]> {
  const draft = await tellStory(scene, "betony@example.org");
  const sent = await tellStory(scene, "sorrel@example.org");
  await sendForm(scene, sent.link, { intent: "send" });
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
    ...steps.map((step) => ({
      name: `telling a story: ${step}`,
      path: `${draft.base}/${step}`,
      status: 200,
    })),
    answered("a page of a story with every mistake", 422, "title=&text="),
    answered("a page of a story changed elsewhere", 409, "title=a&text=b&seen=old"),
    { name: "a story that was not sent", path: draft.link, status: 200 },
    { name: "a story that was sent", path: sent.link, status: 200 },
    { name: "taking a story back", path: `${sent.link}/withdraw`, status: 200 },
    { name: "a story that was thrown away", path: "/story/deleted", status: 200 },
  ];
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
