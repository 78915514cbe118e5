import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { readOptions } from "#db/commands/rehearsal/options.ts";
import { tallyArrivals } from "#db/commands/rehearsal/tally-arrivals.ts";
import { emptyDatabaseUrl, testDatabaseUrl } from "../database.ts";
import { PLACES_FOLDER } from "../set-up/template.ts";
import { runDatabaseCommand } from "./commands.ts";

test("a rehearsal says what each level would have had, writes to nobody, and leaves the site's database alone", async () => {
  const dataDir = dataFolder();
  const file = join(dataDir, "site.db");
  const { code, said } = await runDatabaseCommand("rehearse", {
    args: ["--weeks", "3", "--scale", "400", "--seed", "4", ...(await databaseArguments())],
    databaseUrl: `file:${file}`,
    dataDir,
    settings: { SMTP_URL: "smtp://mail.example.org", FORWARDING: "live" },
  });

  expect(code, said).toBe(0);
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(dataDir)).toEqual(["places"]);
  const [mps = "", county = ""] = ["MPs", "county councillors"].map(
    (who) => said.split("\n").find((line) => line.startsWith(who)) ?? "",
  );
  expect(mps).toMatch(/^MPs +[1-9]\d* +6\d\d +[12] \/ [12] \/ [23] +\d+ .*not played$/);
  expect(county).toMatch(/^county councillors +[1-9][\d,]* +1,\d{3} +[12] \/ [12] \/ [23] /);
  expect(said).toMatch(/^ward councillors +\d+ +1\d,\d{3} /m);
  expect(said).toMatch(/^offices +1 +1 /m);
  expect(said.match(/^A message to /gm)?.length).toBeGreaterThan(1);
  expect(said.match(/^To: .*$/gm)?.every((line) => /^To: rep-\w+@rehearsal\.invalid$/.test(line))).toBe(true);
  expect(said.match(/^\d{4}-\d\d-\d\d +\d+ signatures +\d+ messages?/gm)).toHaveLength(3);
  expect(said).toMatch(
    /^\d{4}-.* 400 signatures +[1-9]\d* messages {3}the petition has closed: one last message/m,
  );
  const [, arrived, left] = /^ {2}([\d,]+) of the ([\d,]+) messages/m.exec(said) ?? [];
  expect(Number(arrived)).toBeGreaterThan(50);
  expect(arrived).toBe(left);
  expect(said).toContain("  none went to a real address");
  expect(said).toContain("  none came within seven days of the one before");
}, 300_000);

test("a rehearsal says how it is called where it cannot read what it is asked", async () => {
  const wrong = [["--weeks", "1"], ["--scale", "many"], ["--years", "3"], ["now"], ["--database", "file:x"]];
  for (const args of wrong) expect(readOptions(args)).toEqual(expect.any(String));
  const given = { args: ["--weeks", "1"], databaseUrl: "", dataDir: dataFolder() };
  const { code, said } = await runDatabaseCommand("rehearse", given);
  expect(code).toBe(2);
  expect(said).toContain("npm run rehearse -- ");
});

test.runIf(inject("template").engine === "postgres")(
  "a rehearsal leaves a database alone that is in use",
  async () => {
    const { url, drop } = await testDatabaseUrl();
    onTestFinished(drop);
    const given = { args: ["--database", url], databaseUrl: "", dataDir: dataFolder() };
    const { code, said } = await runDatabaseCommand("rehearse", given);
    expect(code).toBe(2);
    expect(said).toContain("That database is not empty");
  },
);

test("what arrives is counted: a real address, and a second message within a week", () => {
  const arrivals = tallyArrivals();
  const mail = (to: string) => ({ to, subject: "", text: "" });
  arrivals.add("2026-12-01", [mail("rep-one@rehearsal.invalid"), mail("rep-two@rehearsal.invalid")]);
  arrivals.add("2026-12-08", [mail("rep-one@rehearsal.invalid"), mail("pat@example.org")]);
  expect([arrivals.count(), arrivals.astray(), arrivals.tooSoon()]).toEqual([4, 1, 0]);
  arrivals.add("2026-12-14", [mail("rep-one@rehearsal.invalid"), mail("rep-two@rehearsal.invalid")]);
  expect([arrivals.count(), arrivals.astray(), arrivals.tooSoon()]).toEqual([6, 1, 1]);
});

/** On PostgreSQL it is played in an empty database of the tests' server. */
async function databaseArguments(): Promise<string[]> {
  const template = inject("template");
  if (template.engine === "sqlite") return [];
  const { url, drop } = await emptyDatabaseUrl(template.at);
  onTestFinished(drop);
  return ["--database", url];
}

/** A folder of data that holds postcodes and nothing else. */
function dataFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "hear-hear-rehearse-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  mkdirSync(PLACES_FOLDER, { recursive: true });
  symlinkSync(PLACES_FOLDER, join(dataDir, "places"));
  return dataDir;
}
