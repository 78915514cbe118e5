import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tallyArrivals } from "#db/commands/rehearsal/tally-arrivals.ts";
import { PLACES_FOLDER } from "../set-up/template.ts";
import { runDatabaseCommand } from "./commands.ts";

test("a rehearsal says what each level would have had, writes to nobody, and leaves the site's database alone", async () => {
  const dataDir = dataFolder();
  const file = join(dataDir, "site.db");
  const { code, said } = await runDatabaseCommand("rehearse", {
    args: ["--weeks", "3", "--scale", "400", "--seed", "4"],
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
  expect(mps).toMatch(/^MPs +[1-9]\d* +6\d\d +[12] \/ [12] \/ [23] +\d+ % .*not played$/);
  expect(county).toMatch(/^county councillors +[1-9][\d,]* +1,\d{3} +[12] \/ [12] \/ [23] /);
  expect(said).toMatch(/^ward councillors +\d+ +1\d,\d{3} /m);
  expect(said).toMatch(/^offices +1 +1 /m);
  expect(said.match(/^A message to /gm)?.length).toBeGreaterThan(1);
  expect(said.match(/^To: .*$/gm)?.every((line) => /^To: rep-\w+@rehearsal\.invalid$/.test(line))).toBe(true);
  const [, arrived, left] = /^Arrived: (\d+) of (\d+)\./m.exec(said) ?? [];
  expect(Number(arrived)).toBeGreaterThan(50);
  expect(arrived).toBe(left);
  expect(said).toContain("Within seven days of the one before: 0.");
}, 300_000);

test("a rehearsal says how it is called where it cannot read what it is asked", async () => {
  const dataDir = dataFolder();
  for (const args of [["--weeks", "1"], ["--scale", "many"], ["--years", "3"], ["now"]]) {
    const { code, said } = await runDatabaseCommand("rehearse", { args, databaseUrl: "", dataDir });
    expect(code).toBe(2);
    expect(said).toContain("npm run rehearse -- ");
  }
});

test("what arrives is counted: a real address, and a second message within a week", () => {
  const arrivals = tallyArrivals();
  const mail = (to: string) => ({ to, subject: "", text: "" });
  arrivals.add("2026-12-01", [mail("rep-one@rehearsal.invalid"), mail("rep-two@rehearsal.invalid")]);
  arrivals.add("2026-12-08", [mail("rep-one@rehearsal.invalid"), mail("pat@example.org")]);
  expect([arrivals.count(), arrivals.astray(), arrivals.tooSoon()]).toEqual([4, 1, 0]);
  arrivals.add("2026-12-14", [mail("rep-one@rehearsal.invalid"), mail("rep-two@rehearsal.invalid")]);
  expect([arrivals.count(), arrivals.astray(), arrivals.tooSoon()]).toEqual([6, 1, 1]);
});

/** A folder of data that holds postcodes and nothing else. */
function dataFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "hear-hear-rehearse-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  mkdirSync(PLACES_FOLDER, { recursive: true });
  symlinkSync(PLACES_FOLDER, join(dataDir, "places"));
  return dataDir;
}
