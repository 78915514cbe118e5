import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { watchDoorstep } from "#app/http/doorstep.server.ts";

const WORKS = 80;
const CROWD = 100;

test("work that waits goes on a few at a time, and whoever connects meanwhile is taken up between", async () => {
  const server = createServer();
  const { clear } = watchDoorstep(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the server has no port");
  const happened: string[] = [];
  server.on("connection", () => {
    happened.push("arrival");
    // Who is taken up costs a moment: a whole crowd takes longer than work will wait.
    const until = performance.now() + 1;
    while (performance.now() < until);
  });

  const works = Array.from({ length: WORKS }, async () => {
    await clear();
    happened.push("work");
  });
  const clients = Array.from({ length: CROWD }, () => connect(address.port, "127.0.0.1"));
  await Promise.all(works);
  while (happened.length < WORKS + CROWD) await setImmediate();
  for (const client of clients) client.destroy();
  server.close();

  const beforeTheLast = happened.slice(0, happened.lastIndexOf("arrival"));
  expect(beforeTheLast.filter((what) => what === "work").length).toBeLessThan(WORKS / 2);
});

test("work goes on where nobody stands at the door", async () => {
  const { clear } = watchDoorstep(createServer());
  await clear();
  await Promise.all([clear(), clear()]);
});
