import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { staticFiles } from "#app/http/static-files.server.ts";

test("a file that vanishes under the running server ends one answer and nothing else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hear-hear-files-"));
  mkdirSync(join(folder, "assets"));
  for (const name of ["gone.css", "kept.css"]) writeFileSync(join(folder, "assets", name), "a{}");
  const files = staticFiles(folder);
  const server = createServer((req, res) => files(req, res, () => res.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}/assets`;
  rmSync(join(folder, "assets", "gone.css"));
  await expect(fetch(`${url}/gone.css`).then((answer) => answer.text())).rejects.toThrow();
  expect(await fetch(`${url}/kept.css`).then((answer) => answer.text())).toBe("a{}");
});
