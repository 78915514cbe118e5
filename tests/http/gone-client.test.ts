import { once } from "node:events";
import { createServer, request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { type Answered, answerRequest, type Front } from "#app/http/answer.server.ts";
import { echo, form, type Question } from "./front.ts";

/** What a request comes to whose client goes while it waits for its turn, and how often a page was asked. */
async function askAndGo(
  question: Question,
  overload?: Front["overload"],
): Promise<{ answered: Answered; pagesAsked: number }> {
  let pagesAsked = 0;
  const front: Front = {
    settings: { appUrl: "http://localhost", isProduction: false, trustProxy: false },
    files: (_req, _res, next) => next(),
    overload,
    pages: {
      answer(page, client) {
        pagesAsked += 1;
        return echo(page, client);
      },
      patternOf: () => "/page",
    },
  };
  const server = createServer();
  onTestFinished(() => void server.close());
  const answering = new Promise<Answered>((resolve, reject) => {
    server.on("request", (req, res) => {
      const clear = async (): Promise<void> => {
        asked.destroy();
        await once(res, "close");
      };
      const url = new URL(req.url ?? "/", "http://localhost");
      answerRequest(front, { req, res, url, clear }).then(resolve, reject);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const { method, headers, body } = question;
  const asked = request({ host: "127.0.0.1", port, path: "/page", method, headers, agent: false });
  asked.on("error", () => {});
  asked.end(body);
  return { answered: await answering, pagesAsked };
}

test("nothing is made for who has gone while their request waited", async () => {
  expect(await askAndGo({ method: "GET" })).toEqual({ answered: "sent", pagesAsked: 0 });
});

test("a form whose sender has gone while it waited is not taken", async () => {
  expect(await askAndGo(form({ name: "Wren" }))).toEqual({ answered: "sent", pagesAsked: 0 });
});

test("a form for which there is no room is not given back to who has gone", async () => {
  const gate = { enter: () => undefined, isBusy: () => true, giveWay: async () => {} };
  const page = async (): Promise<string> => "busy";
  expect(await askAndGo(form({ name: "Wren" }), { gate, page })).toEqual({ answered: "sent", pagesAsked: 0 });
});
