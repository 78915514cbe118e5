import { linkTo } from "../mailbox.ts";
import type { PageSeen } from "./every-page.ts";
import type { Scene } from "./scene.ts";

/** A story that is being told, page by page, and what its author sees before and after sending it. */
export async function storyPages(scene: Scene): Promise<PageSeen[]> {
  const send = (path: string, fields: Record<string, string>) =>
    fetch(scene.app.url + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  const tell = async (email: string) => {
    const begun = await send("/stories/new", { council: "worcestershire" });
    const base = (begun.headers.get("Location") ?? "").replace(/\/who$/, "");
    await send(`${base}/who`, { teller: "parent" });
    await send(`${base}/court`, { court: "no" });
    const text = "My son Jamie has no school place. Some nights I want to kill myself.\n\nWe wait at home.";
    await send(`${base}/text`, { title: "A year at the kitchen table", text });
    await send(`${base}/quote`, { contentNote: "speaks of suicide" });
    await send(`${base}/consents`, { use_publish: "on" });
    await send(`${base}/email`, { email });
    await send(`${base}/check`, {});
    return { base, link: linkTo(await scene.mailTo(email, "send it yourself"), "/story/") };
  };
  const draft = await tell("betony@example.org");
  const sent = await tell("sorrel@example.org");
  await send(sent.link, { intent: "send" });
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
