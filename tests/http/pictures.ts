import sharp, { type Sharp } from "sharp";

/** A picture of two colours, red on the left and blue on the right. */
export function plain(width: number, height: number): Sharp {
  const half = Math.floor(width / 2);
  return sharp({ create: { width, height, channels: 3, background: "#00f" } }).composite([
    {
      input: { create: { width: half, height, channels: 3, background: "#f00" } },
      left: 0,
      top: 0,
    },
  ]);
}

/** A picture that no method makes small: every pixel another. */
export function noise(width: number, height: number): Sharp {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  });
}

/** A PNG that says it is of some size and holds next to nothing: what unfolds to gigabytes. */
export async function bomb(width: number, height: number): Promise<Buffer> {
  const png = await plain(16, 16).png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** A form with a picture and its words, as a browser sends it. */
export async function pictureForm(
  file: Uint8Array | undefined,
  fields: Record<string, string> = { alt: "Six families outside County Hall" },
  fileName = "IMG_0001.jpg",
): Promise<{ method: string; headers: Record<string, string>; body: Buffer }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("picture", new Blob(file ? [new Uint8Array(file)] : []), file ? fileName : "");
  const response = new Response(form);
  return {
    method: "POST",
    headers: { "Content-Type": response.headers.get("Content-Type") ?? "", "Sec-Fetch-Site": "same-origin" },
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
