import { rmSync } from "node:fs";
import { expect, inject, onTestFinished, test } from "vitest";
import { makeDataDir } from "../data-dir.ts";
import { testDatabaseUrl } from "../database.ts";
import { startSmtpServer } from "../servers/smtp.ts";
import { startProcesses } from "./processes.ts";
import { killAtRandom } from "./under-fire.ts";

/*
 * Of two processes for pages and two that work, one after another is killed while people sign and representatives are
 * told. KILL_SECONDS says for how long, CRASH_SEED brings the choices of an earlier run back.
 */
const SECONDS = Number(process.env.KILL_SECONDS ?? 12);
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);

test.runIf(inject("template").engine === "postgres")(
  "processes killed at random take back nothing that was acknowledged, lose no mail, and tell nobody twice",
  async () => {
    const { url: databaseUrl, drop } = await testDatabaseUrl();
    const dataDir = await makeDataDir();
    const mail = await startSmtpServer();
    mail.misbehave({ kind: "slow", ms: 20 }, 1_000_000);
    const env = { FORWARDING: "rehearsal", TRUST_PROXY: "1", LOG_LEVEL: "error", SMTP_URL: mail.url };
    const site = await startProcesses({ databaseUrl, dataDir, web: 2, workers: 2, env });
    onTestFinished(async () => {
      await site.end();
      await mail.stop();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    const { kills, signed, confirmed, mails, again, told, ...faults } = await killAtRandom(site, mail, {
      seconds: SECONDS,
      seed: SEED,
      pauseMs: 2_000,
    });
    process.stdout.write(
      `CRASH_SEED=${SEED}: killed ${JSON.stringify(kills)}; ${signed} signed, ${confirmed} confirmed, ` +
        `${mails} mails to people (${again} again under the same Message-ID), ${told} to representatives\n`,
    );
    if (faults.unsettled > 0) process.stdout.write(site.output());
    const none = { miscounts: [], losses: [], repeats: [], surprises: [], unsettled: 0 };
    expect({ seed: SEED, ...faults }).toEqual({ seed: SEED, ...none });
    expect(Object.keys(kills).length).toBeGreaterThan(1);
    expect(confirmed).toBeGreaterThan(10);
    expect(told).toBeGreaterThan(10);
  },
  240_000,
);
