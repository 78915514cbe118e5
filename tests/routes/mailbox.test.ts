import { expect, test } from "vitest";
import { putInMailbox } from "#app/jobs/mailbox.server.ts";
import { NOW } from "#tests/factories.ts";
import { type TestSite, testSettings, testSite } from "#tests/site.ts";
import { openPages } from "./site-pages.ts";

async function capture(site: TestSite, subject: string, now = NOW): Promise<void> {
  const mail = {
    to: "wren@example.org",
    subject,
    text: `Press here:\nhttp://localhost:3000/confirm/abc\n\n<b>`,
    html: "<!doctype html><html><head><style>p{color:red}</style></head><body><p>Press here</p></body></html>",
  };
  await site.db.transaction("capture", (tx) => putInMailbox(tx, site.keyring, mail, now));
}

test("the mailbox as JSON holds the newest two hundred mails, newest first", async () => {
  const site = await testSite();
  for (let count = 1; count <= 201; count += 1) await capture(site, `Mail ${count}`, NOW + count);
  const mails = await (await (await openPages(site)).get("/dev/mailbox.json")).json();
  expect(mails).toHaveLength(200);
  expect(mails[0]).toEqual({
    id: expect.any(String),
    to: "wren@example.org",
    subject: "Mail 201",
    text: expect.stringContaining("Press here:"),
    html: expect.stringContaining("<p>Press here</p>"),
    createdAt: new Date(NOW + 201).toISOString(),
  });
  expect(mails.at(-1).subject).toBe("Mail 2");
});

test("the mailbox lists mail with the time, and a mail shows its links to press", async () => {
  const site = await testSite();
  const pages = await openPages(site);
  expect(await pages.read("/dev/mailbox")).toContain("There is no mail yet.");
  await capture(site, "Confirm your signature");
  expect(await pages.read("/dev/mailbox")).toContain(
    "Confirm your signature To wren@example.org 12:00 on 25 November 2026",
  );
  const [{ id }] = await (await pages.get("/dev/mailbox.json")).json();
  const html = await (await pages.get(`/dev/mailbox/${id}`)).text();
  expect(html).toContain('<a href="http://localhost:3000/confirm/abc">http://localhost:3000/confirm/abc</a>');
  expect(html).toContain("&lt;b&gt;");
});

test("the HTML of a mail is shown as it is, under a policy that lets it run and load nothing", async () => {
  const site = await testSite();
  await capture(site, "Confirm your signature");
  const pages = await openPages(site);
  const [{ id }] = await (await pages.get("/dev/mailbox.json")).json();
  const answer = await pages.get(`/dev/mailbox/${id}/html`);
  expect(await answer.text()).toContain("<p>Press here</p>");
  expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
});

test("on a public site there is no mailbox", async () => {
  const site = await testSite();
  await capture(site, "Confirm your signature");
  const [{ id }] = await (await (await openPages(site)).get("/dev/mailbox.json")).json();
  const settings = { ...testSettings(), isProduction: true };
  const pages = await openPages(site, { settings });
  for (const path of ["/dev/mailbox", "/dev/mailbox.json", `/dev/mailbox/${id}`, `/dev/mailbox/${id}/html`])
    expect((await pages.get(path)).status).toBe(404);
});

test("a mail that is not there is not found", async () => {
  const pages = await openPages(await testSite());
  expect((await pages.get("/dev/mailbox/nothing")).status).toBe(404);
});
