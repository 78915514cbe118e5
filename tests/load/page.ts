import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ask, load, reportPace } from "./client.ts";
import { startNode, startProgram } from "./program.ts";

/*
 * Reads pages of the demonstration beside a bare node:http server that sends the same bytes, each over sixteen
 * connections. Run: node --import tsx tests/load/page.ts
 */

const PAGES = ["/petitions/worcestershire-send", "/", "/petitions", "/about"];
const SECONDS = 4;
const HEADERS = { "Accept-Encoding": "br, gzip", "X-Forwarded-For": "203.0.113.7" };

const program = await startProgram({ DEMO: "1" });
const folder = mkdtempSync(join(tmpdir(), "hear-hear-bare-"));
const [bodyFile, headersFile] = [join(folder, "body"), join(folder, "headers.json")];
try {
  for (const path of await pagesThatAre(program.url)) {
    const { body, headers } = await read(program.url + path);
    writeFileSync(bodyFile, body);
    writeFileSync(headersFile, JSON.stringify(headers));
    const bare = await startNode(["tests/load/page-bare.ts", bodyFile, headersFile]);
    const ask: Ask = { method: "GET", path, headers: HEADERS, body: "" };
    await load(program.url, () => ask, 1000);
    const ours = await load(program.url, () => ask, SECONDS * 1000);
    await load(bare.url, () => ask, 500);
    reportPace(
      `${path} (${body.length} bytes packed)`,
      ours,
      await load(bare.url, () => ask, SECONDS * 1000),
      "80 %, 3 times",
    );
    await bare.end();
  }
} finally {
  await program.end();
  rmSync(folder, { recursive: true, force: true });
}

/** The first petition of the list stands for one that nobody knows by name. */
async function pagesThatAre(url: string): Promise<string[]> {
  const list = await (await fetch(`${url}/petitions`)).text();
  const first = /href="(\/petitions\/(?!near")[a-z0-9-]+)"/.exec(list)?.[1];
  return PAGES.map((path) => (path.startsWith("/petitions/") && first ? first : path));
}

/** A page as it comes over the wire, packed. */
function read(url: string): Promise<{ body: Buffer; headers: Record<string, string | string[]> }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: HEADERS }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("end", () => {
        const {
          connection: _c,
          "keep-alive": _k,
          date: _d,
          "transfer-encoding": _t,
          ...headers
        } = answer.headers;
        resolve({ body: Buffer.concat(chunks), headers: JSON.parse(JSON.stringify(headers)) });
      });
    })
      .once("error", reject)
      .end();
  });
}
