/** Reads big-endian numbers one after another. */
export interface ByteReader {
  u8(): number;
  u16(): number;
  i16(): number;
  u32(): number;
  /** The variable lengths of WOFF2: seven bits a byte, and 253 to 255 as escapes. */
  base128(): number;
  short255(): number;
  take(length: number): Buffer;
  skip(length: number): void;
  at(): number;
}

/** A reader that begins with the first of these bytes. */
export function byteReader(bytes: Buffer): ByteReader {
  let at = 0;
  const next = (length: number): number => {
    at += length;
    return at - length;
  };
  const reader: ByteReader = {
    u8: () => bytes.readUInt8(next(1)),
    u16: () => bytes.readUInt16BE(next(2)),
    i16: () => bytes.readInt16BE(next(2)),
    u32: () => bytes.readUInt32BE(next(4)),
    base128() {
      let value = 0;
      for (;;) {
        const byte = reader.u8();
        value = value * 128 + (byte & 127);
        if (byte < 128) return value;
      }
    },
    short255() {
      const code = reader.u8();
      if (code === 253) return reader.u16();
      if (code === 254) return reader.u8() + 506;
      return code === 255 ? reader.u8() + 253 : code;
    },
    take: (length) => bytes.subarray(next(length), at),
    skip: (length) => void next(length),
    at: () => at,
  };
  return reader;
}
