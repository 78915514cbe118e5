import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { NewPasskeyForm, RelyingParty, UsedPasskeyForm } from "#app/domain/account/passkey.ts";

/** A phone that makes one passkey and signs with it, after the letter of Web Authentication: ES256, CBOR, COSE. */
export interface Authenticator {
  id: string;
  /** What a browser answers when it is asked to make a passkey. */
  make(options: { challenge: string }, as?: Partial<Asked>): NewPasskeyForm["passkey"];
  /** What it answers when it is asked to sign in; `counter` is the number the device has counted to. */
  use(options: { challenge: string }, as?: Partial<Asked>): UsedPasskeyForm["passkey"];
}

/** Where the browser believes to be, and what the device says of the person before it. */
interface Asked {
  origin: string;
  rpId: string;
  type: string;
  isVerified: boolean;
  counter: number;
  userHandle: string | undefined;
  /** Certificates that the device sends along. */
  x5c: Buffer | undefined;
}

/** A new device, whose passkeys belong to this site. */
export function authenticator(party: RelyingParty): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const rawId = randomBytes(16);
  const id = rawId.toString("base64url");
  const usual: Asked = {
    origin: party.origin,
    rpId: party.id,
    type: "",
    isVerified: true,
    counter: 0,
    userHandle: undefined,
    x5c: undefined,
  };
  const answered = { id, rawId: id, type: "public-key", clientExtensionResults: {} } as const;

  return {
    id,
    make(options, as = {}) {
      const asked = { ...usual, type: "webauthn.create", ...as };
      const clientDataJSON = clientData(options.challenge, asked);
      const key = map([
        [number(1), number(2)],
        [number(3), number(-7)],
        [number(-1), number(1)],
        [number(-2), bytes(Buffer.from(x, "base64url"))],
        [number(-3), bytes(Buffer.from(y, "base64url"))],
      ]);
      const length = Buffer.from([rawId.length >> 8, rawId.length & 255]);
      const authData = Buffer.concat([deviceData(asked, 0x40), Buffer.alloc(16), length, rawId, key]);
      const signed = sign("sha256", Buffer.concat([authData, sha256(clientDataJSON)]), privateKey);
      const statement: [Buffer, Buffer][] = asked.x5c
        ? [
            [text("alg"), number(-7)],
            [text("sig"), bytes(signed)],
            [text("x5c"), Buffer.concat([head(4, 1), bytes(asked.x5c)])],
          ]
        : [];
      const attestationObject = map([
        [text("fmt"), text(asked.x5c ? "packed" : "none")],
        [text("attStmt"), map(statement)],
        [text("authData"), bytes(authData)],
      ]);
      return {
        ...answered,
        response: {
          clientDataJSON: clientDataJSON.toString("base64url"),
          attestationObject: attestationObject.toString("base64url"),
          transports: ["internal"],
        },
      };
    },
    use(options, as = {}) {
      const asked = { ...usual, type: "webauthn.get", ...as };
      const clientDataJSON = clientData(options.challenge, asked);
      const authenticatorData = deviceData(asked, 0);
      const signature = sign(
        "sha256",
        Buffer.concat([authenticatorData, sha256(clientDataJSON)]),
        privateKey,
      );
      return {
        ...answered,
        response: {
          clientDataJSON: clientDataJSON.toString("base64url"),
          authenticatorData: authenticatorData.toString("base64url"),
          signature: signature.toString("base64url"),
          userHandle: asked.userHandle,
        },
      };
    },
  };
}

function clientData(challenge: string, { origin, type }: Asked): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** The hash of the site's name, flags (present, verified, key attached), and the counter. */
function deviceData({ rpId, isVerified, counter }: Asked, attached: number): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt8(0x01 | (isVerified ? 0x04 : 0) | attached);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(Buffer.from(rpId)), tail]);
}

function sha256(data: Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}

function map(pairs: readonly [Buffer, Buffer][]): Buffer {
  return Buffer.concat([head(5, pairs.length), ...pairs.flat()]);
}

function number(n: number): Buffer {
  return n < 0 ? head(1, -1 - n) : head(0, n);
}

function text(words: string): Buffer {
  return Buffer.concat([head(3, words.length), Buffer.from(words)]);
}

function bytes(data: Buffer): Buffer {
  return Buffer.concat([head(2, data.length), data]);
}

/** The head of a CBOR item. Source: RFC 8949, section 3. */
function head(major: number, length: number): Buffer {
  const first = major << 5;
  if (length < 24) return Buffer.from([first | length]);
  if (length < 256) return Buffer.from([first | 24, length]);
  return Buffer.from([first | 25, length >> 8, length & 255]);
}
