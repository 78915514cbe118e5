import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { z } from "zod";
import { launchBrowser } from "../browser.ts";
import { startProgram } from "./program.ts";
import { reportResult } from "./result.ts";

/*
 * Lets Lighthouse look at the demonstration as a telephone sees it, and weighs what comes over the wire. Lighthouse is
 * fetched by npx: it is large, and nothing else needs it. Run: npm run lighthouse [-- --details]
 */

const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
/** Kilobytes that a page may take over the wire: its HTML and style sheet, and all of it. */
const TEXT_KB = 20;
const ALL_KB = 60;

const Report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullish(), scoreDisplayMode: z.string(), title: z.string() }).loose(),
  ),
});
const Requests = z.object({
  details: z.object({
    items: z.array(z.object({ resourceType: z.string().optional(), transferSize: z.number() })),
  }),
});

const port = await freePort();
const program = await startProgram({ DEMO: "1" });
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
try {
  for (const [name, path] of Object.entries(await pages(program.url))) {
    const report = await look(`${program.url}${path}`);
    const scores = CATEGORIES.map((id) => Math.round(100 * (report.categories[id]?.score ?? 0)));
    reportResult({
      what: `Lighthouse, ${name}: ${CATEGORIES.join(", ")}`,
      measured: scores.join(", "),
      aim: "100 each",
    });
    weigh(name, report);
    if (process.argv.includes("--details")) sayWhatIsWrong(report);
  }
} finally {
  await browser.close();
  await program.end();
}

/** One of each kind of page that readers come to first; a petition and a story are found as the first of their lists. */
async function pages(url: string): Promise<Record<string, string>> {
  const first = async (list: string, link: RegExp): Promise<string> => {
    const found = link.exec(await (await fetch(url + list)).text())?.[1];
    if (found === undefined) throw new Error(`the demonstration has nothing in ${list}`);
    return found;
  };
  return {
    home: "/",
    petition: await first("/petitions", /href="(\/petitions\/(?!near")[a-z0-9-]+)"/),
    letter: await first("/letters", /href="(\/letters\/[a-z0-9-]+)"/),
    council: "/councils/worcestershire",
    story: await first("/stories", /href="(\/stories\/[a-z0-9]{10})"/),
  };
}

async function look(url: string): Promise<z.infer<typeof Report>> {
  const run = promisify(execFile)(
    "npx",
    [
      ...["--yes", LIGHTHOUSE, url, `--port=${port}`, "--output=json", "--quiet"],
      `--only-categories=${CATEGORIES.join(",")}`,
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { stdout } = await run.catch(({ stderr }: { stderr?: string }) => {
    throw new Error(`Lighthouse could not look at ${url}: ${stderr}`);
  });
  return Report.parse(JSON.parse(stdout));
}

function weigh(name: string, report: z.infer<typeof Report>): void {
  const { items } = Requests.parse(report.audits["network-requests"]).details;
  const kilobytes = (types: readonly string[] | undefined): number =>
    items
      .filter(({ resourceType = "" }) => types === undefined || types.includes(resourceType))
      .reduce((sum, { transferSize }) => sum + transferSize, 0) / 1024;
  reportResult({
    what: `over the wire, ${name}: HTML and style; all`,
    measured: `${kilobytes(["Document", "Stylesheet"]).toFixed(1)} KB; ${kilobytes(undefined).toFixed(1)} KB`,
    aim: `${TEXT_KB} KB; ${ALL_KB} KB`,
  });
}

function sayWhatIsWrong(report: z.infer<typeof Report>): void {
  for (const [id, { score, scoreDisplayMode, title }] of Object.entries(report.audits))
    if (typeof score === "number" && score < 1 && scoreDisplayMode !== "informative")
      process.stdout.write(`  ${id}: ${score} ${title}\n`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
