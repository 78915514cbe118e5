import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { forgetReplies, listReplies } from "#app/domain/forwarding/replies.server.ts";
import { DAY } from "#app/domain/time/durations.ts";
import { listMailbox } from "#app/jobs/mailbox.server.ts";
import { sendQueuedMail } from "#app/jobs/outbox.server.ts";
import { receiveMail } from "#app/jobs/receive-mail.server.ts";
import {
  RECEIVED_PER_DELIVERY_PER_DAY,
  REPLIES_PER_DELIVERY_PER_DAY,
  REPLY_DAYS,
} from "#app/policy-forwarding.ts";
import { addressStateOf, deliveryTo, rowOf, type Told } from "../domain/forwarding/delivery-row.ts";
import { NOW, openPetition } from "../factories.ts";
import { visitor } from "../routes/admin-scene.ts";
import { runs } from "../routes/organise-scene.ts";
import { type TestSite, testSettings, testSite } from "../site.ts";
import { mailFile, mailFiles, REPLY_DOMAIN } from "./mail-files.ts";

const PAT = "pat@councillors.example";

/** A petition that two people run, and a message about it to Councillor Pat. */
async function scene(changes: Parameters<typeof deliveryTo>[1] = {}) {
  const site = await testSite();
  const petition = await openPetition(site, { title: "Answer in time" });
  for (const role of ["owner", "editor"] as const) await runs(site, petition.id, await visitor(site), role);
  const told = await deliveryTo(site, { email: PAT, campaigns: [petition.id], ...changes });
  return { site, petition, told };
}

function contextOf(site: TestSite, now = NOW) {
  return site.context(now, { settings: testSettings({ REPLY_DOMAIN }) });
}

function come(site: TestSite, raw: Uint8Array, told: Pick<Told, "replyToken">, now = NOW) {
  return receiveMail(contextOf(site, now), raw, { to: `d-${told.replyToken}@${REPLY_DOMAIN}` });
}

function written(text: string, changes: Record<string, string> = {}): Buffer {
  const headers = {
    From: PAT,
    Subject: "Re: hello",
    "Message-ID": `<${Math.random()}@x.example>`,
    ...changes,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${text}\r\n`);
}

const eventsOf = (site: TestSite) => site.db.read.select().from(site.db.tables.mailEvents);
const repliesOf = (site: TestSite) => site.db.read.select().from(site.db.tables.replies);

async function forwardedMails(site: TestSite) {
  while ((await sendQueuedMail(contextOf(site))) > 0);
  const mails = await listMailbox(site.db.read, site.keyring);
  return mails.filter((mail) => mail.subject.includes("has written back"));
}

/** What each message of the corpus does: to the message, its address, and whether a person is heard. */
const GONE = ["bounced", "bounced"] as const;
const PASSED = ["bounced", "good"] as const;
const NOTHING = ["sent", "good"] as const;
const EXPECTED: Record<string, readonly [state: string, addressState: string]> = {
  ...{ "dsn-postfix-unknown-user": GONE, "dsn-exim-unknown-user": GONE, "dsn-exchange-not-found": GONE },
  ...{ "dsn-exchange-access-denied": GONE, "dsn-gmail-not-found": GONE, "dsn-domain-gone": GONE },
  ...{ "dsn-mailbox-closed": GONE, "dsn-two-recipients": GONE, "dsn-lower-case": GONE, "bounce-qmail": GONE },
  ...{
    "dsn-mailbox-full": PASSED,
    "dsn-expired": PASSED,
    "dsn-policy-block": PASSED,
    "dsn-too-large": PASSED,
  },
  "dsn-colleague-gone": PASSED,
  ...{ "dsn-delayed": NOTHING, "dsn-relayed": NOTHING, "dsn-nothing-usable": NOTHING },
  ...{ "bounce-words-only": NOTHING, "dsn-delivered": ["delivered", "good"] },
  ...{ "arf-abuse": ["complained", "opted_out"], "arf-not-spam": NOTHING, "arf-auth-failure": NOTHING },
};

test.each(mailFiles())("%s does what such a message should, and nothing else", async (name) => {
  const { site, told } = await scene();
  const outcome = await come(site, mailFile(name, site, told, PAT), told);
  const isReply = name.startsWith("reply-");
  const expected = isReply ? (["delivered", "good"] as const) : (EXPECTED[name] ?? NOTHING);
  expect([(await rowOf(site, told.id))?.state, await addressStateOf(site, told.termId)]).toEqual(expected);
  expect(outcome === "reply_forwarded").toBe(isReply);
  expect(outcome === "automatic_dropped").toBe(expected === NOTHING);
  expect(await repliesOf(site)).toHaveLength(isReply ? 1 : 0);
  expect(await forwardedMails(site)).toHaveLength(isReply ? 2 : 0);
  expect(name in EXPECTED || isReply || name.startsWith("auto-")).toBe(true);
});

test.each(mailFiles())("%s is taken once, however often it comes", async (name) => {
  const { site, told } = await scene();
  const raw = mailFile(name, site, told, PAT);
  const outcomes = await Promise.all([come(site, raw, told), come(site, raw, told)]);
  expect(outcomes.filter((one) => one === "repeated")).toHaveLength(1);
  expect(await come(site, raw, told)).toBe("repeated");
  expect(await eventsOf(site)).toHaveLength(1);
});

test("in a rehearsal a report about the address that stands in for the real one is about the message alone", async () => {
  const { site, told } = await scene({ mode: "rehearsal" });
  const address = `rep-${told.publicId}@rehearsal.invalid`;
  await come(site, mailFile("dsn-postfix-unknown-user", site, told, address), told);
  expect(await rowOf(site, told.id)).toMatchObject({ state: "bounced", reason: "permanent 5.1.1" });
  expect(await addressStateOf(site, told.termId)).toBe("good");
});

test("a person's reply reaches those who run the petition, says how to answer, and keeps the links of its reader", async () => {
  const { site, petition, told } = await scene();
  await come(site, mailFile("reply-plain", site, told, PAT), told);
  await come(site, mailFile("reply-outlook-html", site, told, PAT), told);
  const mails = await forwardedMails(site);
  expect(new Set(mails.map((mail) => mail.to)).size).toBe(2);
  const plain = mails.find((mail) => mail.text.includes("scrutiny"));
  expect(plain?.subject).toBe("Pat Example has written back: Answer in time");
  expect(plain?.text).toContain(`write to ${PAT}`);
  expect(plain?.text).toContain(`/organise/${petition.number}/replies`);
  expect(mails.some((mail) => /01905 000000[\s\S]*Café & all/.test(mail.text))).toBe(true);
  const seen = JSON.stringify(mails).replace(/(?:=?\\n|[\s>])+/g, "");
  for (const purpose of ["answer", "pause", "reply"])
    expect(seen).not.toContain(site.keyring.token(purpose, told.id, 1));
  expect(seen).not.toContain("alert(1)");
  const [row] = await repliesOf(site);
  expect(row?.content).not.toContain("scrutiny");
});

test("what was written in other letters is read as it was written", async () => {
  const { site, petition, told } = await scene();
  await come(site, mailFile("reply-base64-welsh", site, told, PAT), told);
  await come(site, mailFile("reply-latin1-qp", site, told, PAT), told, NOW + 1000);
  const { replies, count } = await listReplies(site.db.read, site.keyring, {
    campaignId: petition.id,
    page: 1,
  });
  expect(count).toBe(2);
  expect(replies).toMatchObject([
    {
      subject: "Café on Friday?",
      text: "Come to the café in the Guildhall on Friday, £2 for tea. This is a long line.",
    },
    { name: "Siân Enghraifft", subject: "Ynglŷn â’r ddeiseb", toTitle: "Councillor Pat Example" },
  ]);
});

test("a reply to a message about several petitions goes to those who run each, not to those of one taken down", async () => {
  const site = await testSite();
  const [one, two, hidden] = [
    await openPetition(site),
    await openPetition(site),
    await openPetition(site, { state: "hidden" }),
  ];
  const told = await deliveryTo(site, { campaigns: [one.id, two.id, hidden.id] });
  await come(site, mailFile("reply-plain", site, told, PAT), told);
  const rows = await repliesOf(site);
  expect(rows.map((row) => row.campaignId).sort()).toEqual([one.id, two.id].sort());
  const { replies } = await listReplies(site.db.read, site.keyring, { campaignId: one.id, page: 1 });
  expect(replies).toMatchObject([{ campaignCount: 2 }]);
});

test("a reply shows that an uncertain message has arrived; it does not undo a bounce", async () => {
  const uncertain = await scene({ state: "uncertain" });
  await come(uncertain.site, mailFile("reply-plain", uncertain.site, uncertain.told, PAT), uncertain.told);
  expect((await rowOf(uncertain.site, uncertain.told.id))?.state).toBe("delivered");
  const { site, told } = await scene({ state: "bounced" });
  await come(site, mailFile("reply-plain", site, told, PAT), told);
  expect((await rowOf(site, told.id))?.state).toBe("bounced");
});

test("only so many replies a day are passed on for one message, and only so much mail is taken", async () => {
  const { site, told } = await scene();
  const outcomes: string[] = [];
  for (let n = 0; n < RECEIVED_PER_DELIVERY_PER_DAY + 3; n += 1)
    outcomes.push(await come(site, written(`Afterthought ${n}`), told));
  const passedOn = outcomes.filter((one) => one === "reply_forwarded");
  expect(passedOn).toHaveLength(REPLIES_PER_DELIVERY_PER_DAY);
  expect(outcomes.at(-1)).toBe("too_many");
  expect(await eventsOf(site)).toHaveLength(RECEIVED_PER_DELIVERY_PER_DAY);
  expect(await come(site, written("Tomorrow"), told, NOW + DAY)).toBe("reply_forwarded");
});

test("a bomb is cut where reading ends: what stood first is passed on, and says that there was more", async () => {
  const { site, petition, told } = await scene();
  const long = written(`First the point.\r\n${"padding ".repeat(3_000_000)}`);
  expect(await come(site, long, told)).toBe("reply_forwarded");
  const { replies } = await listReplies(site.db.read, site.keyring, { campaignId: petition.id, page: 1 });
  expect(replies[0]).toMatchObject({ isCut: true, text: expect.stringMatching(/^First the point\./) });
  expect(replies[0]?.text.length).toBe(20_000);
});

test.each([
  ["tags without an end", "text/html", "<".repeat(900_000)],
  ["line breaks without an end", "text/html", "<br".repeat(300_000)],
  ["comments without an end", "text/html", "<!--".repeat(200_000)],
  ["one long word", "text/plain", "a".repeat(1_000_000)],
  ["headers without an end", "text/plain; x=1\r\nX: ".concat("y\r\n ".repeat(60_000)), ""],
  [
    "parts in parts",
    'multipart/mixed; boundary="b"',
    '--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'.repeat(5_000),
  ],
])("%s take no time to speak of", async (_what, type, text) => {
  const { site, told } = await scene();
  const startedAt = performance.now();
  await come(site, written(text, { "Content-Type": type }), told);
  expect(performance.now() - startedAt).toBeLessThan(3000);
});

test("a report full of rubbish takes no time to speak of", async () => {
  const { site, told } = await scene();
  const report = `--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: ${"a".repeat(900_000)}\r\nAction: failed\r\n`;
  const startedAt = performance.now();
  await come(site, written(report, { "Content-Type": 'multipart/report; boundary="b"' }), told);
  expect(performance.now() - startedAt).toBeLessThan(3000);
});

test("nobody is found by a token that is nobody's, another domain, or a link of another kind", async () => {
  const { site, told } = await scene();
  const raw = written("Hello");
  const answer = site.keyring.token("answer", told.id, 1);
  for (const to of [
    `d-${"x".repeat(22)}@${REPLY_DOMAIN}`,
    `d-${told.replyToken}@elsewhere.example`,
    `d-${answer}@${REPLY_DOMAIN}`,
    `postmaster@${REPLY_DOMAIN}`,
    "",
  ])
    expect(await receiveMail(contextOf(site), raw, { to })).toBe("unknown_recipient");
  expect(await receiveMail(site.context(NOW), raw, { to: `d-${told.replyToken}@${REPLY_DOMAIN}` })).toBe(
    "unknown_recipient",
  );
  expect(await eventsOf(site)).toEqual([]);
});

test("an address written in lower case is known by the message that is quoted, and by no other", async () => {
  const { site, told } = await scene();
  const other = await deliveryTo(site);
  const to = `D-${told.replyToken}@${REPLY_DOMAIN}`.toLowerCase();
  const about = (id: string) => written("Yes", { "In-Reply-To": `<delivery-${id}@${REPLY_DOMAIN}>` });
  expect(await receiveMail(contextOf(site), about(other.id), { to })).toBe("unknown_recipient");
  expect(await receiveMail(contextOf(site), about(told.id), { to })).toBe("reply_forwarded");
});

test("a complaint that comes to another address of ours is known by the message in it", async () => {
  const { site, told } = await scene();
  const raw = mailFile("arf-abuse", site, told, PAT);
  expect(await receiveMail(contextOf(site), raw, { to: `abuse@${REPLY_DOMAIN}` })).toBe("complaint_settled");
  expect((await rowOf(site, told.id))?.state).toBe("complained");
});

test("what is no message at all is dropped", async () => {
  const { site, told } = await scene();
  expect(await come(site, Buffer.from(""), told)).toBe("unreadable");
  expect(await repliesOf(site)).toEqual([]);
});

test("replies are forgotten after their time", async () => {
  const { site, petition, told } = await scene();
  await come(site, written("Old"), told);
  await come(site, written("New"), told, NOW + DAY);
  expect(await forgetReplies(site, NOW + REPLY_DAYS * DAY)).toBe(1);
  const { replies } = await listReplies(site.db.read, site.keyring, { campaignId: petition.id, page: 1 });
  expect(replies.map((reply) => reply.text)).toEqual(["New"]);
});

test("somebody who has stopped running the petition is not mailed what comes in", async () => {
  const { site, petition, told } = await scene();
  await come(site, written("Hello"), told);
  const { organisers } = site.db.tables;
  await site.db.transaction("leave", (tx) =>
    tx.delete(organisers).where(eq(organisers.campaignId, petition.id)),
  );
  expect(await forwardedMails(site)).toEqual([]);
});

test("a mail program that unsubscribes by mail pauses all messages to that address, once, and nobody is bothered", async () => {
  const { site, told } = await scene();
  const asked = written("", { Subject: "unsubscribe" });
  expect(await come(site, asked, told)).toBe("pause_asked");
  expect(await come(site, asked, told)).toBe("repeated");
  const { pauses } = site.db.tables;
  expect(await site.db.read.select().from(pauses)).toMatchObject([
    { addressHash: told.addressHash, campaignId: "", reason: "one_click", endedAt: null },
  ]);
  expect(await repliesOf(site)).toEqual([]);
  expect((await rowOf(site, told.id))?.state).toBe("sent");
});
