import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { countConnections } from "#app/http/count-connections.server.ts";
import { startFront } from "./front.ts";

test("connections are counted while they are open, and no longer", async () => {
  const server = createServer();
  const openCount = countConnections(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the server has no port");
  const clients = [1, 2, 3].map(() => connect(address.port, "127.0.0.1"));
  while (openCount() < 3) await setImmediate();
  clients[0]?.destroy();
  while (openCount() > 2) await setImmediate();
  expect(openCount()).toBe(2);
  for (const client of clients) client.destroy();
  while (openCount() > 0) await setImmediate();
  server.close();
});

test("a connection is kept for another request only while not too many are open", async () => {
  const { port, ask } = await startFront({ connectionsKept: 2 });
  const stays = { headers: { Connection: "keep-alive" } };
  const others = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
  await Promise.all(others.map((other) => once(other, "connect")));
  expect((await ask("/page", stays)).headers.connection).toBe("close");
  const [first] = others;
  first?.destroy();
  if (first) await once(first, "close");
  await expect.poll(async () => (await ask("/page", stays)).headers.connection).toBe("keep-alive");
  for (const other of others) other.destroy();
});
