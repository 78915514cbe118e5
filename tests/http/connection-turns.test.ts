import { Agent, get } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { CONNECTION_REQUESTS } from "#app/policy-load.ts";
import { startFront } from "./front.ts";

/** Over how many connections so many requests go, one after another. */
async function connectionsFor(port: number, requests: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const connections = new Set<number | undefined>();
  for (let asked = 0; asked < requests; asked += 1)
    await new Promise<void>((resolve, reject) => {
      get({ port, agent, path: "/healthz" }, (answer) => {
        connections.add(answer.socket.localPort);
        answer.resume();
        answer.once("end", resolve);
      }).once("error", reject);
    });
  return connections.size;
}

test("where several processes share an address, a connection that is used much begins anew", async () => {
  const { port } = await startFront({ isOneOfMany: true });
  expect(await connectionsFor(port, CONNECTION_REQUESTS)).toBe(1);
  expect(await connectionsFor(port, CONNECTION_REQUESTS + 1)).toBe(2);
});

test("a process that is alone keeps its connections", async () => {
  const { port } = await startFront();
  expect(await connectionsFor(port, CONNECTION_REQUESTS + 1)).toBe(1);
});
