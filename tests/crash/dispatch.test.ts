import { expect, onTestFinished, test } from "vitest";
import { planDeliveries } from "#app/domain/forwarding/plan-deliveries.server.ts";
import { HOUR, MINUTE } from "#app/domain/time/durations.ts";
import { addDays } from "#app/domain/time/london.ts";
import { openDatabase } from "#db/client.server.ts";
import { randomFrom } from "#db/seed/random.ts";
import { testDatabaseUrl } from "../database.ts";
import {
  ARBORETUM,
  councillor,
  deliveriesOf,
  petitionWith,
  TUESDAY,
  tenOn,
} from "../domain/forwarding/scene.ts";
import { startResendServer } from "../servers/resend.ts";
import { startSmtpServer } from "../servers/smtp.ts";
import { siteOn, type TestSite } from "../site.ts";
import { type Dispatching, dispatchAndKill } from "./killed-dispatcher.ts";

/*
 * The process that sends to representatives is killed in the middle of it and started again, so many times: KILLS=200
 * for a long run. CRASH_SEED brings the moments of an earlier run back.
 */
const KILLS = Number(process.env.KILLS ?? 3);
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const LIMIT_MS = 60_000 + KILLS * 15_000;

/** Messages of one round; with ten in a request that is a dozen requests. */
const COUNCILLORS = 120;
/** One kill in three comes while the first messages are written, which takes about so long. */
const WRITING_MS = 200;
/** The other side takes so long between taking something and saying so. */
const ANSWER_MS = 15;
/** What a killed process was at is free again after this. */
const LONGEST_LEASE = 6 * MINUTE;

test(
  "killed over and over while it sends over Resend, every message is taken exactly once",
  async () => {
    const server = await startResendServer({ requestsPerSecond: 1000 });
    onTestFinished(() => server.stop());
    server.misbehave({ kind: "slow", ms: ANSWER_MS }, 1_000_000);
    const resend = { apiKey: server.apiKey, baseUrl: server.url };
    const { rows, caught } = await killAgainAndAgain({ resend }, () => server.bodies.length, 8);

    const taken = server.mails.map(({ tags }) => tags?.find(({ name }) => name === "delivery")?.value);
    expect(repeated(taken)).toEqual([]);
    expect(taken.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    expect(rows.filter(({ state }) => state !== "sent")).toEqual([]);
    const bodies = new Map<string | undefined, Set<string>>();
    for (const [index, key] of server.keys.entries())
      bodies.set(key, (bodies.get(key) ?? new Set()).add(server.bodies[index] ?? ""));
    expect([...bodies.values()].filter((several) => several.size > 1)).toEqual([]);
    say(
      "Resend",
      `${server.bodies.length} requests, ${server.bodies.length - bodies.size} of them repeats, ${taken.length} messages taken once; ${caught}`,
    );
  },
  LIMIT_MS,
);

test(
  "killed over and over while it sends over SMTP, no message is taken twice, and what may have been is uncertain",
  async () => {
    const server = await startSmtpServer();
    onTestFinished(() => server.stop());
    server.misbehave({ kind: "slow", ms: ANSWER_MS }, 1_000_000);
    const { rows, caught } = await killAgainAndAgain({ smtpUrl: server.url }, server.attempts, 60);

    const taken = server.mails.map(({ email }) => /delivery-([\w-]+)@/.exec(email.messageId ?? "")?.[1]);
    expect(repeated(taken)).toEqual([]);
    const gone = new Set(taken);
    const open = rows.filter(({ state }) => state !== "sent" && state !== "uncertain");
    expect(open).toEqual([]);
    expect(rows.filter(({ id, state }) => state === "sent" && !gone.has(id))).toEqual([]);
    const uncertain = rows.filter(({ state }) => state === "uncertain");
    // Of each kill no more than what was on its way over the connections.
    expect(uncertain.length).toBeLessThanOrEqual(KILLS * 5);
    const arrived = uncertain.filter(({ id }) => gone.has(id)).length;
    say(
      "SMTP",
      `${taken.length} messages taken once, ${uncertain.length} uncertain, ${arrived} of which had been taken; ${caught}`,
    );
  },
  LIMIT_MS,
);

/**
 * Plans rounds and kills whoever sends them, until it has happened often enough; then lets everything come to rest.
 * `progress` counts what has reached the other side, some `steps` of it in a part of a round.
 */
async function killAgainAndAgain(
  way: Pick<Dispatching, "resend" | "smtpUrl">,
  progress: () => number,
  steps: number,
) {
  const { url: databaseUrl, drop } = await testDatabaseUrl();
  const db = openDatabase(databaseUrl, { poolSize: 2, unitLimit: 10_000 });
  onTestFinished(async () => {
    await db.close();
    await drop();
  });
  const site = await siteOn(db);
  const random = randomFrom(SEED);
  await planDeliveries(site, { forwarding: "off", slotOn: "2026-11-03" }, tenOn("2026-11-03"));
  for (let seat = 0; seat < COUNCILLORS; seat += 1) await councillor(site, {});
  const caught = { writing: 0, onTheirWay: 0, between: 0 };
  let kills = 0;
  for (let slotOn = TUESDAY; kills < KILLS; slotOn = addDays(slotOn, 7)) {
    let now = tenOn(slotOn);
    // Another one each week: of each there is one message.
    await petitionWith(site, [["ward", ARBORETUM, 38]]);
    await planDeliveries(site, { forwarding: "rehearsal", slotOn }, now);
    for (let isDone = false; !isDone && kills < KILLS; now += LONGEST_LEASE) {
      const isEarly = random() < 1 / 3;
      const by = isEarly ? 0 : 1 + Math.floor(random() * steps);
      const ms = random() * (isEarly ? WRITING_MS : 2 * ANSWER_MS);
      isDone = await dispatchAndKill({ databaseUrl, now, ...way }, { progress, by, ms });
      if (isDone) continue;
      kills += 1;
      caught[await stateOf(site)] += 1;
    }
    for (let rest = 0; rest < 5 && (await countOpen(site)) > 0; rest += 1, now += HOUR)
      await dispatchAndKill({ databaseUrl, now, ...way });
  }
  expect({ seed: SEED, kills, open: await countOpen(site) }).toEqual({ seed: SEED, kills: KILLS, open: 0 });
  const at = `${caught.writing} while writing, ${caught.onTheirWay} with requests on their way, ${caught.between} between`;
  return { rows: await deliveriesOf(site), caught: `killed ${kills} times: ${at}` };
}

/** In the middle of what it was killed. */
async function stateOf(site: TestSite): Promise<"writing" | "onTheirWay" | "between"> {
  const sending = (await deliveriesOf(site)).filter(({ state }) => state === "sending");
  if (sending.length === 0) return "between";
  return sending.some(({ leasedUntil }) => leasedUntil !== null) ? "writing" : "onTheirWay";
}

async function countOpen(site: TestSite): Promise<number> {
  const rows = await deliveriesOf(site);
  return rows.filter(({ state }) => state === "planned" || state === "sending").length;
}

function repeated(names: readonly (string | undefined)[]): (string | undefined)[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function say(way: string, what: string): void {
  process.stdout.write(`crash test, ${way} (CRASH_SEED=${SEED}): ${what}\n`);
}
