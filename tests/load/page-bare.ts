import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/* The bare server of page.ts: the same bytes under the same headers, and nothing else. */

const [, , bodyFile = "", headersFile = ""] = process.argv;
const body = readFileSync(bodyFile);
const headers: Record<string, string> = JSON.parse(readFileSync(headersFile, "utf8"));
const server = createServer((_req, res) => {
  res.writeHead(200, headers);
  res.end(body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object")
    process.stdout.write(`bare http://127.0.0.1:${address.port}/\n`);
});
process.on("SIGTERM", () => process.exit(0));
