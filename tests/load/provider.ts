import { startResendServer } from "../servers/resend.ts";

/*
 * A server that plays Resend, in a process of its own as the real one is: started by `runProvider`, which it tells its
 * address, and asked by it what it took.
 */

const [requestsPerSecond = "2", answerMs = "0"] = process.argv.slice(2);
const server = await startResendServer({ requestsPerSecond: Number(requestsPerSecond) });
if (Number(answerMs) > 0) server.misbehave({ kind: "slow", ms: Number(answerMs) }, 100_000);
process.send?.({ url: server.url, apiKey: server.apiKey });
process.on("message", () => {
  const { mails } = server;
  process.send?.({
    mails: mails.length,
    requests: server.bodies.length,
    tooSoon: server.tooFast(),
    astray: mails.filter(({ to }) => !/@rehearsal\.invalid$/.test(String(to))).length,
    twice: mails.length - new Set(mails.map(({ to }) => String(to))).size,
  });
});
process.on("disconnect", () => process.exit(0));
