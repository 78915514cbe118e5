import { linkTo } from "../mailbox.ts";
import {
  CARDIFF,
  LETTER,
  LEWISHAM,
  type Scene,
  signAndConfirm,
  signOnPage,
  WORCESTERSHIRE,
} from "./scene.ts";
import { storyPages } from "./story-pages.ts";

/** One page of the site as somebody comes upon it. */
export interface PageSeen {
  /** What it is, where the address does not say. */
  name: string;
  path: string;
  status: number;
  /** Sent with POST where it is the answer to a form. */
  post?: { body: string; headers?: Record<string, string> };
  /** Answered by the server itself, before there is a site: in its own few colours, without head, foot and band. */
  isBare?: boolean;
}

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

const GROUP = "/groups/severn-valley-send-families";

const PUBLIC_PATHS = [
  "/",
  "/petitions",
  "/petitions?q=worcestershire",
  "/petitions?q=nothing+has+these+words",
  "/petitions?state=closed",
  "/petitions?state=rejected",
  "/petitions?sort=week",
  "/petitions?q=speicial+needs",
  "/petitions?council=worcester",
  "/petitions/near",
  "/petitions/near?place=northern-ireland",
  WORCESTERSHIRE,
  `${WORCESTERSHIRE}?text=easy`,
  `${WORCESTERSHIRE}/places`,
  `${WORCESTERSHIRE}/map`,
  `${WORCESTERSHIRE}/map?view=councils&shape=hex`,
  `${WORCESTERSHIRE}/told`,
  `${WORCESTERSHIRE}/told?level=ward&answer=any`,
  `${WORCESTERSHIRE}/told?fate=no_address`,
  `${WORCESTERSHIRE}/told/map`,
  `${WORCESTERSHIRE}/answers`,
  `${WORCESTERSHIRE}/signatories`,
  `${WORCESTERSHIRE}/signatories?q=a`,
  `${WORCESTERSHIRE}/signatories?q=nobody+has+this+name`,
  `${WORCESTERSHIRE}/updates`,
  `${WORCESTERSHIRE}/sign`,
  `${WORCESTERSHIRE}/check-your-email`,
  LEWISHAM,
  `${LEWISHAM}/places`,
  `${LEWISHAM}/told`,
  CARDIFF,
  "/stories",
  "/stories?topic=what-no_place",
  "/stories/new",
  "/stories/compare",
  "/stories/compare?sort=in_time&turned=1",
  "/letters",
  "/letters?q=nothing+has+these+words",
  LETTER,
  `${LETTER}/print`,
  `${LETTER}/sign`,
  `${LETTER}/signatories`,
  `${LETTER}/text/1`,
  `${LETTER}/answers`,
  "/groups",
  GROUP,
  `${GROUP}/check-your-email`,
  "/councils",
  "/councils?q=worcester",
  "/councils/worcestershire",
  "/councils/worcestershire/stories",
  "/councils/worcester",
  "/councils/belfast",
  "/councils/worcester/wards/arboretum",
  "/councils/worcestershire/divisions/bedwardine",
  "/constituencies",
  "/constituencies/worcester",
  "/areas",
  "/areas?postcode=WR5+2NP",
  "/areas?postcode=BT1+1AA",
  "/areas?postcode=SY1+1AA",
  "/councils/map",
  "/constituencies/map",
  "/councils/map?view=districts",
  "/about",
  "/about/data",
  "/privacy",
  "/terms",
  `/report?page=${WORCESTERSHIRE}`,
  "/report",
  "/report?sent=1",
  `/takedown?page=${WORCESTERSHIRE}`,
  "/takedown?sent=1",
  "/accessibility",
  "/start",
  "/my-signatures",
  "/my-signatures/check-your-email",
  "/sign-in",
  "/sign-in/check-your-email",
  "/not-me/done",
  "/signature/erased",
  "/signature/erased?counted=1",
  "/dev/mailbox",
  "/dev/clock",
];

/** What everybody can open, and what helps developers. */
export const PUBLIC_PAGES: readonly PageSeen[] = PUBLIC_PATHS.map((path) => ({
  name: path,
  path,
  status: 200,
}));

/** Answers to forms, and errors. */
export const ANSWERS: readonly PageSeen[] = [
  answer("a sign form with every mistake", `${WORCESTERSHIRE}/sign`, 422, "country=ZZ&connection=often"),
  answer(
    "the question about an address",
    `${WORCESTERSHIRE}/sign`,
    422,
    "name=Betony+Fairweather&email=betony%40gmial.com&postcode=WR5+2NP",
  ),
  answer(
    "signing what is closed",
    `${CARDIFF}/sign`,
    409,
    "name=Betony+Fairweather&email=betony%40example.org&postcode=WR5+2NP",
  ),
  answer("looking near what is no postcode", "/petitions/near", 422, "postcode=here"),
  answer("asking for links without an address", "/my-signatures", 422, "email="),
  answer("a petition begun without a title", "/start", 422, "title="),
  answer("something begun that is neither", "/start", 422, "kind=novel&title=A+book"),
  { name: "a draft's link that is cut off", path: "/start/cut-off/title", status: 404 },
  answer("a clock that would go back", "/dev/clock", 422, "advance=-PT1H"),
  answer("a report with every mistake", "/report", 422, "email=me"),
  answer("a complaint with nothing in it", `/takedown?page=${WORCESTERSHIRE}`, 422, "name="),
  { name: "a complaint's link that is cut off", path: "/complaint/cut-off", status: 404 },
  { name: "an author's link that is cut off", path: "/author-reply/cut-off", status: 404 },
  { name: "an address that is no page", path: "/nowhere", status: 404 },
  { name: "news that is not there", path: `${WORCESTERSHIRE}/updates/nothing`, status: 404 },
  { name: "a petition that is not there", path: "/petitions/nothing-here", status: 404 },
  { name: "a confirm link that is cut off", path: "/confirm/cut-off", status: 404 },
  { name: "a sign-in link that is cut off", path: "/sign-in/cut-off", status: 410 },
  { name: "an invitation that is over", path: "/invitation/cut-off", status: 410 },
  { name: "an invitation to a group that is over", path: "/group-invitation/cut-off", status: 410 },
  { name: "a message's link that is cut off", path: "/group-message/cut-off", status: 410 },
  answer("a message to a group with every mistake", GROUP, 422, "email=me"),
  { name: "a group that is not there", path: "/groups/nothing-here", status: 404 },
  { name: "a link to answer that is cut off", path: "/answer/cut-off", status: 404 },
  { name: "the link of an answer that is cut off", path: "/answer-confirm/cut-off", status: 404 },
  { name: "a link to agree that is cut off", path: "/agree/cut-off", status: 404 },
  { name: "a manage link that is cut off", path: "/signature/cut-off", status: 404 },
  { name: "a support link that is cut off", path: "/support/cut-off", status: 404 },
  { name: "a link to stop news that is cut off", path: "/unsubscribe/cut-off", status: 404 },
  { name: "a link to pause messages that is cut off", path: "/pause/cut-off", status: 404 },
  { name: "a link to end a pause that is cut off", path: "/unpause/cut-off", status: 404 },
  {
    name: "a form from elsewhere",
    path: `${WORCESTERSHIRE}/sign`,
    status: 403,
    post: {
      body: "name=a",
      headers: { ...FORM, "Sec-Fetch-Site": "cross-site", Origin: "https://elsewhere.example" },
    },
    isBare: true,
  },
  {
    ...answer("a form that is too large", "/my-signatures", 413, `email=${"x".repeat(70_000)}`),
    isBare: true,
  },
  { ...answer("a form that is not readable", "/my-signatures", 400, "email=%"), isBare: true },
  {
    name: "a form of another kind",
    path: "/my-signatures",
    status: 415,
    post: { body: "{}", headers: { "Content-Type": "application/json" } },
    isBare: true,
  },
];

function answer(name: string, path: string, status: number, body: string): PageSeen {
  return { name, path, status, post: { body, headers: FORM } };
}

/** What links in mails lead to, at every stage of a signature. */
export async function linkedPages(scene: Scene): Promise<PageSeen[]> {
  const betony = { name: "Betony Fairweather", email: "betony@example.org", postcode: "WR5 2NP" };
  const counted = (await signAndConfirm(scene, WORCESTERSHIRE, betony)).mail;
  const page = await scene.visit(WORCESTERSHIRE);
  await signOnPage(page, { ...betony, email: "belfast@example.org", postcode: "BT1 5GS" });
  const waiting = await scene.mailTo("belfast@example.org", "Confirm");
  const off = (await signAndConfirm(scene, LEWISHAM, { ...betony, email: "off@example.org" })).mail;
  await page.goto(linkTo(off, "/signature/"));
  await page.getByRole("button", { name: "Take my signature off", exact: true }).click();
  await page.goto("/dev/mailbox");
  const mail = await page
    .getByRole("main")
    .getByRole("listitem")
    .getByRole("link")
    .first()
    .getAttribute("href");
  return [
    { name: "confirming, with places to choose", path: linkTo(waiting, "/confirm/"), status: 200 },
    { name: "a signature that waits", path: linkTo(waiting, "/signature/"), status: 200 },
    { name: "not me", path: linkTo(waiting, "/not-me/"), status: 200 },
    { name: "thanks", path: linkTo(counted, "/confirm/"), status: 200 },
    { name: "a signature that counts", path: linkTo(counted, "/signature/"), status: 200 },
    answer("a postcode that is none", linkTo(counted, "/signature/"), 422, "intent=postcode&postcode=here"),
    { name: "a confirm link of a signature taken off", path: linkTo(off, "/confirm/"), status: 410 },
    { name: "a signature taken off", path: linkTo(off, "/signature/"), status: 200 },
    ...(await draftPages(scene)),
    ...(await storyPages(scene)),
    await newsPage(scene),
    { name: "a mail in the mailbox", path: mail ?? "/dev/mailbox", status: 200 },
  ];
}

/** An update of the large petition. */
async function newsPage(scene: Scene): Promise<PageSeen> {
  const list = await (await fetch(`${scene.app.url}${WORCESTERSHIRE}/updates`)).text();
  const path = new RegExp(`href="(${WORCESTERSHIRE}/updates/[a-z0-9]+)"`).exec(list)?.[1];
  if (path === undefined) throw new Error("the demonstration has no news");
  return { name: "an update", path, status: 200 };
}

/** A petition that is being written, page by page, and its last page once nothing is missing. */
async function draftPages(scene: Scene): Promise<PageSeen[]> {
  const send = (path: string, fields: Record<string, string>) =>
    fetch(scene.app.url + path, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const begun = await send("/start", { title: "A quiet room in every library in Worcester" });
  const base = (begun.headers.get("Location") ?? "").replace(/\/asks$/, "");
  await send(`${base}/asks`, { ask1: "Set aside one quiet room in each library" });
  await send(`${base}/why`, { why: "My daughter reads where it is quiet.", more: "## Where\n\n- Here" });
  await send(`${base}/whom`, { intent: "suggest", topic: "libraries", postcode: "WR5 2NP" });
  const letter = await send("/start", { kind: "letter", title: "To those who run the libraries" });
  const letterBase = (letter.headers.get("Location") ?? "").replace(/\/whom$/, "");
  await send(`${letterBase}/to`, { intent: "add", role: "Head of libraries", organisation: "Worcester" });
  await send(`${letterBase}/why`, { salutation: "Dear Head of libraries", why: "We read.", close: "Yours" });
  await send(`${letterBase}/asks`, { ask1: "Set aside one quiet room in each library" });
  const steps = ["title", "asks", "why", "whom", "you", "goal", "picture", "easy", "check"];
  const written = steps.map((step) => ({
    name: `writing a petition: ${step}`,
    path: `${base}/${step}`,
    status: 200,
  }));
  return [
    ...written,
    ...["title", "whom", "to", "why", "asks", "check"].map((step) => ({
      ...{ name: `writing an open letter: ${step}`, path: `${letterBase}/${step}`, status: 200 },
    })),
    answer("a recipient with every mistake", `${letterBase}/to`, 422, "intent=add&email=x&sourceUrl=y"),
    answer("a letter with every mistake", `${letterBase}/why`, 422, "datedOn=soon"),
    answer("a step with every mistake", `${base}/whom`, 422, "postcode=here&body=nobody&askClause=www.a"),
    answer("beginning with something missing", `${base}/check`, 422, ""),
    { name: "waiting for the mail that begins a petition", path: `${base}/sent`, status: 200 },
  ];
}
