import { connect, type Socket } from "node:net";

/** An answer, as far as a visitor under load looks at it. */
export interface Answer {
  status: number;
  location: string;
}

/** Connections of many visitors to one server, each with one request at a time. */
export interface Wire {
  /** Sends a whole request, over a connection that is free or a new one. @throws where no answer comes */
  send(request: Buffer): Promise<Answer>;
  /** How many forms were sent a second time, as a kept connection was closed: the first may have been done. */
  formsSentAgainCount(): number;
  close(): void;
}

/** Nobody waits longer than this many milliseconds unless told otherwise. */
const PATIENCE_MS = 30_000;

/** Said of a request whose sender has waited long enough, and gone. */
export class GaveUp extends Error {
  /** @param wasSent false where no connection was free for it all the time */
  constructor(readonly wasSent: boolean) {
    super("no answer in time");
  }
}

interface Waiting {
  request: Buffer;
  givenAt: number;
  isSecondTry: boolean;
  resolve(answer: Answer): void;
  reject(fault: Error): void;
}

/** As many browsers as this are connected at once; others wait, and their waiting is counted. */
const MOST_CONNECTIONS = 2_000;
const END_OF_HEAD = Buffer.from("\r\n\r\n");

/**
 * Opens the wire. Written by hand because Node's own client takes more time than the server it would measure; it
 * reads only what this server sends: answers with a length.
 */
export function openWire(url: string, patienceMs: number = PATIENCE_MS): Wire {
  const { hostname, port } = new URL(url);
  const idle: Connection[] = [];
  const waiting: Waiting[] = [];
  const open = new Set<Connection>();
  let formsSentAgain = 0;

  function give(one: Waiting): void {
    const free = idle.pop();
    if (free) free.ask(one);
    else if (open.size < MOST_CONNECTIONS) connectFor(one);
    else waiting.push(one);
  }

  function nextInLine(): Waiting | undefined {
    for (;;) {
      const next = waiting.shift();
      if (!next || performance.now() - next.givenAt < patienceMs) return next;
      next.reject(new GaveUp(false));
    }
  }

  function connectFor(one: Waiting): void {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const connection = new Connection(socket, patienceMs, {
      onFree() {
        const next = nextInLine();
        if (next) connection.ask(next);
        else idle.push(connection);
      },
      onEnd(lost) {
        open.delete(connection);
        const at = idle.indexOf(connection);
        if (at >= 0) idle.splice(at, 1);
        if (lost) {
          if (isForm(lost.request)) formsSentAgain += 1;
          give(lost);
        }
        const next = nextInLine();
        if (next) give(next);
      },
    });
    open.add(connection);
    connection.ask(one);
  }

  return {
    send: (request) =>
      new Promise((resolve, reject) =>
        give({ request, givenAt: performance.now(), isSecondTry: false, resolve, reject }),
      ),
    formsSentAgainCount: () => formsSentAgain,
    close() {
      for (const connection of open) connection.end();
    },
  };
}

class Connection {
  private current: Waiting | undefined;
  private got: Buffer | undefined;
  private toCome = 0;
  private answer: Answer | undefined;
  private hasAnswered = false;
  private isLast = false;

  constructor(
    private readonly socket: Socket,
    patienceMs: number,
    private readonly told: { onFree(): void; onEnd(lost: Waiting | undefined): void },
  ) {
    socket.setTimeout(patienceMs, () => {
      if (this.current) socket.destroy(new GaveUp(true));
    });
    socket.on("data", (chunk) => this.take(chunk));
    socket.on("error", (fault) => this.fail(fault));
    socket.on("close", () => this.fail(new Error("the connection was closed")));
  }

  ask(one: Waiting): void {
    this.current = one;
    this.socket.write(one.request);
  }

  end(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    if (this.answer) {
      this.toCome -= chunk.length;
    } else {
      const bytes = this.got ? Buffer.concat([this.got, chunk]) : chunk;
      const end = bytes.indexOf(END_OF_HEAD);
      if (end < 0) {
        this.got = bytes;
        return;
      }
      this.got = undefined;
      const head = bytes.subarray(0, end).toString("latin1");
      const status = Number(head.slice(9, 12));
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      if (length === undefined && status !== 304) {
        this.socket.destroy(new Error(`an answer without a length: ${status}`));
        return;
      }
      this.answer = { status, location: /\r\nlocation: ([^\r]+)/i.exec(head)?.[1] ?? "" };
      this.isLast = /\r\nconnection: close/i.test(head);
      this.toCome = Number(length ?? 0) - (bytes.length - end - END_OF_HEAD.length);
    }
    if (this.toCome > 0) return;
    const { answer, current } = this;
    this.answer = undefined;
    this.current = undefined;
    this.hasAnswered = true;
    if (answer) current?.resolve(answer);
    if (this.isLast) this.socket.destroy();
    else if (!this.socket.destroyed) this.told.onFree();
  }

  /** A kept connection may be closed while a request is on its way to it: like a browser, that is tried once more. */
  private fail(fault: Error): void {
    this.socket.removeAllListeners("close").destroy();
    const { current } = this;
    this.current = undefined;
    const isStale = current && this.hasAnswered && !current.isSecondTry && !this.got && !this.answer;
    if (current && !isStale) current.reject(fault);
    this.told.onEnd(isStale ? { ...current, isSecondTry: true } : undefined);
  }
}

/** Whether a request would change something, sent twice or not. */
export function isForm(request: Buffer): boolean {
  return request.toString("latin1", 0, 5) === "POST ";
}

/** The bytes of a request that shows a page. */
export function getRequest(host: string, path: string): Buffer {
  return Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\nAccept-Encoding: gzip, br\r\nUser-Agent: replay\r\n\r\n`,
  );
}

/** The bytes of a form, sent by a visitor with this address. */
export function postRequest(
  host: string,
  path: string,
  fields: Record<string, string>,
  address: string,
): Buffer {
  const body = new URLSearchParams(fields).toString();
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\nAccept-Encoding: gzip, br\r\nUser-Agent: replay\r\n` +
      `X-Forwarded-For: ${address}\r\nSec-Fetch-Site: same-origin\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
