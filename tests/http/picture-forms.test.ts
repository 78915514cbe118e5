import { connect } from "node:net";
import { expect, test } from "vitest";
import { makePlaces } from "#app/http/picture-places.ts";
import { readPicture } from "#app/http/read-picture.server.ts";
import { type Answer, startFront, type TestFront } from "./front.ts";
import { pictureForm } from "./pictures.ts";

const MEGABYTE = 1024 * 1024;
const PATHS = ["/start/token/picture", "/organise/12/picture"];

/** A page that says what arrived. */
async function receive(request: Request): Promise<Response> {
  const { values, file } = await readPicture(request).catch((thrown) => {
    if (thrown instanceof Response) throw thrown;
    throw new Error("reading a form failed in another way than with a response");
  });
  return Response.json({
    values,
    bytes: file?.length ?? null,
    sum: file?.reduce((sum, byte) => sum + byte, 0),
  });
}

async function answer(request: Request): Promise<Response> {
  try {
    return await receive(request);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

test.each(PATHS)("a picture of eight megabytes arrives whole at %s, with its words", async (path) => {
  const front = await startFront({ answer });
  const file = new Uint8Array(8 * MEGABYTE).fill(1);
  const given = await front.ask(path, await pictureForm(file, { alt: "Zoë’s hall", back: "a\0b" }));
  expect(JSON.parse(given.text)).toEqual({
    values: { alt: "Zoë’s hall", back: "a\uFFFDb" },
    bytes: file.length,
    sum: file.length,
  });
});

test("a form without a file brings none, only its words", async () => {
  const front = await startFront({ answer });
  const empty = await front.ask("/organise/12/picture", await pictureForm(undefined));
  expect(JSON.parse(empty.text)).toMatchObject({
    bytes: null,
    values: { alt: "Six families outside County Hall" },
  });
});

test("more than a picture and some words is refused with 413, announced or not, and says how large it may be", async () => {
  const front = await startFront({ answer });
  const form = await pictureForm(new Uint8Array(8 * MEGABYTE + 64 * 1024));
  const given = await front.ask("/start/token/picture", form);
  expect(given.status).toBe(413);
  expect(given.text).toContain("a picture of at most 8 MB");
  const { "Content-Type": type = "" } = form.headers;
  const chunked = { ...form, headers: { "Content-Type": type, "Transfer-Encoding": "chunked" } };
  expect((await front.ask("/start/token/picture", chunked)).status).toBe(413);
});

test.each([
  "/start",
  "/start/token",
  "/start/token/title",
  "/start/token/picture/more",
  "/start/a/b/picture",
  "/organise/12",
  "/moderate/campaigns/12/picture",
  "/petitions/a/picture",
  "/sign-in",
])("%s takes no picture: what is over 64 KB is refused with 413", async (path) => {
  const front = await startFront({ answer });
  expect((await front.ask(path, await pictureForm(new Uint8Array(65 * 1024)))).status).toBe(413);
});

test("where pictures are taken, a form of any other kind is as small as anywhere", async () => {
  const front = await startFront({ answer });
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const body = `alt=${"x".repeat(64 * 1024)}`;
  expect((await front.ask("/start/token/picture", { method: "POST", headers, body })).status).toBe(413);
  const json = { "Content-Type": "application/json" };
  expect(
    (await front.ask("/start/token/picture", { method: "POST", headers: json, body: "{}" })).status,
  ).toBe(415);
});

test("a broken form with a picture is refused with 400", async () => {
  const front = await startFront({ answer });
  const form = await pictureForm(new Uint8Array(100_000));
  const broken = { ...form, body: form.body.subarray(0, 50_000) };
  expect((await front.ask("/start/token/picture", broken)).status).toBe(400);
  const headers = { ...form.headers, "Content-Type": "multipart/form-data; boundary=elsewhere" };
  expect((await front.ask("/start/token/picture", { ...form, headers })).status).toBe(400);
});

test("a picture from another website is refused with 403 before it is read", async () => {
  const front = await startFront({ answer });
  const form = await pictureForm(new Uint8Array(MEGABYTE));
  const headers = { ...form.headers, "Sec-Fetch-Site": "cross-site", Origin: "https://elsewhere.example" };
  expect((await front.ask("/start/token/picture", { ...form, headers })).status).toBe(403);
});

test("twenty pictures at once are all taken, a few at a time", async () => {
  let inHand = 0;
  let most = 0;
  const front = await startFront({
    trustProxy: true,
    async answer(request) {
      inHand += 1;
      most = Math.max(most, inHand);
      const given = await receive(request);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inHand -= 1;
      return given;
    },
  });
  const form = await pictureForm(new Uint8Array(200_000).fill(1));
  const all: Promise<Answer>[] = Array.from({ length: 20 }, (_, client) =>
    front.ask("/start/token/picture", {
      ...form,
      headers: { ...form.headers, "X-Forwarded-For": `203.0.113.${client}` },
    }),
  );
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(most).toBeLessThanOrEqual(8);
});

test("those who go away while they wait or send leave room for the next", async () => {
  const front = await startFront({ answer });
  for (let client = 0; client < 12; client += 1) await sendHalf(front);
  const given = await front.ask("/start/token/picture", await pictureForm(new Uint8Array(1000).fill(1)));
  expect(given.status).toBe(200);
});

test("one client takes its own places only, and who leaves twice gives one place back", async () => {
  const places = makePlaces({ inAll: 3, ofOneClient: 2 });
  const entered: string[] = [];
  const enter = (client: string) =>
    places.enter(client).then((leave) => {
      entered.push(client);
      return leave;
    });
  const first = await enter("a");
  await enter("a");
  const third = enter("a");
  await enter("b");
  const fourth = enter("c");
  expect(entered).toEqual(["a", "a", "b"]);
  first();
  first();
  await third;
  expect(entered).toEqual(["a", "a", "b", "a"]);
  (await third)();
  await fourth;
  expect(entered).toEqual(["a", "a", "b", "a", "c"]);
});

/** Begins to send a picture and goes away. */
function sendHalf(front: TestFront): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(front.port, "127.0.0.1", () => {
      socket.write(
        "POST /start/token/picture HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n--b\r\n",
      );
      setTimeout(() => socket.destroy(), 20);
    });
    socket.once("close", () => resolve());
  });
}
