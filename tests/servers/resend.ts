import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { readSendRequestCheck } from "./resend-schema.ts";

/** A mail the server took. */
export type ResendMail = z.infer<typeof SentBody> & { id: string; idempotencyKey?: string };

/** What the server does with one request instead of its ordinary work. */
export type ResendFault =
  /** Answers so and takes nothing. */
  | { kind: "status"; status: number; name: string; retryAfter?: number }
  /** Answers with a page that is no JSON, as a broken proxy does; takes nothing. */
  | { kind: "broken-answer"; status: number }
  /** Takes all but these mails of the request, counted from 0. */
  | { kind: "refuse-mails"; indexes: number[] }
  /** The mails are taken, the answer never arrives. */
  | { kind: "lose-answer" }
  /** The connection is gone; nothing is taken. */
  | { kind: "reset" }
  /** Works, but only after so long. */
  | { kind: "slow"; ms: number };

export type TestResendServer = {
  url: string;
  apiKey: string;
  mails: ResendMail[];
  /** Bodies of all requests as their bytes came, refused ones too. */
  bodies: string[];
  /** The idempotency key of each of them. */
  keys: (string | undefined)[];
  /** How many requests came too soon. */
  tooFast: () => number;
  /** Queues a fault for each of the next `times` requests. */
  misbehave: (fault: ResendFault, times?: number) => void;
  stop: () => Promise<void>;
};

export type TestResendOptions = {
  /** How many requests pass in any one second. Resend's default is 2. */
  requestsPerSecond?: number;
  /** Whether answers say so, as Resend's do. */
  tellsLimit?: boolean;
  /** The clock by which keys grow old and the rate is counted, UTC milliseconds. */
  now?: () => number;
};

/**
 * Plays Resend's `POST /emails/batch` over HTTP: bearer key, strict or permissive, mails checked against the published API description, the rate, idempotency
 * keys that live 24 hours, and failures as told.
 */
export async function startResendServer(options: TestResendOptions = {}): Promise<TestResendServer> {
  const { requestsPerSecond = 2, tellsLimit = true, now = Date.now } = options;
  const apiKey = `re_test_${randomUUID()}`;
  const checkRequest = await readSendRequestCheck();
  const mails: ResendMail[] = [];
  const bodies: string[] = [];
  const faults: ResendFault[] = [];
  const keys: (string | undefined)[] = [];
  const usedKeys = new Map<string, UsedKey>();
  const passed: number[] = [];
  let tooFastCount = 0;

  async function work(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await textOf(request);
    if (request.method !== "POST" || request.url !== "/emails/batch")
      return refuse(response, 404, "not_found");
    if (request.headers.authorization !== `Bearer ${apiKey}`) return refuse(response, 401, "invalid_api_key");
    bodies.push(raw);
    keys.push(headerOf(request, "idempotency-key"));

    if (tellsLimit) response.setHeader("ratelimit-limit", String(requestsPerSecond));
    while (passed[0] !== undefined && passed[0] <= now() - 1000) passed.shift();
    if (passed.length >= requestsPerSecond) {
      tooFastCount += 1;
      response.setHeader("retry-after", "1");
      return refuse(response, 429, "rate_limit_exceeded");
    }
    passed.push(now());

    const fault = faults.shift();
    if (fault?.kind === "status") {
      if (fault.retryAfter !== undefined) response.setHeader("retry-after", String(fault.retryAfter));
      return refuse(response, fault.status, fault.name);
    }
    if (fault?.kind === "reset") return void request.socket.destroy();
    if (fault?.kind === "broken-answer")
      return void response.writeHead(fault.status).end("<h1>Bad gateway</h1>");

    const key = headerOf(request, "idempotency-key");
    if (key !== undefined && key.length > 256) return refuse(response, 400, "invalid_idempotency_key");
    const digest = createHash("sha256").update(raw).digest("hex");
    const used = key === undefined ? undefined : usedKeys.get(key);
    if (used && used.at > now() - DAY_MS) {
      if (used.digest !== digest) return refuse(response, 409, "invalid_idempotent_request");
      if (used.answer === undefined) return refuse(response, 409, "concurrent_idempotent_requests");
      return finish(request, response, used.answer, fault);
    }

    const batch = z.array(z.unknown()).min(1).max(MOST_MAILS).safeParse(jsonOf(raw));
    if (!batch.success) return refuse(response, 422, "validation_error");
    const errors: { index: number; message: string }[] = [];
    const good: z.infer<typeof SentBody>[] = [];
    const isRefused = new Set(fault?.kind === "refuse-mails" ? fault.indexes : []);
    for (const [index, mail] of batch.data.entries()) {
      const problem = isRefused.has(index) ? "refused as told" : checkRequest(mail);
      const body = SentBody.safeParse(mail);
      if (problem === undefined && body.success) good.push(body.data);
      else errors.push({ index, message: problem ?? "not a mail" });
    }
    const isPermissive = headerOf(request, "x-batch-validation") === "permissive";
    if (!isPermissive && errors[0]) return refuse(response, 422, "validation_error", errors[0].message);

    if (key !== undefined) usedKeys.set(key, { at: now(), digest });
    if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const taken = good.map((body) => ({ ...body, id: randomUUID(), idempotencyKey: key }));
    mails.push(...taken);
    const answer = { data: taken.map(({ id }) => ({ id })), ...(isPermissive ? { errors } : {}) };
    if (key !== undefined) usedKeys.set(key, { at: now(), digest, answer });
    finish(request, response, answer, fault);
  }

  const server = createServer((request, response) => {
    work(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the Resend server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    apiKey,
    mails,
    bodies,
    keys,
    tooFast: () => tooFastCount,
    misbehave(fault, times = 1) {
      for (let time = 0; time < times; time += 1) faults.push(fault);
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Mails in one request. */
const MOST_MAILS = 100;

/** Ids of the mails that were taken, in their order, and, where that was asked for, what was wrong with the others. */
type Answer = { data: { id: string }[]; errors?: { index: number; message: string }[] };

/** A key in use: `answer` is missing while its first request is still in flight. */
type UsedKey = { at: number; digest: string; answer?: Answer };

const MailAddress = z.string().regex(/^(?:[^<>\r\n]+ <)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/);
const SentBody = z.object({
  from: MailAddress,
  to: z.union([MailAddress.transform((one) => [one]), z.array(MailAddress)]),
  reply_to: z.union([MailAddress, z.array(MailAddress)]).optional(),
  subject: z.string().regex(/^[^\r\n]*$/),
  text: z.string().optional(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string().regex(/^[^\r\n]*$/)).optional(),
  tags: z.array(z.object({ name: TagText(), value: TagText() })).optional(),
});

function TagText() {
  return z.string().regex(/^[A-Za-z0-9_-]{1,256}$/);
}

function finish(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  fault?: ResendFault,
): void {
  if (fault?.kind === "lose-answer") {
    request.socket.destroy();
    return;
  }
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
}

function refuse(response: ServerResponse, statusCode: number, name: string, message: string = name): void {
  response.writeHead(statusCode, { "content-type": "application/json" });
  response.end(JSON.stringify({ statusCode, message, name }));
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
