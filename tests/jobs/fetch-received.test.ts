import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { fetchReceived } from "#app/jobs/fetch-received.server.ts";
import { runDueJobs } from "#app/jobs/queue.server.ts";
import { deliveryTo, rowOf } from "../domain/forwarding/delivery-row.ts";
import { NOW, openPetition } from "../factories.ts";
import { type TestSite, testSettings, testSite } from "../site.ts";
import { mailFile, REPLY_DOMAIN } from "./mail-files.ts";

interface Played {
  answer: (emailId: string, base: string) => { status: number; body: unknown };
  raw?: Uint8Array;
}

/** Plays the part of Resend that gives out what it has received. */
async function playReceiving({ answer, raw }: Played) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { url = "" } = request;
    asked.push(url);
    if (url.startsWith("/raw")) return void response.end(raw);
    if (request.headers.authorization !== "Bearer re_tests") return void response.writeHead(401).end("{}");
    const { status, body } = answer(url.split("/").at(-1) ?? "", baseOf());
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  function baseOf(): string {
    const address = server.address();
    return `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
  }
  return { asked, base: baseOf() };
}

function contextOf(site: TestSite, base: string) {
  const settings = testSettings({ REPLY_DOMAIN, RESEND_API_KEY: "re_tests", RESEND_BASE_URL: base });
  return site.context(NOW, { settings });
}

const repliesOf = (site: TestSite) => site.db.read.select().from(site.db.tables.replies);

test("what Resend has received is fetched as it came and taken in, once, from the job that the webhook booked", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const told = await deliveryTo(site, { campaigns: [petition.id] });
  const to = [`Hear Hear <d-${told.replyToken}@${REPLY_DOMAIN}>`, "other@elsewhere.example"];
  const { base, asked } = await playReceiving({
    raw: mailFile("reply-plain", site, told, "pat@councillors.example"),
    answer: (_id, own) => ({
      status: 200,
      body: {
        object: "email",
        id: "in-1",
        to,
        text: "ignored",
        raw: { download_url: `${own}/raw`, expires_at: "" },
      },
    }),
  });
  const job = { id: "fetch-received:in-1", kind: "fetch-received", rowId: "in-1", reason: "" };
  await site.db.transaction("book", (tx) =>
    tx
      .insert(site.db.tables.jobs)
      .values({ ...job, state: "queued", attemptCount: 0, dueAt: NOW, createdAt: NOW }),
  );
  await runDueJobs(contextOf(site, base));
  expect(asked).toEqual(["/emails/receiving/in-1", "/raw"]);
  expect(await repliesOf(site)).toHaveLength(1);
  await fetchReceived(contextOf(site, base), "in-1");
  expect(await repliesOf(site)).toHaveLength(1);
});

test("where Resend keeps no original, its own words for headers and text are taken", async () => {
  const site = await testSite();
  const petition = await openPetition(site);
  const told = await deliveryTo(site, { campaigns: [petition.id] });
  const body = {
    from: "Pat <pat@x.example>",
    subject: "Re: 38",
    message_id: "<composed@x.example>",
    text: "Grüße\nfrom the office",
    headers: {
      "content-type": 'multipart/alternative; boundary="gone"',
      "X-Evil": "a\r\nAuto-Submitted: yes",
    },
    received_for: [`d-${told.replyToken}@${REPLY_DOMAIN}`],
  };
  const { base } = await playReceiving({ answer: () => ({ status: 200, body }) });
  await fetchReceived(contextOf(site, base), "in-2");
  expect(await repliesOf(site)).toHaveLength(1);
  expect((await rowOf(site, told.id))?.state).toBe("delivered");
});

test("an answering machine is known by the headers that Resend tells", async () => {
  const site = await testSite();
  const told = await deliveryTo(site, { campaigns: [(await openPetition(site)).id] });
  const headers = { "auto-submitted": "auto-replied" };
  const to = [`d-${told.replyToken}@${REPLY_DOMAIN}`];
  const body = { from: "pat@x.example", subject: "Away", message_id: "<away@x>", text: "Away", headers, to };
  const { base } = await playReceiving({ answer: () => ({ status: 200, body }) });
  await fetchReceived(contextOf(site, base), "in-3");
  expect(await repliesOf(site)).toEqual([]);
});

test("what is gone at Resend is left; where Resend cannot answer, the work is done again later", async () => {
  const site = await testSite();
  const gone = await playReceiving({
    answer: () => ({ status: 404, body: { statusCode: 404, name: "not_found" } }),
  });
  await fetchReceived(contextOf(site, gone.base), "in-4");
  const busy = await playReceiving({ answer: () => ({ status: 500, body: { statusCode: 500, name: "x" } }) });
  await expect(fetchReceived(contextOf(site, busy.base), "in-5")).rejects.toThrow("500");
  await expect(fetchReceived(contextOf(site, "http://127.0.0.1:9"), "in-6")).rejects.toThrow("no answer");
});
