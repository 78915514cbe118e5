import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Something between a program and PostgreSQL that can get in the way. */
export interface PostgresProxy {
  /** The address of the database through it. */
  url: string;
  /** From now on it takes no connection, and cuts those that there are. */
  cut(): void;
  /** From now on it takes connections again. */
  mend(): void;
  /** From now on nothing that listening connections would hear gets through, as behind a pooler in transaction mode. */
  deafen(): void;
}

/** Of the messages of PostgreSQL's protocol the one that a listening connection is told something by. */
const NOTIFICATION = "A".charCodeAt(0);
/** The kind of a message, and its length. */
const HEAD_BYTES = 5;

/** Stands between a test and its database until the test has finished. */
export async function startPostgresProxy(database: string): Promise<PostgresProxy> {
  const target = new URL(database);
  const open = new Set<Socket>();
  let isCut = false;
  let isDeaf = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      open.add(one);
      one.on("error", () => {});
      one.once("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
    near.pipe(far);
    const take = messagesFrom((message) => {
      if (!isDeaf || message[0] !== NOTIFICATION) near.write(message);
    });
    far.on("data", take);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const address = server.address();
  const url = new URL(database);
  url.port = String(address && typeof address === "object" ? address.port : 0);
  return {
    url: url.href,
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    deafen() {
      isDeaf = true;
    },
  };
}

/** Puts the bytes from PostgreSQL together to whole messages. */
function messagesFrom(give: (message: Buffer) => void): (chunk: Buffer) => void {
  let got: Buffer = Buffer.alloc(0);
  return (chunk) => {
    got = Buffer.concat([got, chunk]);
    while (got.length >= HEAD_BYTES) {
      const length = 1 + got.readUInt32BE(1);
      if (got.length < length) return;
      give(got.subarray(0, length));
      got = got.subarray(length);
    }
  };
}
