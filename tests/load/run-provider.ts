import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** What a provider took. */
const Taken = z.object({
  mails: z.number(),
  requests: z.number(),
  /** Requests that came too soon. */
  tooSoon: z.number(),
  /** Mails to an address that could be somebody's. */
  astray: z.number(),
  /** Mails to an address that had one already. */
  twice: z.number(),
});
type Taken = z.infer<typeof Taken>;

/** A server that plays Resend in a process of its own. */
export interface Provider {
  url: string;
  apiKey: string;
  taken(): Promise<Taken>;
  stop(): Promise<void>;
}

const Address = z.object({ url: z.string(), apiKey: z.string() });

/** Starts one that lets so many requests a second pass and takes so long to answer each. */
export async function runProvider(requestsPerSecond: number, answerMs = 0): Promise<Provider> {
  const program = fileURLToPath(new URL("provider.ts", import.meta.url));
  const child = fork(program, [String(requestsPerSecond), String(answerMs)], {
    execArgv: ["--import", "tsx"],
  });
  const address = Address.parse(await next(child));
  return {
    ...address,
    async taken() {
      child.send("taken");
      return Taken.parse(await next(child));
    },
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

async function next(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, "message");
  return message;
}
