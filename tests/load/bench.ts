import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { type Result, resultsIn } from "./result.ts";

/*
 * Runs the measuring programs one after another, in less than ten minutes, and writes what they found into
 * tests/load/RESULTS.md. Numbers are ratios of one run wherever something can stand beside ours.
 * Run: npm run bench [-- NAME …] to run a few of them and print alone.
 */

/** What is run, in this order, and how many seconds it may take. */
const PROGRAMS = [
  { name: "start", title: "Starting", args: ["tests/load/start.ts"], seconds: 60 },
  {
    name: "page",
    title: "Pages, beside a bare server of the same bytes",
    args: ["tests/load/page.ts"],
    seconds: 80,
  },
  {
    name: "sign",
    title: "Signing and confirming, beside a bare program",
    args: ["tests/load/sign.ts"],
    seconds: 120,
  },
  {
    name: "growth",
    title: "As a petition grows",
    args: ["tests/load/growth.ts", "--counts", "10000,100000"],
    seconds: 120,
  },
  {
    name: "replay",
    title: "The busiest minutes of a recorded petition",
    args: ["tests/load/replay.ts", "--speed", "1", "--minutes", "0.5"],
    seconds: 110,
  },
  {
    name: "overload",
    title: "Beyond what it can do",
    args: ["tests/load/overload.ts", "--seconds", "60"],
    seconds: 240,
  },
  { name: "placing", title: "Finding places", args: ["tests/load/placing.ts"], seconds: 60 },
] as const;

const FILE = fileURLToPath(new URL("./RESULTS.md", import.meta.url));
const chosen = process.argv.slice(2);
const loadAtStart = loadavg()[0] ?? 0;
const sections: string[] = [];
for (const program of PROGRAMS) {
  if (chosen.length > 0 && !chosen.includes(program.name)) continue;
  const { output, ending } = await run(program);
  const results = resultsIn(output);
  process.stdout.write(`${program.name}: ${ending}, ${results.length} numbers\n`);
  sections.push(section(program.title, results, ending));
}
const report = [heading(), ...sections].join("\n\n");
if (chosen.length === 0) await writeFile(FILE, `${report}\n`);
process.stdout.write(`\n${report}\n`);

/** Runs a program to its end, or ends it when its time is over; what it says is shown as it comes. */
function run({ args, seconds }: (typeof PROGRAMS)[number]): Promise<{ output: string; ending: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const limit = setTimeout(() => child.kill("SIGTERM"), seconds * 1000);
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += String(chunk);
      process.stdout.write(chunk);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(limit);
      resolve({
        output,
        ending: signal ? `ended after ${seconds} s` : code === 0 ? "whole" : `ended with ${code}`,
      });
    });
  });
}

function heading(): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  return [
    "# What was measured",
    "",
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}; load of the machine at the`,
    `start ${loadAtStart.toFixed(1)}. Rates of one machine say little about another; ratios travel.`,
  ].join("\n");
}

function section(title: string, results: readonly Result[], ending: string): string {
  const rows = results.map(({ what, measured, aim = "" }) => `| ${what} | ${measured} | ${aim} |`);
  const note = ending === "whole" ? [] : ["", `This program did not come to its end: ${ending}.`];
  return [`## ${title}`, "", "| what | measured | aim |", "|---|---|---|", ...rows, ...note].join("\n");
}
