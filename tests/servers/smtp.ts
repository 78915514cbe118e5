import { once } from "node:events";
import type { Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** A message the server took, with the addresses of its envelope. */
export type TakenMail = { from: string; to: string[]; raw: string; email: Email };

/** What the server does with one message instead of taking it. */
export type SmtpFault =
  | { kind: "refuse-recipient"; code: number }
  | { kind: "refuse-message"; code: number }
  /** The connection is gone before DATA. */
  | { kind: "drop-at-recipient" }
  /** The connection is gone while the message is being sent; it is not taken. */
  | { kind: "drop-in-message" }
  /** The message is taken, the answer never arrives. */
  | { kind: "lose-answer" }
  /** The message is taken, the answer comes late. */
  | { kind: "slow"; ms: number };

export type TestSmtpServer = {
  url: string;
  mails: TakenMail[];
  /** How many messages were begun (MAIL FROM), taken or not. */
  attempts: () => number;
  /** Queues a fault for each of the next `times` messages. */
  misbehave: (fault: SmtpFault, times?: number) => void;
  /** Closes every connection that a client keeps open. */
  hangUp: () => void;
  stop: () => Promise<void>;
};

/** A real SMTP server on a free port that keeps what it takes and fails as it is told. */
export async function startSmtpServer({ signIn }: { signIn?: SignIn } = {}): Promise<TestSmtpServer> {
  const mails: TakenMail[] = [];
  const faults: SmtpFault[] = [];
  const current = new Map<string, SmtpFault | undefined>();
  const sockets = new Map<number, Socket>();
  let attempts = 0;

  const server = new SMTPServer({
    disabledCommands: signIn ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      const isRight = username === signIn?.user && password === signIn?.password;
      done(isRight ? null : answer(535, "5.7.8 sign-in refused"), isRight ? { user: username } : undefined);
    },
    onMailFrom(_address, session, done) {
      attempts += 1;
      current.set(session.id, faults.shift());
      done();
    },
    onRcptTo(address, session, done) {
      const fault = current.get(session.id);
      if (fault?.kind === "drop-at-recipient") return sockets.get(session.remotePort)?.destroy();
      if (fault?.kind !== "refuse-recipient") return done();
      done(answer(fault.code, `${fault.code < 500 ? "4" : "5"}.1.1 <${address.address}> not now`));
    },
    async onData(stream, session, done) {
      const fault = current.get(session.id);
      if (fault?.kind === "drop-in-message") {
        stream.once("data", () => sockets.get(session.remotePort)?.destroy());
        return;
      }
      const raw = await textOf(stream).catch(() => undefined);
      // Whoever was sending is gone in the middle of it: not taken, and nobody is left to be told.
      if (raw === undefined) return;
      if (fault?.kind === "refuse-message") return done(answer(fault.code, "message refused"));
      const { mailFrom, rcptTo } = session.envelope;
      mails.push({
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map(({ address }) => address),
        raw,
        email: await PostalMime.parse(raw),
      });
      if (fault?.kind === "lose-answer") return sockets.get(session.remotePort)?.destroy();
      if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms));
      done();
    },
  });
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => {
    const port = socket.remotePort;
    if (port === undefined) return;
    sockets.set(port, socket);
    socket.once("close", () => sockets.delete(port));
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");

  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the SMTP server has no port");
  const credentials = signIn ? `${signIn.user}:${signIn.password}@` : "";
  return {
    url: `smtp://${credentials}127.0.0.1:${address.port}`,
    mails,
    attempts: () => attempts,
    misbehave(fault, times = 1) {
      for (let time = 0; time < times; time += 1) faults.push(fault);
    },
    hangUp() {
      for (const socket of sockets.values()) socket.destroy();
    },
    stop() {
      for (const socket of sockets.values()) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

type SignIn = { user: string; password: string };

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

async function textOf(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
